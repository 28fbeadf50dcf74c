"""Who sits with whom in a session."""

from isegoria.core.charter.acts.holders import FACILITATION
from isegoria.core.charter.language import STAYS, act
from isegoria.core.charter.words import Audience, _

OFFICE = Audience.OFFICE

# fmt: off
ACTS = [
    act("seating.make", by=FACILITATION, moves=("", "made"), given=("to_come", "known_criteria"), seen_by=OFFICE, records={"number", "tables", "rounds", "met", "bound"},
        label=_("Faire ce plan de tables"), tells=_("{by} a fait le plan de tables {number} : {tables} tables, {rounds} tours, {met} rencontres sur {bound} possibles.")),
    act("seating.settle", by=FACILITATION, moves=("made", "settled"), given=("to_come",), seen_by=OFFICE, records={"number"},
        label=_("Retenir ce plan"), tells=_("{by} a retenu le plan de tables {number}.")),
    act("seating.adapt", by=FACILITATION, moves=(("made", "settled"), STAYS), given=("to_come",), seen_by=OFFICE, records={"number", "first", "moved", "met", "bound"},
        label=_("Adapter le plan à qui est là"), tells=_("{by} a adapté le plan de tables {number} à partir du tour {first} : {moved} changements de table.")),
    act("seating.discard", by=FACILITATION, moves=("made", "discarded"), seen_by=OFFICE, records={"number"},
        label=_("Écarter ce plan"), tells=_("{by} a écarté le plan de tables {number}.")),
    act("seating.replace", by=FACILITATION, moves=("settled", "replaced"), given=("replaced",), seen_by=OFFICE, records={"number", "by_number"},
        label=_("Remplacer"), tells=_("{by} a remplacé le plan de tables {number} par le plan {by_number}.")),
]
# fmt: on
