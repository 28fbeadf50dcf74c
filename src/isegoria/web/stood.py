"""Where people stood, drawn: for each zone, how many before and after, each with its base."""

from dataclasses import dataclass
from typing import Any

from django import template

from isegoria.convention.sessions.captures import Capture, Moment

register = template.Library()


@dataclass(frozen=True, slots=True)
class Count:
    moment: str
    label: Any
    count: int
    base: int
    width: str


@dataclass(frozen=True, slots=True)
class Zone:
    label: str
    counts: tuple[Count, ...]


@register.inclusion_tag("shared/_stood.html", takes_context=True)
def stood(context: dict[str, Any], capture: Capture) -> dict[str, Any]:
    """`{% stood capture %}`: a table, with a bar in each cell."""
    zones = zones_of(capture)
    heads = [one.label for one in zones[0].counts] if zones else []
    convention = context.get("convention")
    return {"zones": zones, "heads": heads, "language": convention.language if convention else ""}


def zones_of(capture: Capture) -> list[Zone]:
    counted = list(capture.zones.all())
    given = [one for one in Moment if any(row.moment == one for row in counted)]
    bases = {one: sum(row.count for row in counted if row.moment == one) for one in given}
    labels = dict(sorted((row.zone, row.label) for row in counted))
    found = {(row.zone, row.moment): row.count for row in counted}
    return [
        Zone(
            label,
            tuple(
                Count(
                    moment=one.value,
                    label=one.label,
                    count=found.get((zone, one.value), 0),
                    base=bases[one],
                    width=f"{100 * found.get((zone, one.value), 0) / (bases[one] or 1):.1f}%",
                )
                for one in given
            ),
        )
        for zone, label in labels.items()
    ]
