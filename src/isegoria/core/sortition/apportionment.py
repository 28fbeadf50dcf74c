"""Seats of a panel shared between the values of a criterion, as the population is.

Largest remainder (Hamilton, Hare's quota): each value first gets the whole part of
`seats · figure / total`; the seats left go, one each, to the largest remainders. At equal
remainders the value of the greater figure comes first, then the earlier in the table. Of all ways
to share the seats, this one is the nearest to the exact shares, and each value gets its exact share
rounded down or up. Source: Balinski and Young, “Fair Representation”, 1982, chapters 3 and 10.

All is exact: figures become fractions. A float is read as the shortest decimal that gives it, which
is the one that somebody typed: 21.4 is 214/10.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import isfinite

from isegoria.core.sentences import _
from isegoria.core.sortition.model import Impossible, Quota

Figure = int | float | Decimal | Fraction


@dataclass(frozen=True, slots=True)
class Cell:
    """A value, its exact share of the seats, the seats it gets, and the bounds around them."""

    value: str
    exact: Fraction
    target: int
    least: int
    most: int


def apportioned(figures: Sequence[Figure], seats: int) -> tuple[int, ...]:
    """The seats of each figure (counts, percentages: any measure of one criterion), in order.

    They sum to `seats` ≥ 0. Raises Impossible for a figure that is negative or no number, or when
    no figure is positive while there are seats.
    """
    return _rounded(_exact(figures, seats), seats)


def cells(figures: Mapping[str, Figure], seats: int, tolerance: int = 1) -> tuple[Cell, ...]:
    """For each value: exact share, target, and target ± tolerance within 0 … seats."""
    if tolerance < 0:
        raise Impossible(
            _("La tolérance ne peut pas être négative ({tolerance})."), tolerance=tolerance
        )
    exact = _exact(tuple(figures.values()), seats)
    return tuple(
        Cell(value, share, target, max(0, target - tolerance), min(seats, target + tolerance))
        for value, share, target in zip(figures, exact, _rounded(exact, seats), strict=True)
    )


def quotas(
    criterion: str, figures: Mapping[str, Figure], seats: int, tolerance: int = 1
) -> tuple[Quota, ...]:
    """The quotas of a criterion from its reference figures; a tolerance of 0 makes them exact."""
    return tuple(
        Quota(criterion, cell.value, cell.least, cell.most, target=cell.target)
        for cell in cells(figures, seats, tolerance)
    )


def _exact(figures: Sequence[Figure], seats: int) -> tuple[Fraction, ...]:
    if seats < 0:
        raise Impossible(_("Le nombre de places ne peut pas être négatif ({seats})."), seats=seats)
    measures = tuple(_fraction(figure) for figure in figures)
    total = sum(measures, Fraction(0))
    if total == 0 and seats:
        raise Impossible(
            _(
                "Aucun chiffre de référence n’est positif : les places ne peuvent pas être réparties."
            )
        )
    return tuple(measure * seats / total if seats else Fraction(0) for measure in measures)


def _fraction(figure: Figure) -> Fraction:
    if isinstance(figure, float | Decimal) and not isfinite(figure):
        raise Impossible(
            _("Le chiffre de référence « {figure} » n’est pas un nombre."), figure=figure
        )
    measure = Fraction(repr(figure)) if isinstance(figure, float) else Fraction(figure)
    if measure < 0:
        raise Impossible(_("Le chiffre de référence {figure} est négatif."), figure=figure)
    return measure


def _rounded(exact: Sequence[Fraction], seats: int) -> tuple[int, ...]:
    whole = [int(share) for share in exact]
    first = sorted(range(len(exact)), key=lambda at: (whole[at] - exact[at], -exact[at], at))
    for at in first[: seats - sum(whole)]:
        whole[at] += 1
    return tuple(whole)
