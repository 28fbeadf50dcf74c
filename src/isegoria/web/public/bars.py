"""Bars of a table, as figures that an SVG holds: widths in hundredths, heights in lines.

The pool is shown on the panel's scale: its whole is as long as the whole panel.
"""

from dataclasses import dataclass

from isegoria.convention.recruitment.compositions import Group, Table

LINE, BAR, STEP, GAP = 1.5, 0.7, 1.1, 0.6  # in em: words, one bar, from bar to bar, between groups
ROOM = 84  # the longest bar, in hundredths; the rest is for its figure
LONGEST_LABEL = 36


@dataclass(frozen=True, slots=True)
class Bar:
    kind: str
    top: str
    baseline: str
    width: str
    figure: str
    figure_at: str


@dataclass(frozen=True, slots=True)
class Row:
    label: str
    baseline: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    rows: tuple[Row, ...]
    height: str


def drawn(table: Table, seats: int, pool: int) -> Chart:
    """One group of three bars for each group of values."""
    scaled = [(one, _lengths(one, seats, pool)) for one in table.groups]
    longest = max((length for _, lengths in scaled for length in lengths), default=0) or 1
    tall = LINE + 3 * STEP + GAP
    rows = tuple(
        _row(group, [length / longest * ROOM for length in lengths], place * tall)
        for place, (group, lengths) in enumerate(scaled)
    )
    return Chart(rows, _em(len(rows) * tall))


def _lengths(group: Group, seats: int, pool: int) -> tuple[float, float, float]:
    return float(group.target), group.pool * seats / pool if pool else 0.0, float(group.panel)


def _row(group: Group, widths: list[float], top: float) -> Row:
    figures = (group.target, group.pool, group.panel)
    bars = []
    for place, (kind, width, figure) in enumerate(
        zip(("target", "pool", "panel"), widths, figures, strict=True)
    ):
        y = top + LINE + place * STEP
        bars.append(
            Bar(
                kind=kind,
                top=_em(y),
                baseline=_em(y + BAR),
                width=f"{width:.1f}%",
                figure=str(figure),
                figure_at=f"{width + 1.5:.1f}%",
            )
        )
    return Row(_short(", ".join(group.values)), _em(top + 1), tuple(bars))


def _short(label: str) -> str:
    return label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1].rstrip()}…"


def _em(height: float) -> str:
    return f"{height:.2f}em"
