"""Looking for somebody by their name or number: it is sent by a form, and kept out of addresses.

An address is written down by every server on the way, and by the browser. What is looked for is
sealed in it, with the key that each erasure destroys.
"""

from collections.abc import Iterable
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from isegoria.convention.mandate.models import Convention
from isegoria.convention.recruitment.people import kept_in_address, looked_for

LONGEST = 120
WORDS = "q"


def sent(request: HttpRequest, convention: Convention, fields: Iterable[str]) -> HttpResponse:
    """To the same page, with what was sent in its address."""
    said = {key: request.POST.get(key, "").strip()[:LONGEST] for key in fields}
    said[WORDS] = kept_in_address(convention, said[WORDS])
    asked = urlencode({key: value for key, value in said.items() if value})
    return redirect(f"{request.path}?{asked}")


def sought(request: HttpRequest, convention: Convention) -> dict[str, str]:
    """What the address asks, its words opened."""
    words = looked_for(convention, request.GET.get(WORDS, ""))
    return {**request.GET.dict(), WORDS: words}
