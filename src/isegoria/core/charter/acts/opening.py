"""The convention itself, its mandate, its calendar, the launch-readiness gate."""

from isegoria.core.charter.acts.holders import ALIVE, GUARANTOR, ORGANISER
from isegoria.core.charter.language import STAYS, act
from isegoria.core.charter.words import Audience, Role, Window, _

# fmt: off
ACTS = [
    # The convention itself -------------------------------------------------------------------
    act("convention.create", by=(Role.ADMINISTRATOR, Role.ORGANISER), moves=("", "draft"),
        seen_by=Audience.OFFICE, records={"charter"},
        label=_("Créer la convention"), tells=_("{by} a créé la convention « {subject} », sous la charte {charter}.")),
    act("convention.describe", by=ORGANISER, moves=(ALIVE, STAYS), records={"fields"},
        label=_("Enregistrer la présentation"), tells=_("{by} a modifié la présentation de « {subject} » : {fields}."),
        shows=_("La page d’accueil de la convention change tout de suite.")),
    act("convention.translate", by=ORGANISER, moves=(ALIVE, STAYS), records={"language", "count", "texts_sha256"},
        label=_("Enregistrer les traductions"), tells=_("{by} a écrit des textes de « {subject} » dans une autre langue ({language}) : {count}."),
        shows=_("Qui lit le site dans cette langue voit ces textes tout de suite.")),
    act("convention.announce", by=ORGANISER, moves=("draft", "prepared"), given=("mandated",),
        label=_("Annoncer la préparation"), tells=_("{by} a rendu publique la préparation de « {subject} »."),
        shows=_("Les pages de la convention et son portail de préparation deviennent publics.")),
    act("convention.launch", by=ORGANISER, during={Window.PREPARATION}, moves=("prepared", "launched"), given=("ready",), records={"opinion"},
        label=_("Lancer la convention"), tells=_("{by} a lancé « {subject} » : tous les éléments étaient réunis (avis des garants : {opinion})."),
        shows=_("Le lancement est public et daté.")),
    act("convention.launch_unready", by=ORGANISER, during={Window.PREPARATION}, moves=("prepared", "launched"), given=("not_ready", "reasoned"), records={"missing", "reason_sha256"},
        label=_("Lancer malgré les manques"), tells=_("{by} a lancé « {subject} » en passant outre le portail de préparation ; il manquait : {missing}."),
        shows=_("Le lancement, la liste de ce qui manque et votre raison sont affichés en tête de la page publique.")),
    act("convention.recruit", by=ORGANISER, during={Window.RECRUITMENT}, moves=("launched", "recruiting"),
        label=_("Ouvrir le recrutement"), tells=_("{by} a ouvert le recrutement du panel de « {subject} ».")),
    act("convention.sit", by=ORGANISER, during={Window.SESSIONS}, moves=(("launched", "recruiting"), "in_session"),
        label=_("Ouvrir les séances"), tells=_("{by} a ouvert les séances de « {subject} ».")),
    act("convention.deliver", by=ORGANISER, during={Window.SESSIONS, Window.STUDIES}, moves=("in_session", "proposals_delivered"),
        label=_("Constater la remise des propositions"), tells=_("{by} a constaté la remise des propositions de « {subject} ».")),
    act("convention.study", by=ORGANISER, during={Window.STUDIES}, moves=("proposals_delivered", "under_study"),
        label=_("Ouvrir l’étude par les services"), tells=_("{by} a ouvert l’étude des propositions de « {subject} » par les services.")),
    act("convention.deliberate", by=ORGANISER, during={Window.COUNCIL}, moves=("under_study", "deliberated"),
        label=_("Constater la délibération"), tells=_("{by} a constaté la délibération du conseil sur « {subject} ».")),
    act("convention.follow_up", by=ORGANISER, during={Window.FOLLOW_UP}, moves=("deliberated", "follow_up"),
        label=_("Ouvrir le suivi"), tells=_("{by} a ouvert le suivi de « {subject} ».")),

    # The mandate and the calendar ------------------------------------------------------------
    act("mandate.adopt", by=ORGANISER, moves=("", "adopted"), given=("referenced", "reasoned"), records={"number", "panel_min", "panel_max", "answer_due", "content_sha256"},
        label=_("Enregistrer cette version du mandat"), tells=_("{by} a enregistré la version {number} du mandat."),
        shows=_("Cette version du mandat est publiée et ne pourra plus être modifiée.")),
    act("calendar.add", by=ORGANISER, moves=("", "planned"), records={"lane", "starts", "ends", "precision"},
        label=_("Ajouter au calendrier"), tells=_("{by} a inscrit « {subject} » au calendrier : {starts}."),
        shows=_("La date est publiée dans le calendrier.")),
    act("calendar.move", by=ORGANISER, moves=("planned", STAYS), given=("reasoned",), records={"starts", "ends", "precision", "reason_sha256"},
        label=_("Changer la date prévue"), tells=_("{by} a déplacé « {subject} » : {starts}."),
        shows=_("L’ancienne date, la nouvelle et votre raison restent visibles.")),
    act("calendar.hold", by=ORGANISER, moves=("planned", "held"), given=("begun",), records={"starts", "ends", "precision"},
        label=_("Noter la date réelle"), tells=_("{by} a noté que « {subject} » a eu lieu : {starts}."),
        shows=_("La date réelle s’affiche à côté de la date prévue.")),
    act("calendar.cancel", by=ORGANISER, moves=("planned", "cancelled"), given=("reasoned",), records={"reason_sha256"},
        label=_("Annuler"), tells=_("{by} a annulé « {subject} »."),
        shows=_("L’annulation et sa raison restent visibles dans le calendrier.")),

    # The launch-readiness gate ---------------------------------------------------------------
    act("opinion.give", by=GUARANTOR, during={Window.PREPARATION}, moves=("", "given"), given=("reasoned", "preparing"), records={"verdict", "content_sha256"},
        label=_("Rendre l’avis"), tells=_("{by} a rendu un avis sur le lancement : {verdict}."),
        shows=_("L’avis est publié tel quel, avec sa date.")),
]
# fmt: on
