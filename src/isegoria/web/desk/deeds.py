"""Who did what: the journal, with the hand behind each entry, for organisers."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from isegoria.convention.governance.queries import hands_behind
from isegoria.convention.journal.models import Entry
from isegoria.convention.journal.queries import Search, entries
from isegoria.convention.people.models import Account
from isegoria.core.charter import CHARTER, ROLE_NAMES, Role
from isegoria.web.desk.asking import DeskRequest
from isegoria.web.desk.deed_forms import DeedsForm
from isegoria.web.spreadsheets import line
from isegoria.web.telling import Told, tell

PAGE = 50
STEP = 500


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what was done, told, in which role, and by whose hand. Sealed, nothing but that."""

    told: Told
    role: str
    hand: str
    helped: str


def journal(request: DeskRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    form = DeedsForm(request.GET or None)
    search = form.search(request.convention)
    found = _found(request, search, PAGE + 1)
    more = urlencode({**form.asked, "before": found[PAGE - 1].position}) if found[PAGE:] else ""
    context = {
        "form": form,
        "rows": _with_hands(request, found[:PAGE]),
        "older": f"?{more}" if more else "",
        "newest": f"?{urlencode(form.asked)}" if search.before is not None else "",
        "asked": urlencode(form.asked),
    }
    return render(request, "desk/deeds.html", context)


def download(request: DeskRequest, slug: str) -> StreamingHttpResponse:
    """The same lines as a table, for a spreadsheet: no cell can be taken for a formula."""
    search = DeedsForm(request.GET or None).search(request.convention)
    name = f"qui-a-fait-quoi-{slug}.csv"
    return StreamingHttpResponse(
        _table(request, search),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _found(request: DeskRequest, search: Search, limit: int) -> list[Entry]:
    audiences = request.viewer.audiences
    return entries(request.convention.pk, audiences=audiences, search=search, limit=limit)


def _with_hands(request: DeskRequest, found: list[Entry]) -> list[Row]:
    hands = hands_behind(found, request.viewer)
    return [
        Row(
            told,
            _role(told),
            _name(deed.actor if deed else None),
            _name(deed.on_behalf_of if deed else None),
        )
        for told in tell(found, audiences=request.viewer.audiences)
        for deed in [hands.get(told.entry.pk)]
    ]


def _role(told: Told) -> str:
    return "" if told.sealed else _(ROLE_NAMES[Role(told.entry.role)])


def _name(account: Account | None) -> str:
    return str(account) if account else ""


def _table(request: DeskRequest, search: Search) -> Iterator[str]:
    yield "\ufeff" + line(
        [_("numéro"), _("date"), _("acte"), _("rôle"), _("personne"), _("pour"), _("phrase")]
    )
    while found := _found(request, search, STEP):
        for row in _with_hands(request, found):
            entry = row.told.entry
            said = "" if row.told.sealed else _(CHARTER[entry.act].label)
            when = entry.at.astimezone(request.convention.zone).isoformat(timespec="seconds")
            yield line(
                [str(entry.number), when, said, row.role, row.hand, row.helped, row.told.sentence]
            )
        search = replace(search, before=found[-1].position)
