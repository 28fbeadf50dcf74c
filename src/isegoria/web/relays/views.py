"""What a relay sees first: for whom it works, and its own people."""

from django.http import HttpResponse
from django.shortcuts import render

from isegoria.convention.recruitment.people import candidates, my_relays
from isegoria.web.relays.asking import RelayRequest


def convention(request: RelayRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    shown = {
        "relays": my_relays(request.convention, request.viewer),
        "count": candidates(request.convention, request.viewer).count(),
    }
    return render(request, "relays/convention.html", shown)
