"""What a plan lacks, and how its time is shared between ways of expressing oneself.

The three rules are those of the methods library of the domain: at least three of the four ways in
a session, never more than 45 minutes on end in one way alone, and for each sequence another way
of doing it for each need.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from isegoria.core.runsheet.words import MODALITY_NAMES, NEED_NAMES, Modality, Need
from isegoria.core.sentences import Sentence, _

FEWEST_WAYS = 3
LONGEST_IN_ONE_WAY = 45


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One sequence of a plan. minutes: its length. equivalents: need → how one takes part.

    rests: a break, in which nobody is asked to express anything.
    """

    title: str
    minutes: int
    modalities: frozenset[Modality]
    equivalents: Mapping[Need, str] = field(default_factory=dict)
    rests: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """Something that a plan lacks. `at` is the rank of the sequence, from 0; None: the whole."""

    code: str
    sentence: Sentence
    at: int | None = None


def lacks(items: Sequence[Item], *, room: int | None = None) -> list[Lack]:
    """All that the plan lacks, the whole first, then in the order of the sequences.

    room: the minutes that the session lasts.
    """
    whole = [*_too_long(items, room), *_ways(items)]
    return [*whole, *_on_end(items), *_missing_ways(items), *_missing_equivalents(items)]


def shares(items: Sequence[Item]) -> dict[Modality, Fraction]:
    """Minutes for each way; a sequence that uses several shares its time equally between them."""
    found = dict.fromkeys(Modality, Fraction(0))
    for item in items:
        for way in item.modalities:
            found[way] += Fraction(item.minutes, len(item.modalities))
    return found


def _too_long(items: Sequence[Item], room: int | None) -> list[Lack]:
    over = sum(one.minutes for one in items) - room if room is not None else 0
    if over <= 0:
        return []
    said = Sentence(
        _("Le déroulé dépasse la fin de la séance de {over} minute(s)."), {"over": over}
    )
    return [Lack(code="too_long", sentence=said)]


def _ways(items: Sequence[Item]) -> list[Lack]:
    used = {way for item in items for way in item.modalities}
    if not items or len(used) >= FEWEST_WAYS:
        return []
    unused = _listed(MODALITY_NAMES[way] for way in Modality if way not in used)
    said = Sentence(
        _(
            "La séance utilise {used} façon(s) de s’exprimer sur 4 : il en faut 3. Ajoutez : {unused}."
        ),
        {"used": len(used), "unused": unused},
    )
    return [Lack(code="ways", sentence=said)]


def _on_end(items: Sequence[Item]) -> list[Lack]:
    """Stretches of sequences that keep to one and the same way for too long."""
    found, start = [], 0
    for at, item in enumerate(items):
        if len(item.modalities) != 1 or item.modalities != items[start].modalities:
            start = at
        lasted = sum(one.minutes for one in items[start : at + 1])
        ends = at + 1 == len(items) or items[at + 1].modalities != item.modalities
        if len(item.modalities) == 1 and ends and lasted > LONGEST_IN_ONE_WAY:
            (way,) = item.modalities
            said = Sentence(
                _("{minutes} minutes de suite par une seule façon ({way}) : 45 au plus."),
                {"minutes": lasted, "way": Sentence(MODALITY_NAMES[way])},
            )
            found.append(Lack(code="on_end", sentence=said, at=at))
    return found


def _missing_ways(items: Sequence[Item]) -> list[Lack]:
    return [
        Lack(
            code="no_way",
            sentence=Sentence(_("On ne sait pas comment chacun s’y exprime.")),
            at=at,
        )
        for at, item in enumerate(items)
        if not item.modalities and not item.rests
    ]


def _missing_equivalents(items: Sequence[Item]) -> list[Lack]:
    found = []
    for at, item in enumerate(items):
        absent = [need for need in Need if not item.equivalents.get(need, "").strip()]
        if absent:
            names = _listed(NEED_NAMES[need] for need in absent)
            said = Sentence(_("Une autre façon de faire manque pour : {needs}."), {"needs": names})
            found.append(Lack(code="equivalents", sentence=said, at=at))
    return found


def _listed(names: Iterable[str]) -> Sentence:
    """Names one after the other, each to be translated."""
    each = {f"n{at}": Sentence(name) for at, name in enumerate(names)}
    return Sentence(", ".join(f"{{{name}}}" for name in each), each)
