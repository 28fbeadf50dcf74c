"""Experts heard in sessions, and the experts that members ask for."""

from isegoria.core.charter.acts.holders import FACILITATION, IN_THE_ROOM
from isegoria.core.charter.language import STAYS, act
from isegoria.core.charter.words import Audience, Role, _

OFFICE, TABLE = Audience.OFFICE, (Role.MEMBER,)

# fmt: off
ACTS = [
    act("hearing.plan", by=FACILITATION, moves=("", "planned"), given=("to_come", "viewpoint_said"), records={"proposed_by"},
        label=_("Annoncer cette audition"), tells=_("{by} a annoncé une audition : {subject}. Proposée par : {proposed_by}."),
        shows=_("Le nom, l’organisation, les domaines, le point de vue et qui a proposé cette personne deviennent publics. Obtenez son accord avant.")),
    act("hearing.edit", by=FACILITATION, moves=("planned", STAYS), given=("viewpoint_said",), records={"fields"},
        label=_("Modifier cette audition"), tells=_("{by} a modifié une audition annoncée : {subject} ({fields}).")),
    act("hearing.hold", by=FACILITATION, moves=("planned", "held"), given=("interests_declared", "session_begun"),
        label=_("Noter que l’audition a eu lieu"), tells=_("{by} a noté une audition tenue : {subject}.")),
    act("hearing.record", by=FACILITATION, moves=("held", STAYS), given=("transcribed",), records={"content_sha256"},
        label=_("Publier l’enregistrement"), tells=_("{by} a publié ce qui reste de l’audition de {subject} : enregistrement, chapitres, supports."),
        shows=_("La vidéo, la transcription, les chapitres et les supports deviennent publics.")),
    act("hearing.cancel", by=FACILITATION, moves=("planned", "cancelled"), given=("reasoned",), records={"reason_sha256"},
        label=_("Annuler cette audition"), tells=_("{by} a annulé une audition : {subject}."),
        shows=_("L’annulation et sa raison restent visibles.")),

    act("request.ask", by=IN_THE_ROOM, moves=("", "asked"), given=("worded", "own_request", "member_active"), seen_by=OFFICE, records={"number", "origin"}, nameless=TABLE,
        label=_("Demander cet expert"), tells=_("{by} a enregistré la demande d’expert {number} : {origin}.")),
    act("request.honour", by=FACILITATION, moves=("asked", "honoured"), given=("hearing_stands",), records={"number"},
        label=_("Dire que c’est fait"), tells=_("{by} a donné suite à la demande d’expert {number}."),
        shows=_("La demande et l’audition qui y répond deviennent publiques.")),
    act("request.refuse", by=FACILITATION, moves=("asked", "refused"), given=("reasoned",), records={"number", "reason_sha256"},
        label=_("Dire que ce n’est pas possible"), tells=_("{by} n’a pas donné suite à la demande d’expert {number}."),
        shows=_("La demande et votre raison deviennent publiques.")),
]
# fmt: on
