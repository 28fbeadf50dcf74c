"""What was asked for so that everybody could take part, and what was provided: in totals."""

from collections.abc import Sequence

from isegoria.core.charter.acts.holders import FACILITATOR
from isegoria.core.charter.language import Act, act
from isegoria.core.charter.words import _

# fmt: off
ACTS: Sequence[Act] = [
    act("provisions.publish", by=FACILITATOR, moves=("", "published"), given=("sessions_over", "totals_once"), records={"lines"},
        label=_("Publier les totaux"), tells=_("{by} a publié ce qui a été demandé et prévu pour que chacun participe ({lines} lignes)."),
        shows=_("Les totaux deviennent publics, une seule fois. Ce que moins de cinq personnes ont demandé est regroupé : personne n’est reconnu.")),
]
# fmt: on
