"""A draw before its list is sealed: what the notice will say, the computing, the chances."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from isegoria.convention.recruitment.computations import (
    UNDER_WAY,
    Computation,
    Stage,
    ask,
    cancel,
    computation_of,
)
from isegoria.convention.recruitment.computing import found_in
from isegoria.convention.recruitment.pool import Pool, pool_of
from isegoria.convention.recruitment.published import draw_under_way, draws_of
from isegoria.convention.recruitment.sealing import committed
from isegoria.convention.verbs import draws as acts
from isegoria.core.charter import CHARTER
from isegoria.web import drawing
from isegoria.web.acting import acting
from isegoria.web.confirming import ConfirmForm
from isegoria.web.editing import UNPROCESSABLE
from isegoria.web.errors import CONFLICT
from isegoria.web.recruiters.asking import RecruiterRequest
from isegoria.web.recruiters.computing import faults_of, set_going
from isegoria.web.recruiters.draw_forms import SealForm, written
from isegoria.web.recruiters.draws import obstacles

REFRESH = 5  # seconds; a link stops it
CARRIED = ("source", "source_text", "again")


def prepare(request: RecruiterRequest, slug: str) -> HttpResponse:
    """Say where the number will come from; the chances are then computed."""
    here = request.convention
    pool, earlier = pool_of(here), bool(draws_of(here))
    if pool is None or draw_under_way(here) or obstacles(request, pool):
        return redirect("recruiters:draws", slug)
    before = computation_of(here, request.viewer)
    form = SealForm(
        request.POST or None, earlier=earlier, initial=_carried(before) if before else None
    )
    if request.method == "POST" and form.is_valid():
        return _asked(request, {name: form.cleaned_data.get(name, "") for name in CARRIED})
    shown = {"form": form, "pool": pool, "faults": faults_of(pool.problem)}
    status = UNPROCESSABLE if form.is_bound and form.errors else 200
    return render(request, "recruiters/draw_prepare.html", shown, status=status)


def look(request: RecruiterRequest, slug: str) -> HttpResponse:
    """How far the computing is; then the chances, before anything is published."""
    one = computation_of(request.convention, request.viewer)
    if one is None or draw_under_way(request.convention):
        return redirect("recruiters:draws", slug)
    form, step = ConfirmForm(request.POST or None), request.POST.get("step", "")
    if request.method == "POST" and form.is_valid():
        if step == "cancel":
            cancel(one, request.viewer.at)
            return redirect("recruiters:draw_look", slug)
        if step == "again":
            return _asked(request, _carried(one))
        return _sealed(request, one, form)
    return _waited(request, one, form) if one.stage in UNDER_WAY else _looked(request, one, form)


def _asked(request: RecruiterRequest, said: dict[str, str]) -> HttpResponse:
    one, is_new = ask(request.convention, request.viewer, said)
    if is_new:
        set_going.enqueue(str(one.pk))
    return redirect("recruiters:draw_look", request.convention.slug)


def _sealed(request: RecruiterRequest, one: Computation, form: ConfirmForm) -> HttpResponse:
    """Publish what was found, for the very people and table that it was found for."""
    pool, found, draw = pool_of(request.convention), found_in(one), one.draw(request.viewer.at)
    if pool is None or found is None or draw is None or _is_stale(one, pool):
        return _looked(request, one, ConfirmForm(), status=CONFLICT)
    sealing = committed(draw, pool, found)
    acts.seal(draw, acting(request, form), sealing, seen=one.pool_sha256)
    return redirect("recruiters:draw", request.convention.slug, draw.pk)


def _waited(request: RecruiterRequest, one: Computation, form: ConfirmForm) -> HttpResponse:
    still = "immobile" in request.GET
    since = one.begun_at or one.asked_at
    shown = {
        "computation": one,
        "form": form,
        "seconds": max(0, round((request.viewer.at - since).total_seconds())),
        "still": still,
    }
    answer = render(request, "recruiters/draw_computing.html", shown)
    if not still:
        answer["Refresh"] = str(REFRESH)
    return answer


def _looked(
    request: RecruiterRequest, one: Computation, form: ConfirmForm, *, status: int = 200
) -> HttpResponse:
    pool, found = pool_of(request.convention), found_in(one)
    shown = {
        "computation": one,
        "form": form,
        "found": found,
        "stale": one.stage == Stage.DONE and _is_stale(one, pool),
        "faults": faults_of(pool.problem) if pool and one.stage == Stage.CONFLICT else (),
        "figures": drawing.figures(found.certificate) if found else [],
        "unseatable": _codes(found.unseatable, pool) if found and pool else [],
        "told": written(one),
        "seconds": _seconds(one),
        "act": CHARTER["draw.seal"],
    }
    return render(request, "recruiters/draw_look.html", shown, status=status)


def _is_stale(one: Computation, pool: Pool | None) -> bool:
    return pool is None or pool.sha256 != one.pool_sha256


def _codes(places: tuple[int, ...], pool: Pool) -> list[str]:
    return [pool.people[place].code for place in places if place < len(pool.people)]


def _seconds(one: Computation) -> int:
    took = one.ended_at - one.begun_at if one.ended_at and one.begun_at else None
    return max(1, round(took.total_seconds())) if took else 1


def _carried(one: Computation) -> dict[str, str]:
    return {name: getattr(one, name) for name in CARRIED}
