"""Quotas as rows of a table, in the format of sortition-algorithms."""

from collections.abc import Iterable

from isegoria.core.sortition.model import Quota

QUOTA_TITLES = ("feature", "value", "min", "max", "min_flex", "max_flex")


def quota_rows(quotas: Iterable[Quota]) -> list[tuple[object, ...]]:
    """Under QUOTA_TITLES; a flexibility that was not given leaves its cell empty."""
    return [
        (q.criterion, q.value, q.least, q.most, _given(q.least_flex), _given(q.most_flex))
        for q in quotas
    ]


def _given(number: int | None) -> int | str:
    return "" if number is None else number
