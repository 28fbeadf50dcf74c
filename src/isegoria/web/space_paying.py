"""A member gives up a sum that they are owed, without saying why."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from isegoria.convention.sessions.indemnifying import payment_to
from isegoria.convention.verbs import indemnities
from isegoria.web.confirming import ConfirmForm
from isegoria.web.editing import edited
from isegoria.web.space import Find, View, sheet


def give_up(find: Find) -> View:
    @never_cache
    def view(
        request: HttpRequest,
        slug: str,  # noqa: ARG001
        number: int,
        key: UUID | None = None,
    ) -> HttpResponse:
        space = find(request, key)
        found = payment_to(space.member, number)
        if found is None or (found.state != "due" and request.method != "POST"):
            raise Http404
        form = ConfirmForm(request.POST or None)
        done = _("C’est noté. Cette somme ne vous sera pas versée.")
        shown = sheet(space, "give_up", done=done, payment=found)
        return edited(request, form, lambda by: indemnities.give_up(found, space.by(by)), shown)

    return view
