"""What members say of the convention itself: the pulse of each session, the final survey."""

from isegoria.core.charter.acts.holders import FACILITATION, FACILITATOR, FOR_A_MEMBER
from isegoria.core.charter.language import STAYS, act
from isegoria.core.charter.words import Audience, Role, _

# fmt: off
ACTS = [
    act("inquiry.open", by=FACILITATION, moves=("", "open"), given=("timely", "first_of_its_kind"), records={"number", "topic"},
        label=_("Ouvrir l’enquête"), tells=_("{by} a ouvert l’enquête {number} auprès des membres : {topic}."),
        shows=_("Tout le monde voit que l’enquête est ouverte. Aucun résultat n’est montré avant la clôture, pas même à vous.")),
    act("inquiry.answer", by=FOR_A_MEMBER, moves=("open", STAYS), given=("own_answer", "member_active", "took_part", "not_yet_answered", "something_answered"), seen_by=Audience.OFFICE, records={"number"}, nameless=(Role.MEMBER,),
        label=_("Envoyer ma réponse"), tells=_("{by} a envoyé une réponse à l’enquête {number}."),
        shows=_("Votre réponse est ajoutée aux autres, sans votre numéro.")),
    act("inquiry.count", by=FACILITATION, moves=("open", STAYS), given=("sheets_fit",), records={"number", "sheets"},
        label=_("Compter des feuilles de papier"), tells=_("{by} a compté {sheets} réponses sur papier à l’enquête {number}."),
        shows=_("Le nombre de feuilles est public, pas ce qu’elles disent avant la clôture.")),
    act("inquiry.close", by=FACILITATION, moves=("open", "ended"), records={"number", "answered", "entitled"},
        label=_("Clore l’enquête"), tells=_("{by} a clos l’enquête {number} : {answered} réponses, pour {entitled} personnes qui pouvaient répondre."),
        shows=_("Le nombre de réponses devient public. Les résultats aussi, si cinq personnes au moins ont répondu. L’enquête ne peut plus être rouverte.")),
    act("inquiry.publish_sentence", by=FACILITATOR, moves=("ended", STAYS), given=("enough_answers", "sentence_waits"), records={"number"},
        label=_("Publier cette phrase"), tells=_("{by} a publié une phrase écrite dans l’enquête {number}."),
        shows=_("La phrase devient publique, sans rien qui dise qui l’a écrite. Vérifiez qu’on ne reconnaît personne.")),
    act("inquiry.set_aside_sentence", by=FACILITATOR, moves=("ended", STAYS), given=("sentence_waits",), records={"number", "grounds"},
        label=_("Écarter cette phrase"), tells=_("{by} a écarté une phrase écrite dans l’enquête {number} : {grounds}."),
        shows=_("La raison est publique et comptée. La phrase, non.")),
]
# fmt: on
