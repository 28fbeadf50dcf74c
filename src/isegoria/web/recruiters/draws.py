"""The public draw, for the officer: prepare it, look at the chances, seal it, or void it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from isegoria.convention.recruitment.computations import computation_of
from isegoria.convention.recruitment.pool import Pool, pool_of
from isegoria.convention.recruitment.published import draw_under_way
from isegoria.convention.recruitment.sealing import signers_of
from isegoria.convention.verbs import draws as acts
from isegoria.web import drawing
from isegoria.web.confirming import reasoned
from isegoria.web.recruiters.asking import RecruiterRequest
from isegoria.web.recruiters.computing import MOST_PEOPLE


def draws(request: RecruiterRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    here = request.convention
    pool = pool_of(here)
    shown = {
        "pool": pool,
        "signers": [name for _account, name in signers_of(here, request.viewer.at)],
        "obstacles": obstacles(request, pool),
        "under_way": draw_under_way(here),
        "computation": computation_of(here, request.viewer),
        "draws": drawing.listed(here),
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
            "La liste dépasse %(most)d personnes : elle est trop longue pour ces pages. "
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


def draw(request: RecruiterRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    one = drawing.found(request.convention, key)
    shown = {
        **drawing.standing(one),
        "figures": drawing.figures(one.certificate),
        "outdated": one.state in {"sealed", "numbered"} and not one.table_is_in_force,
    }
    return render(request, "recruiters/draw.html", shown)


def void(request: RecruiterRequest, slug: str, key: UUID) -> HttpResponse:
    one = drawing.found(request.convention, key)
    return reasoned(
        request,
        "draw.void",
        one,
        acts.void,
        then=reverse("recruiters:draw", args=[slug, key]),
        done=_("Le tirage est annulé. Il reste public, avec votre raison."),
    )
