"""Questions: asked by a table, a member or the public, confided, answered in writing, published."""

from isegoria.core.charter.acts.holders import ANYONE, FACILITATION, FOR_A_MEMBER
from isegoria.core.charter.language import act
from isegoria.core.charter.words import Audience, Role, _

ANSWERING = (Role.EXPERT, Role.SERVICE, Role.COMMITTEE, *FACILITATION)
WAITING = ("asked", "confided", "answered")
OFFICE, TABLE = Audience.OFFICE, (Role.MEMBER,)

# fmt: off
ACTS = [
    act("question.ask", by=FOR_A_MEMBER, moves=("", "asked"), given=("worded", "own_question", "member_active", "asking_open"), records={"number", "origin"}, nameless=TABLE,
        label=_("Poser cette question"), tells=_("{by} a enregistré la question {number} : {origin}."),
        shows=_("La question devient publique quand elle est confiée à quelqu’un, avec le numéro de la table ou de la carte. Aucun nom n’est affiché.")),
    act("question.send", by=ANYONE, moves=("", "received"), given=("worded", "asking_open"), seen_by=OFFICE, records={"number"},
        label=_("Envoyer ma question"), tells=_("Une personne a envoyé la question {number}.")),
    act("question.admit", by=FACILITATION, moves=("received", "asked"), records={"number"},
        label=_("Accepter cette question"), tells=_("{by} a accepté la question {number}, envoyée par une personne du public.")),
    act("question.set_aside", by=FACILITATION, moves=("received", "set_aside"), given=("reasoned",), records={"number", "reason_sha256"},
        label=_("Écarter cette question"), tells=_("{by} a écarté la question {number}, envoyée par une personne du public."),
        shows=_("Le numéro de la question et votre raison deviennent publics. Le texte de la question, non.")),
    act("question.confide", by=FACILITATION, moves=(("asked", "confided"), "confided"), given=("answerer_named", "due_ahead"), records={"number", "whom", "due_on"},
        label=_("Confier cette question"), tells=_("{by} a confié la question {number} : {whom}. Réponse annoncée pour le {due_on}."),
        shows=_("La question, qui doit répondre et la date annoncée deviennent publics. Passée cette date, la page dit que la réponse est en retard.")),
    act("question.answer", by=ANSWERING, moves=(("confided", "answered"), "answered"), given=("worded", "theirs_to_answer"), seen_by=OFFICE, records={"number", "content_sha256"},
        label=_("Enregistrer la réponse"), tells=_("{by} a répondu par écrit à la question {number}.")),
    act("question.publish", by=FACILITATION, moves=("answered", "published"), records={"number", "whom", "content_sha256"},
        label=_("Publier la réponse"), tells=_("{by} a publié la réponse à la question {number} : {whom}."),
        shows=_("La question et sa réponse deviennent publiques et ne peuvent plus être modifiées.")),
    act("question.take_back", by=(Role.MEMBER, Role.FACILITATOR), moves=(("asked", "confided"), "taken_back"), given=("own_question",), records={"number"}, nameless=TABLE,
        label=_("Reprendre cette question"), tells=_("{by} a repris la question {number}, pour qui l’avait posée."),
        shows=_("Le numéro de la question reste. Son texte n’est plus affiché.")),
    act("question.withdraw", by=FACILITATION, moves=((*WAITING, "published"), "withdrawn"), given=("reasoned",), records={"number", "reason_sha256"},
        label=_("Retirer cette question"), tells=_("{by} a retiré la question {number}."),
        shows=_("La question et sa réponse disparaissent du site. Une marque reste, avec la date et votre raison.")),
]
# fmt: on
