"""The charter: every act, in one place. A change of rights is a change of this file.

Sentences name {by} (the role that acted), {subject} (the thing, as it is called today) and the
recorded fields. They are French, the source language of the interface.
"""

from isegoria.core.charter.language import STAYS, Charter, act
from isegoria.core.charter.words import Audience, Role, Window, _

ANYONE, ORGANISER, GUARANTOR = (Role.ANYONE,), (Role.ORGANISER,), (Role.GUARANTOR,)
NAMING = (Role.GUARANTOR, Role.ADMINISTRATOR, Role.HOST)
APPOINTING = (Role.ORGANISER, Role.ADMINISTRATOR, Role.HOST)
RUNNING = (
    "prepared",
    "launched",
    "recruiting",
    "in_session",
    "proposals_delivered",
    "under_study",
    "deliberated",
    "follow_up",
)
ALIVE = ("draft", *RUNNING)

# fmt: off
CHARTER = Charter.of("isegoria-1", [
    # The convention itself -------------------------------------------------------------------
    act("convention.create", by=(Role.ADMINISTRATOR, Role.ORGANISER), moves=("", "draft"),
        seen_by=Audience.OFFICE, records={"charter"},
        label=_("Créer la convention"), tells=_("{by} a créé la convention « {subject} », sous la charte {charter}.")),
    act("convention.describe", by=ORGANISER, moves=(ALIVE, STAYS), records={"fields"},
        label=_("Enregistrer la présentation"), tells=_("{by} a modifié la présentation de « {subject} » : {fields}."),
        shows=_("La page d’accueil de la convention change tout de suite.")),
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

    # People: bodies, seats, interests, appointments ------------------------------------------
    act("body.create", by=ORGANISER, moves=("", "active"), records={"type"},
        label=_("Créer cette instance"), tells=_("{by} a créé l’instance « {subject} ».")),
    act("body.describe", by=ORGANISER, moves=("active", STAYS), records={"fields"},
        label=_("Enregistrer"), tells=_("{by} a modifié la présentation de l’instance « {subject} » : {fields}."),
        shows=_("La mission et les domaines annoncés sont publics.")),
    act("seat.fill", by=ORGANISER, moves=("", "held"), given=("listed",), records={"body", "college", "since"},
        label=_("Ajouter ce siège"), tells=_("{by} a ajouté un siège : {subject}."),
        shows=_("Le nom, la fonction et l’organisation sont publics. Obtenez l’accord de la personne avant.")),
    act("seat.correct", by=ORGANISER, moves=("held", STAYS), records={"fields"},
        label=_("Corriger ce siège"), tells=_("{by} a corrigé le siège {subject} : {fields}.")),
    act("seat.end", by=ORGANISER, moves=("held", "ended"), given=("reasoned",), records={"until"},
        label=_("Mettre fin à ce siège"), tells=_("{by} a mis fin au siège {subject}, le {until}."),
        shows=_("Le siège reste dans l’historique public, avec ses dates.")),
    act("interest.declare", by=(Role.COMMITTEE, Role.EXPERT, Role.GUARANTOR, Role.ORGANISER), moves=("", "declared"), given=("worded",), records={"seat", "content_sha256"},
        label=_("Publier la déclaration"), tells=_("{by} a publié une déclaration d’intérêts : {subject}."),
        shows=_("La déclaration est publique, avec sa date.")),
    act("appointment.grant", by=APPOINTING, moves=("", "held"), given=("entitled", "dated"), seen_by=Audience.OFFICE, records={"role", "since", "until"},
        label=_("Donner ce rôle"), tells=_("{by} a donné un rôle : {role}.")),
    act("appointment.end", by=APPOINTING, moves=("held", "ended"), given=("entitled", "not_the_last"), seen_by=Audience.OFFICE, records={"role"},
        label=_("Retirer ce rôle"), tells=_("{by} a retiré un rôle : {role}.")),

    act("appointment.name_guarantor", by=NAMING, moves=("", "held"), given=("dated", "not_oneself"), records={"since", "until"},
        label=_("Nommer garant"), tells=_("{by} a nommé un garant."),
        shows=_("La nomination est publique : les garants lisent ce que personne d’autre ne lit.")),
    act("appointment.end_guarantor", by=NAMING, moves=("held", "ended"), records={"until"},
        label=_("Mettre fin à la mission de garant"), tells=_("{by} a mis fin à la mission d’un garant."),
        shows=_("La fin de la mission est publique.")),

    # Publishing ------------------------------------------------------------------------------
    act("version.draft", by=ORGANISER, moves=("", "draft"), seen_by=Audience.OFFICE, records={"kind", "number"},
        label=_("Créer le brouillon"), tells=_("{by} a préparé un brouillon : « {subject} », version {number}.")),
    act("version.edit", by=ORGANISER, moves=("draft", STAYS), seen_by=Audience.OFFICE, records={"number"},
        label=_("Enregistrer le brouillon"), tells=_("{by} a modifié le brouillon « {subject} », version {number}.")),
    act("version.validate", by=ORGANISER, moves=("draft", "validated"), given=("complete",), seen_by=Audience.OFFICE, records={"number", "content_sha256"},
        label=_("Valider"), tells=_("{by} a validé « {subject} », version {number}.")),
    act("version.reopen", by=ORGANISER, moves=("validated", "draft"), seen_by=Audience.OFFICE, records={"number"},
        label=_("Rouvrir le brouillon"), tells=_("{by} a rouvert le brouillon « {subject} », version {number}.")),
    act("version.publish", by=ORGANISER, moves=("validated", "published"), records={"kind", "number", "content_sha256", "language"},
        label=_("Publier"), tells=_("{by} a publié « {subject} », version {number}."),
        shows=_("Le texte devient public et ne pourra plus être modifié : une correction sera une nouvelle version.")),
    act("version.supersede", by=ORGANISER, moves=("published", "superseded"), given=("replaced",), records={"number", "by_number"},
        label=_("Remplacer"), tells=_("{by} a remplacé la version {number} de « {subject} » par la version {by_number}.")),
    act("version.withdraw", by=ORGANISER, moves=(("published", "superseded"), "withdrawn"), given=("reasoned",), records={"number", "reason_sha256"},
        label=_("Retirer"), tells=_("{by} a retiré « {subject} », version {number}. La raison est affichée à sa place."),
        shows=_("Le contenu n’est plus servi. À sa place, le public lit le titre, la date et votre raison.")),
    act("version.abandon", by=ORGANISER, moves=(("draft", "validated"), "abandoned"), seen_by=Audience.OFFICE, records={"number"},
        label=_("Abandonner ce brouillon"), tells=_("{by} a abandonné le brouillon « {subject} », version {number}.")),
    act("roundtable.announce", by=ORGANISER, moves=("", "announced"), records={"starts"},
        label=_("Annoncer la table ronde"), tells=_("{by} a annoncé la table ronde « {subject} »."),
        shows=_("La table ronde et ses intervenants deviennent publics.")),
    act("roundtable.edit", by=ORGANISER, moves=(("announced", "held"), STAYS), records={"fields"},
        label=_("Enregistrer"), tells=_("{by} a modifié la table ronde « {subject} » : {fields}.")),
    act("roundtable.record", by=ORGANISER, moves=("announced", "held"), given=("begun", "transcribed"), records={"content_sha256"},
        label=_("Publier l’enregistrement"), tells=_("{by} a publié l’enregistrement et la transcription de « {subject} »."),
        shows=_("Le lien vers la vidéo et la transcription deviennent publics.")),
    act("roundtable.cancel", by=ORGANISER, moves=("announced", "cancelled"), given=("reasoned",), records={"reason_sha256"},
        label=_("Annuler la table ronde"), tells=_("{by} a annulé la table ronde « {subject} »."),
        shows=_("L’annulation et sa raison restent visibles.")),

    # Recruitment: the quota table ------------------------------------------------------------
    act("quotas.import", by=ORGANISER, moves=("", "draft"), seen_by=Audience.OFFICE, records={"number", "cells", "content_sha256"},
        label=_("Importer la table"), tells=_("{by} a importé une table des quotas, version {number} : {cells} cases.")),
    act("quotas.discard", by=ORGANISER, moves=("draft", "discarded"), seen_by=Audience.OFFICE, records={"number"},
        label=_("Écarter ce brouillon"), tells=_("{by} a écarté le brouillon {number} de la table des quotas.")),
    act("quotas.freeze", by=ORGANISER, moves=("draft", "frozen"), given=("sourced", "reasoned"), records={"number", "cells", "content_sha256", "reason_sha256"},
        label=_("Figer et publier la table"), tells=_("{by} a figé la table des quotas, version {number} : {cells} cases, chacune avec sa source."),
        shows=_("La table et la source de chaque case deviennent publiques. La modifier demandera une nouvelle version et une raison.")),
    act("quotas.replace", by=ORGANISER, moves=("frozen", "replaced"), given=("replaced",), records={"number", "by_number"},
        label=_("Remplacer"), tells=_("{by} a remplacé la version {number} de la table des quotas par la version {by_number}.")),

    # Messages to the guarantors, and subscriptions -------------------------------------------
    act("message.send", by=ANYONE, moves=("", "received"), given=("worded",), seen_by=Audience.GUARANTORS,
        label=_("Envoyer aux garants"), tells=_("Un message a été reçu par les garants.")),
    act("message.answer", by=GUARANTOR, moves=("received", "answered"), given=("worded",), seen_by=Audience.GUARANTORS,
        label=_("Envoyer la réponse"), tells=_("{by} a répondu à un message.")),
    act("message.close", by=GUARANTOR, moves=("received", "closed"), given=("reasoned",), seen_by=Audience.GUARANTORS,
        label=_("Classer sans réponse"), tells=_("{by} a classé un message sans réponse.")),
    act("subscription.confirm", by=ANYONE, moves=("", "active"), seen_by=Audience.OFFICE,
        label=_("Confirmer l’abonnement"), tells=_("Une personne s’est abonnée aux nouvelles.")),
    act("subscription.leave", by=ANYONE, moves=("active", "ended"), seen_by=Audience.OFFICE,
        label=_("Se désabonner"), tells=_("Une personne s’est désabonnée.")),
])
# fmt: on
