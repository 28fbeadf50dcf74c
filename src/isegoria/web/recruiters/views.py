"""Where the recruitment stands: who may be drawn, who cannot yet, and what is sealed."""

from django.http import HttpResponse
from django.shortcuts import render

from isegoria.convention.recruitment.pool import panel_of, pool_of
from isegoria.web.recruiters.asking import RecruiterRequest


def convention(request: RecruiterRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    shown = {"pool": pool_of(request.convention), "panel": panel_of(request.convention)}
    return render(request, "recruiters/convention.html", shown)
