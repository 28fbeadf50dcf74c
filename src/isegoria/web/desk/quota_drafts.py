"""A draft of the quota table, written criterion by criterion at the desk."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.chartered import By
from isegoria.convention.recruitment import drafting
from isegoria.convention.recruitment.drafting import cells_of, criterion_of
from isegoria.convention.recruitment.models import QuotaTable
from isegoria.convention.recruitment.queries import criteria_of, quota_table, table_in_force
from isegoria.convention.verbs import quotas
from isegoria.web.acting import acting
from isegoria.web.confirming import ConfirmForm, about
from isegoria.web.desk.asking import DeskRequest
from isegoria.web.desk.quota_cells import MORE_ROWS, CellsForm, initial_of, rows_asked
from isegoria.web.desk.quota_figures import FiguresForm
from isegoria.web.desk.quota_forms import MOST_ROWS, AboutTable, BeginForm
from isegoria.web.desk.quotas import announced
from isegoria.web.editing import UNPROCESSABLE, Sheet, edited

_TOO_LONG = gettext_lazy(
    "Ce critère a plus de %(most)s valeurs : changez-le dans un tableur, puis importez la table."
)


def begin(request: DeskRequest, slug: str) -> HttpResponse:
    in_force = table_in_force(request.convention)
    size = in_force.panel_size if in_force else announced(request)
    form = BeginForm(request.POST or None, in_force=in_force, initial={"panel_size": size})

    def save(by: By) -> None:
        copied = in_force if form.cleaned_data["start"] == "copy" else None
        cells = [cell.again() for cell in cells_of(copied)] if copied else []
        quotas.import_table(form.table(request.convention), by, cells=cells)

    sheet = Sheet(
        template="desk/quota_begin.html",
        then=reverse("desk:quotas", args=[slug]),
        done=_("Le brouillon est ouvert : ajoutez-y des critères."),
        context=about(request, "quotas.import", QuotaTable(convention=request.convention)),
    )
    return edited(request, form, save, sheet)


def describe(request: DeskRequest, slug: str, number: int) -> HttpResponse:  # noqa: ARG001
    """The size of the panel and the remark of a draft."""
    draft = _draft(request, number)
    form = AboutTable.of(draft, request.POST or None)

    def save(by: By) -> None:
        quotas.edit(draft, by, cells=cells_of(draft), **form.changes)

    return edited(request, form, save, _sheet(request, draft, "desk/quota_about.html"))


def figures(request: DeskRequest, slug: str, number: int) -> HttpResponse:  # noqa: ARG001
    """Reference figures become cells, which are looked at before they are kept."""
    draft = _draft(request, number)
    taken = tuple(one.name for one in criteria_of(draft))
    form = FiguresForm(request.POST or None, table=draft, taken=taken)
    context = {**about(request, "quotas.edit", draft), "table": draft, "form": form}
    if request.method != "POST" or not form.is_valid():
        status = UNPROCESSABLE if form.errors else 200
        return render(request, "desk/quota_figures.html", context, status=status)
    cells = [one.cell for one in form.computed]
    initial = initial_of(cells, [one.share for one in form.computed])
    kept = CellsForm(table=draft, count=len(cells), base=draft.revision, initial=initial)
    return render(request, "desk/quota_criterion.html", {**context, "form": kept, "computed": True})


def criterion(request: DeskRequest, slug: str, number: int) -> HttpResponse:  # noqa: ARG001
    """The cells of a criterion, new or known, written again."""
    draft = _draft(request, number)
    sheet = _sheet(request, draft, "desk/quota_criterion.html")
    if request.method != "POST":
        form = _shown(request, draft)
        if form.count > MOST_ROWS:
            messages.warning(request, _TOO_LONG % {"most": MOST_ROWS})
            return redirect(sheet.then)
        return render(request, sheet.template, {**sheet.context, "form": form})
    count = rows_asked(request.POST)
    if request.POST.get("step") == "more":
        return render(request, sheet.template, {**sheet.context, "form": _longer(request, draft)})
    form = CellsForm(request.POST, table=draft, count=count)

    def save(by: By) -> None:
        was = form.cleaned_data["was"] or form.cleaned_data["criterion"]
        quotas.edit(draft, by, cells=drafting.written(cells_of(draft), was, form.cells))

    return edited(request, form, save, sheet)


def remove(request: DeskRequest, slug: str, number: int) -> HttpResponse:  # noqa: ARG001
    draft = _draft(request, number)
    name = request.GET.get("critere", "")
    if criterion_of(draft, name) is None:
        raise Http404
    form = ConfirmForm(request.POST or None, base=draft.revision)
    cells = drafting.without(cells_of(draft), name)
    sheet = _sheet(request, draft, "desk/quota_remove.html", name=name)
    return edited(request, form, lambda by: quotas.edit(draft, by, cells=cells), sheet)


class MoveForm(ConfirmForm):
    criterion = forms.CharField(max_length=80)
    way = forms.ChoiceField(choices=[("up", ""), ("down", "")])


def move(request: DeskRequest, slug: str, number: int) -> HttpResponse:
    """One place up or down, from the page of the draft."""
    draft = _draft(request, number)
    form = MoveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        by = -1 if form.cleaned_data["way"] == "up" else 1
        cells = drafting.moved(cells_of(draft), form.cleaned_data["criterion"], by)
        quotas.edit(draft, acting(request, form), cells=cells)
    return redirect("desk:quota_table", slug, number)


def _draft(request: DeskRequest, number: int) -> QuotaTable:
    found = quota_table(request.convention, request.viewer, number)
    if found is None:
        raise Http404
    return found


def _sheet(request: DeskRequest, draft: QuotaTable, template: str, **more: Any) -> Sheet:
    return Sheet(
        template=template,
        then=reverse("desk:quota_table", args=[request.convention.slug, draft.number]),
        done=_("Le brouillon est enregistré."),
        context={**about(request, "quotas.edit", draft), "table": draft, **more},
    )


def _shown(request: DeskRequest, draft: QuotaTable) -> CellsForm:
    """The form of the criterion that the address names, or an empty one."""
    name = request.GET.get("critere", "")
    found = criterion_of(draft, name) if name else None
    if name and found is None:
        raise Http404
    cells = found.cells if found else ()
    count = len(cells) or MORE_ROWS
    initial = {**initial_of(cells), "was": name, "rows": count}
    return CellsForm(table=draft, count=count, base=draft.revision, initial=initial)


def _longer(request: DeskRequest, draft: QuotaTable) -> CellsForm:
    """What was typed, with a few lines more; nothing is checked yet."""
    count = rows_asked({"rows": str(rows_asked(request.POST) + MORE_ROWS)})
    initial = {**request.POST.dict(), "rows": count}
    return CellsForm(table=draft, count=count, initial=initial)
