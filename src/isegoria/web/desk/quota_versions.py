"""The versions of the quota table beside each other, and as files."""

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.recruitment.amending import compared, others_of
from isegoria.convention.recruitment.models import QuotaTable
from isegoria.convention.recruitment.queries import criteria_of, quota_table
from isegoria.core.charter.reasons import STATES
from isegoria.web.desk.asking import DeskRequest
from isegoria.web.papers import tables
from isegoria.web.ui.forms import HouseRenderer


class OtherForm(forms.Form):
    """Which version to compare with."""

    default_renderer = HouseRenderer
    other = forms.TypedChoiceField(label=gettext_lazy("Comparer avec"), coerce=int)


def compare(request: DeskRequest, slug: str, number: int) -> HttpResponse:  # noqa: ARG001
    """With the version asked for, or else with the one that this one followed."""
    table = _table(request, number)
    others = {one.number: one for one in others_of(table, request.viewer)}
    if not others:
        return render(request, "desk/quota_compare.html", {"table": table})
    asked = request.GET.get("other", "")
    chosen = next((one for one in others.values() if str(one.number) == asked), None)
    other = chosen or next(iter(others.values()))
    form = OtherForm(initial={"other": other.number})
    form.fields["other"].choices = [(n, _named(one)) for n, one in sorted(others.items())]  # type: ignore[attr-defined]
    older, newer = sorted((table, other), key=lambda one: one.number)
    context = {"table": table, "form": form, "comparison": compared(older, newer)}
    return render(request, "desk/quota_compare.html", context)


def csv(request: DeskRequest, slug: str, number: int) -> HttpResponse:
    body = tables.quotas(criteria_of(_table(request, number)))
    return _file(body, tables.MEDIA_TYPE, f"{slug}-quotas-{number}.csv")


def xlsx(request: DeskRequest, slug: str, number: int) -> HttpResponse:
    body = tables.quotas_book(criteria_of(_table(request, number)))
    return _file(body, tables.BOOK_TYPE, f"{slug}-quotas-{number}.xlsx")


def _file(body: bytes, media: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(body, content_type=media, headers=headers)


def _named(table: QuotaTable) -> str:
    return _("version %(number)s, %(state)s") % {
        "number": table.number,
        "state": _(STATES[table.state]),
    }


def _table(request: DeskRequest, number: int) -> QuotaTable:
    found = quota_table(request.convention, request.viewer, number)
    if found is None:
        raise Http404
    return found
