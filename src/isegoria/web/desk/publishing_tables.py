"""Round tables: announced, changed, recorded, cancelled."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from isegoria.convention.chartered import By
from isegoria.convention.publishing.library import round_table, round_tables_of, slides_among
from isegoria.convention.publishing.models import RoundTable
from isegoria.convention.verbs import publishing
from isegoria.web.confirming import about, confirmed, reasoned
from isegoria.web.desk.asking import DeskRequest
from isegoria.web.desk.publishing_table_forms import RecordForm, Rows, TableForm
from isegoria.web.editing import Save, Sheet, edited

PER_PAGE = 50


def tables(request: DeskRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    found = round_tables_of(request.convention)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/publishing/tables.html", {"page": page})


def new(request: DeskRequest, slug: str) -> HttpResponse:
    here = request.convention
    form = TableForm(request.POST or None, zone=here.zone, documents=slides_among(here))
    rows = Rows(request.POST or None, [])

    def save(by: By) -> None:
        publishing.announce(form.made(here), by, speakers=rows.speakers())

    table = RoundTable(convention=here)
    return _with_rows(request, form, rows, save, _sheet(request, slug, "announce", table))


def table(request: DeskRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    return render(request, "desk/publishing/table.html", {"table": _table(request, key)})


def edit(request: DeskRequest, slug: str, key: UUID) -> HttpResponse:
    subject = _table(request, key)
    here = request.convention
    slides = slides_among(here)
    form = TableForm.of(subject, request.POST or None, zone=here.zone, documents=slides)
    rows = Rows(request.POST or None, list(subject.speakers.all()))

    def save(by: By) -> None:
        publishing.edit_round_table(subject, by, changes=form.changes, speakers=rows.speakers())

    return _with_rows(request, form, rows, save, _sheet(request, slug, "edit", subject))


def record(request: DeskRequest, slug: str, key: UUID) -> HttpResponse:
    subject = _table(request, key)
    form = RecordForm(request.POST or None, base=subject.revision)

    def save(by: By) -> None:
        publishing.record(
            subject,
            by,
            video_url=form.cleaned_data["video_url"],
            subtitled=form.cleaned_data["subtitled"],
            transcript=form.cleaned_data["transcript"],
        )

    return confirmed(
        request, "roundtable.record", subject, save, then=_page(slug, subject), form=form
    )


def cancel(request: DeskRequest, slug: str, key: UUID) -> HttpResponse:
    subject = _table(request, key)
    then = _page(slug, subject)
    return reasoned(request, "roundtable.cancel", subject, publishing.cancel, then=then)


def _with_rows(
    request: DeskRequest, form: TableForm, rows: Rows, save: Save, sheet: Sheet
) -> HttpResponse:
    """Rows are checked with the form; « one more row » shows the page again and saves nothing."""
    context = {**sheet.context, "rows": rows}
    if request.method == "POST" and (request.POST.get("step") == "row" or not rows.is_valid()):
        status = 200 if rows.is_valid() else 422
        return render(request, sheet.template, {**context, "form": form}, status=status)
    return edited(
        request, form, save, Sheet(template=sheet.template, then=sheet.then, context=context)
    )


def _sheet(request: DeskRequest, slug: str, verb: str, subject: RoundTable) -> Sheet:
    there = _page(slug, subject) if subject.state else reverse("desk:round_tables", args=[slug])
    return Sheet(
        template="desk/publishing/table_form.html",
        then=there,
        context={**about(request, f"roundtable.{verb}", subject), "back": there},
    )


def _page(slug: str, subject: RoundTable) -> str:
    return reverse("desk:round_table", args=[slug, subject.pk])


def _table(request: DeskRequest, key: UUID) -> RoundTable:
    found = round_table(request.convention, key)
    if found is None:
        raise Http404
    return found
