"""What was answered to an inquiry, as a page or a spreadsheet shows it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.http import HttpResponse
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from isegoria.convention.sessions.inquiries import Inquiry
from isegoria.convention.sessions.inquiring import Results
from isegoria.core.inquiry.tally import Figure
from isegoria.web.papers import tables


@dataclass(frozen=True, slots=True)
class Line:
    """One answer: how many gave it, and how long its bar is, in hundredths."""

    words: str
    count: int
    width: int


@dataclass(frozen=True, slots=True)
class Told:
    """One question: `lines` is empty when fewer than five people answered it."""

    key: str
    asks: str
    base: str
    mean: str
    lines: tuple[Line, ...]


def told(results: Results) -> list[Told]:
    return [_told(one) for one in results.figures]


def columns() -> tuple[object, ...]:
    return (_("Réponse"), {"label": _("Nombre"), "number": True}, _("En barre"))


def _told(figure: Figure) -> Told:
    longest = max(figure.counts, default=0) or 1
    words = (_(one) for one in figure.item.scale.values())
    lines = (
        Line(said, count, round(100 * count / longest))
        for said, count in zip(words, figure.counts, strict=False)
    )
    base = ngettext("%(n)d réponse", "%(n)d réponses", figure.base) % {"n": figure.base}
    mean = "" if figure.mean is None else formats.number_format(round(figure.mean, 1), 1)
    return Told(figure.item.key, _(figure.item.asks), base, mean, tuple(lines))


def spreadsheet(inquiry: Inquiry, results: Results | None) -> HttpResponse:
    """Sums alone, for whoever evaluates: a question that five people did not answer is left empty."""
    header = (_("enquête"), _("question"), _("énoncé"), _("réponse"), _("nombre"), _("moyenne"))
    figures = results.figures if results else ()
    name = f"{inquiry.convention.slug}-enquete-{inquiry.number}.csv"
    answer = HttpResponse(
        tables.table(header, _rows(inquiry, figures)), content_type=tables.MEDIA_TYPE
    )
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _rows(inquiry: Inquiry, figures: Iterable[Figure]) -> Iterator[tuple[object, ...]]:
    name = str(inquiry)
    yield (name, "", _("personnes qui pouvaient répondre"), "", inquiry.entitled, "")
    yield (name, "", _("réponses"), "", inquiry.answered, "")
    yield (name, "", _("dont sur papier"), "", inquiry.on_paper, "")
    for figure in figures:
        asks, mean = _(figure.item.asks), figure.mean
        rounded = "" if mean is None else round(mean, 2)
        if not figure.is_shown:
            yield (name, figure.item.key, asks, "", "", "")
        for (_code, words), count in zip(figure.item.scale.items(), figure.counts, strict=False):
            yield (name, figure.item.key, asks, _(words), count, rounded)
