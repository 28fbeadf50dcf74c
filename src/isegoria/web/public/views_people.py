"""Who: bodies and seats, what they declare, which domains are covered."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from isegoria.convention.people.seating import seat_at, seated_bodies
from isegoria.convention.publishing.library import placed
from isegoria.convention.recruitment.compositions import seated
from isegoria.web.public.pages import asked, at, reading, shown


def who(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    about = asked(request)
    return shown(
        request,
        "who",
        here="public:who",
        trail=[(_("Qui fait quoi"), "")],
        seated=seated(about),
        bodies=seated_bodies(about),
        placed=placed(about, reading=reading(request)),
    )


def seat(request: HttpRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    found = seat_at(asked(request), key)
    if found is None:
        raise Http404
    trail = [(_("Qui fait quoi"), at("public:who", asked(request))), (str(found), "")]
    return shown(
        request,
        "seat",
        here="public:who",
        trail=trail,
        seat=found,
        declarations=sorted(
            found.declarations.all(), key=lambda one: one.declared_at, reverse=True
        ),
    )
