"""The public draw, for the officer: prepare it, look at the chances, seal it, or void it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from isegoria.convention.recruitment.draws import Draw
from isegoria.convention.recruitment.pool import Pool, pool_of
from isegoria.convention.recruitment.published import draw_at, draw_under_way, draws_of
from isegoria.convention.recruitment.sealing import signers_of
from isegoria.convention.verbs import draws as acts
from isegoria.core.charter import CHARTER
from isegoria.web import drawing
from isegoria.web.acting import acting
from isegoria.web.confirming import ReasonForm, confirmed
from isegoria.web.editing import UNPROCESSABLE, unless_done
from isegoria.web.recruiters.asking import RecruiterRequest
from isegoria.web.recruiters.computing import MOST_PEOPLE, Computed, computed, faults_of
from isegoria.web.recruiters.draw_forms import SealForm


def draws(request: RecruiterRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    here = request.convention
    pool = pool_of(here)
    shown = {
        "pool": pool,
        "signers": [name for _account, name in signers_of(here, request.viewer.at)],
        "obstacles": obstacles(request, pool),
        "under_way": draw_under_way(here),
        "draws": [(one, drawing.tone_of(one)) for one in draws_of(here)],
    }
    return render(request, "recruiters/draws.html", shown)


def obstacles(request: RecruiterRequest, pool: Pool | None) -> list[str]:
    """What keeps a list from being computed now, in sentences; the conflict of quotas apart."""
    if pool is None:
        return [_("L’organisation doit d’abord figer la table des quotas.")]
    found = []
    people, signers = len(pool.people), len(signers_of(request.convention, request.viewer.at))
    if not people:
        found.append(_("Personne n’est encore inscrit avec toutes les réponses de la table."))
    if people > MOST_PEOPLE:
        too_many = _(
            "La liste dépasse %(most)d personnes : le calcul serait trop long pour une page. "
            "Faites-le avec la commande ./isegoria draw, dont le dossier se vérifie de même."
        )
        found.append(too_many % {"most": MOST_PEOPLE})
    if signers < 2:
        missing = ngettext(
            "Il faut deux garants au moins pour signer le numéro ; il y en a %(count)d. "
            "L’organisation les nomme.",
            "Il faut deux garants au moins pour signer le numéro ; il y en a %(count)d. "
            "L’organisation les nomme.",
            signers,
        )
        found.append(missing % {"count": signers})
    return found


def prepare(request: RecruiterRequest, slug: str) -> HttpResponse:
    """Say where the number comes from, look at the chances, then seal."""
    here = request.convention
    pool, earlier = pool_of(here), bool(draws_of(here))
    if pool is None or draw_under_way(here) or obstacles(request, pool):
        return redirect("recruiters:draws", slug)
    form = SealForm(request.POST or None, earlier=earlier)
    step = request.POST.get("step", "look")
    if request.method == "POST" and form.is_valid() and step in {"look", "confirm"}:
        draw = _draw(request, pool, form)
        found = computed(draw, pool)
        if step == "confirm" and found.sealing is not None:
            seen = form.cleaned_data["seen"] or "-"
            acts.seal(draw, acting(request, form), found.sealing, seen=seen)
            return redirect("recruiters:draw", slug, draw.pk)
        return _looked(request, form, found)
    unless_done(form)
    shown = {"form": form, "pool": pool, "faults": faults_of(pool.problem)}
    status = UNPROCESSABLE if form.is_bound and form.errors else 200
    return render(request, "recruiters/draw_prepare.html", shown, status=status)


def _draw(request: RecruiterRequest, pool: Pool, form: SealForm) -> Draw:
    said = form.cleaned_data
    return Draw(
        convention=request.convention,
        table=pool.table,
        source=said["source"],
        source_text=said["source_text"],
        again=said.get("again", ""),
        sealed_at=request.viewer.at,
    )


def _looked(request: RecruiterRequest, form: SealForm, found: Computed) -> HttpResponse:
    """The chances, before anything is published."""
    sealing = found.sealing
    fields = [(one.html_name, one.value() or "") for one in form if one.name != "seen"]
    shown = {
        "form": form,
        "carried": [*fields, ("seen", sealing.pool_sha256 if sealing else "")],
        "found": found,
        "seconds": max(1, round(found.seconds)),
        "figures": drawing.figures(sealing.certificate) if sealing else [],
        "act": CHARTER["draw.seal"],
    }
    return render(request, "recruiters/draw_look.html", shown)


def draw(request: RecruiterRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    one = found_draw(request, key)
    shown = {
        "draw": one,
        "said": drawing.state_of(one),
        "tone": drawing.tone_of(one),
        "ticket": drawing.number_of(one),
        "figures": drawing.figures(one.certificate),
        "outdated": one.state in {"sealed", "numbered"} and not one.table_is_in_force,
    }
    return render(request, "recruiters/draw.html", shown)


def void(request: RecruiterRequest, slug: str, key: UUID) -> HttpResponse:
    one = found_draw(request, key)
    form = ReasonForm(request.POST or None, base=one.revision)
    return confirmed(
        request,
        "draw.void",
        one,
        lambda by: acts.void(one, by, reason=form.cleaned_data["reason"]),
        form=form,
        then=reverse("recruiters:draw", args=[slug, key]),
        done=_("Le tirage est annulé. Il reste public, avec votre raison."),
    )


def found_draw(request: RecruiterRequest, key: UUID) -> Draw:
    one = draw_at(request.convention, key)
    if one is None:
        raise Http404
    return one
