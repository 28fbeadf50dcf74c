"""Members and their cards; sessions, what is done in each, who came, what was lent."""

from isegoria.core.charter.acts.holders import FACILITATION, FACILITATOR, FOR_A_MEMBER, RECRUITMENT
from isegoria.core.charter.language import STAYS, act
from isegoria.core.charter.words import Audience, Role, Window, _

TO_COME = ("planned", "agenda_published")
HELD = ("held", "minutes_draft", "minutes_validated", "published")
OFFICE = Audience.OFFICE

# fmt: off
ACTS = [
    # Members and their cards -------------------------------------------------------------------
    act("member.welcome", by=RECRUITMENT, moves=("", "active"), given=("confirmed",), seen_by=OFFICE, records={"number"},
        label=_("Accueillir ce membre"), tells=_("{by} a accueilli un membre du panel : carte {number}.")),
    act("member.leave", by=(Role.RECRUITER, Role.INSTITUTE, Role.PARTNER, Role.MEMBER, Role.FACILITATOR), moves=("active", "left"), given=("withdrawn",), seen_by=OFFICE, records={"number"},
        label=_("Quitter le panel"), tells=_("Un membre a quitté le panel : carte {number}.")),
    act("card.issue", by=(Role.RECRUITER, Role.FACILITATOR), moves=("", "issued"), given=("member_active", "only_card"), seen_by=OFFICE, records={"number"},
        label=_("Faire une carte"), tells=_("{by} a fait une carte : {subject}.")),
    act("card.revoke", by=(Role.RECRUITER, Role.INSTITUTE, Role.PARTNER, Role.FACILITATOR, Role.MEMBER), moves=("issued", "revoked"), given=("own_card",), seen_by=OFFICE, records={"number"},
        label=_("Annuler cette carte"), tells=_("{by} a annulé une carte : {subject}.")),

    # A session -----------------------------------------------------------------------------------
    act("session.plan", by=FACILITATION, moves=("", "planned"), given=("dated",), seen_by=OFFICE, records={"number", "starts", "ends", "mode"},
        label=_("Préparer cette séance"), tells=_("{by} a préparé la séance {number} : {starts}.")),
    act("session.edit", by=FACILITATION, moves=((*TO_COME, "open", *HELD), STAYS), seen_by=OFFICE, records={"fields"},
        label=_("Enregistrer"), tells=_("{by} a modifié la séance « {subject} » : {fields}.")),
    act("session.publish_agenda", by=FACILITATION, moves=("planned", "agenda_published"), given=("composed",), records={"number", "days_before", "content_sha256"},
        label=_("Publier l’ordre du jour"), tells=_("{by} a publié l’ordre du jour de la séance {number}, {days_before} jours avant."),
        shows=_("La date, le lieu, le mode et l’ordre du jour deviennent publics. Le déroulé détaillé reste entre vous.")),
    act("session.rearrange", by=FACILITATION, moves=(TO_COME, STAYS), given=("reasoned", "dated"), records={"number", "starts", "ends", "mode", "reason_sha256"},
        label=_("Changer la date ou le mode"), tells=_("{by} a changé la séance {number} : {starts}, {mode}."),
        shows=_("L’ancienne date, l’ancien mode et votre raison restent visibles.")),
    act("session.open", by=FACILITATION, during={Window.SESSIONS}, moves=("agenda_published", "open"), given=("that_day",), records={"number"},
        label=_("Ouvrir la séance"), tells=_("{by} a ouvert la séance {number}."),
        shows=_("La page publique dit que la séance a commencé.")),
    act("session.close", by=FACILITATION, moves=("open", "held"), records={"number", "present"},
        label=_("Clore la séance"), tells=_("{by} a clos la séance {number} : {present} membres présents."),
        shows=_("Le nombre de membres présents est public.")),
    act("session.cancel", by=FACILITATION, moves=(TO_COME, "cancelled"), given=("reasoned",), records={"number", "reason_sha256"},
        label=_("Annuler la séance"), tells=_("{by} a annulé la séance {number}."),
        shows=_("L’annulation et sa raison restent visibles.")),
    # How far its minutes are: done with the acts on the minutes, never alone.
    act("session.recount", by=FACILITATOR, moves=("held", "minutes_draft"), given=("with_its_minutes",), records={"number"},
        label=_("Commencer le compte rendu"), tells=_("{by} a commencé le compte rendu de la séance {number}.")),
    act("session.settle", by=FACILITATOR, moves=("minutes_draft", "minutes_validated"), given=("with_its_minutes",), records={"number"},
        label=_("Valider le compte rendu"), tells=_("{by} a validé le compte rendu de la séance {number}.")),
    act("session.complete", by=FACILITATOR, moves=("minutes_validated", "published"), given=("with_its_minutes",), records={"number"},
        label=_("Publier le compte rendu"), tells=_("{by} a publié le compte rendu de la séance {number}.")),

    # Its run-sheet -------------------------------------------------------------------------------
    act("sequence.add", by=FACILITATION, moves=("", "planned"), given=("to_come",), seen_by=OFFICE, records={"position", "minutes"},
        label=_("Ajouter au déroulé"), tells=_("{by} a ajouté une séquence au déroulé : « {subject} », {minutes} minutes.")),
    act("sequence.edit", by=FACILITATION, moves=(("planned", "running"), STAYS), seen_by=OFFICE, records={"fields"},
        label=_("Enregistrer la séquence"), tells=_("{by} a modifié la séquence « {subject} » : {fields}.")),
    act("sequence.move", by=FACILITATION, moves=("planned", STAYS), seen_by=OFFICE, records={"position"},
        label=_("Déplacer"), tells=_("{by} a placé la séquence « {subject} » en position {position}.")),
    act("sequence.drop", by=FACILITATION, moves=("planned", "dropped"), seen_by=OFFICE,
        label=_("Retirer du déroulé"), tells=_("{by} a retiré la séquence « {subject} » du déroulé.")),
    act("sequence.restore", by=FACILITATION, moves=("dropped", "planned"), given=("to_come",), seen_by=OFFICE,
        label=_("Remettre au déroulé"), tells=_("{by} a remis la séquence « {subject} » au déroulé.")),
    act("sequence.start", by=FACILITATION, moves=("planned", "running"), given=("session_open", "nothing_else_running"), seen_by=OFFICE,
        label=_("Commencer"), tells=_("{by} a commencé la séquence « {subject} ».")),
    act("sequence.end", by=FACILITATION, moves=("running", "done"), seen_by=OFFICE, records={"minutes"},
        label=_("Terminer"), tells=_("{by} a terminé la séquence « {subject} », après {minutes} minutes.")),
    act("sequence.note", by=FACILITATION, moves=(("planned", "running", "done"), STAYS), seen_by=OFFICE,
        label=_("Noter"), tells=_("{by} a noté une remarque sur la séquence « {subject} ».")),

    # Who came, and what was lent -----------------------------------------------------------------
    act("presence.note", by=FOR_A_MEMBER, moves=("", "noted"), given=("own", "countable", "member_active"), seen_by=OFFICE, records={"how"},
        label=_("Noter la présence"), tells=_("{by} a noté une présence : {how}.")),
    act("presence.correct", by=FOR_A_MEMBER, moves=("noted", STAYS), given=("own", "countable"), seen_by=OFFICE, records={"how"},
        label=_("Corriger la présence"), tells=_("{by} a corrigé une présence : {how}.")),
    act("loan.ask", by=FOR_A_MEMBER, moves=("", "asked"), given=("own", "worded", "member_active"), seen_by=OFFICE,
        label=_("Demander ce prêt"), tells=_("{by} a demandé le prêt d’un équipement.")),
    act("loan.lend", by=FACILITATION, moves=("asked", "lent"), seen_by=OFFICE,
        label=_("Noter le prêt"), tells=_("{by} a prêté un équipement.")),
    act("loan.give_back", by=FACILITATION, moves=("lent", "returned"), seen_by=OFFICE,
        label=_("Noter le retour"), tells=_("{by} a noté le retour d’un équipement prêté.")),
    act("loan.refuse", by=FACILITATION, moves=("asked", "refused"), given=("reasoned",), seen_by=OFFICE,
        label=_("Répondre que ce n’est pas possible"), tells=_("{by} n’a pas pu prêter un équipement.")),
]
# fmt: on
