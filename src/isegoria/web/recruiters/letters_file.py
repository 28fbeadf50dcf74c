"""The file of the letters, for whoever prints them: it exists in the answer to a form, and nowhere."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from isegoria.core.sheets.reading import SHOWN, Fault, Unreadable
from isegoria.core.sheets.writing import csv_of, xlsx_of
from isegoria.web.recruiters.asking import RecruiterRequest

FORMATS = (("csv", "CSV"), ("xlsx", "XLSX"))
CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def door_of(request: RecruiterRequest) -> str:
    """Where the code of a letter is typed."""
    return request.build_absolute_uri(reverse("joining:door", args=[request.convention.slug]))


def told(why: Unreadable) -> list[Fault]:
    """What is wrong with a file that was sent, in the reader's language."""
    return [one.translated(_) for one in why.faults[:SHOWN]]


def letters_file(
    request: RecruiterRequest, titles: Sequence[str], rows: Sequence[Sequence[str]], name: str
) -> HttpResponse:
    book = request.POST.get("format") == "xlsx"
    content = xlsx_of(titles, rows) if book else csv_of(titles, rows)
    response = HttpResponse(content, content_type=XLSX if book else CSV)
    name = f"{request.convention.slug}-{name}.{'xlsx' if book else 'csv'}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response
