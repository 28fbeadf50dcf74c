"""The public draw, for the guarantors: sign its number, contest it, check what was sealed."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from isegoria.convention.recruitment.openings import openings_of
from isegoria.convention.verbs import draws as acts
from isegoria.web import drawing
from isegoria.web.confirming import confirmed, reasoned
from isegoria.web.guarantors.asking import GuarantorRequest
from isegoria.web.guarantors.draw_forms import NumberForm


def draws(request: GuarantorRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    shown = {"draws": drawing.listed(request.convention)}
    return render(request, "guarantors/draws.html", shown)


def how(request: GuarantorRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    return render(request, "guarantors/draw_help.html")


def draw(request: GuarantorRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    one = drawing.found(request.convention, key)
    shown = {
        **drawing.standing(one),
        "signers": [signer.name for signer in one.signers.all()],
        "follows": drawing.followed(one),
        # What the forms of these acts will bring, so that their buttons ask about the rest.
        "given": {"ticket": one.ticket or 0, "reason": "…"},
    }
    return render(request, "guarantors/draw.html", shown)


def sign(request: GuarantorRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    return _numbered(request, key, "draw.sign", _("Votre signature est publique."))


def countersign(request: GuarantorRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    return _numbered(request, key, "draw.countersign", _("Le panel de ce numéro est tiré."))


def _numbered(request: GuarantorRequest, key: UUID, act: str, done: str) -> HttpResponse:
    """A guarantor writes the number that they read on the balls."""
    one = drawing.found(request.convention, key)
    form = NumberForm(request.POST or None, base=one.revision)
    perform = {"draw.sign": acts.sign, "draw.countersign": acts.countersign}[act]
    return confirmed(
        request,
        act,
        one,
        lambda by: perform(one, by, ticket=form.ticket),
        form=form,
        given={"ticket": one.ticket or 0},
        then=reverse("guarantors:draw", args=[request.convention.slug, key]),
        done=done,
    )


def contest(request: GuarantorRequest, slug: str, key: UUID) -> HttpResponse:
    one = drawing.found(request.convention, key)
    return reasoned(
        request,
        "draw.contest",
        one,
        acts.contest,
        then=reverse("guarantors:draw", args=[slug, key]),
        done=_("Le numéro est contesté : il est à signer de nouveau."),
    )


def read(request: GuarantorRequest, slug: str, key: UUID) -> HttpResponse:
    """Say in public why one reads what was sealed."""
    one = drawing.found(request.convention, key)
    return reasoned(
        request,
        "draw.read",
        one,
        acts.read_openings,
        then=reverse("guarantors:draw_openings", args=[slug, key]),
        done=_("Votre raison est publique. Vous pouvez lire les ouvertures pendant une heure."),
    )


def openings(request: GuarantorRequest, slug: str, key: UUID) -> HttpResponse:
    """The whole check: a thousand panels, their quotas, and what each candidate was told."""
    one = drawing.found(request.convention, key)
    found = openings_of(one, request.viewer)
    if found is None:
        return redirect("guarantors:draw_read", slug, key)
    holds, sentence = drawing.opened(one, found)
    shown = {"draw": one, "holds": holds, "sentence": sentence}
    return render(request, "guarantors/draw_openings.html", shown)


def openings_file(request: GuarantorRequest, slug: str, key: UUID) -> HttpResponse:
    one = drawing.found(request.convention, key)
    found = openings_of(one, request.viewer)
    if found is None:
        return redirect("guarantors:draw_read", slug, key)
    return drawing.file_of(found, "openings.json")
