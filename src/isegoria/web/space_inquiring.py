"""A member answers an inquiry, once; or whoever they ask writes it for them."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import decide
from isegoria.convention.sessions.inquiring import inquiry_numbered
from isegoria.convention.verbs import inquiries
from isegoria.web.acting import acting
from isegoria.web.editing import edited
from isegoria.web.inquiry_forms import Answers
from isegoria.web.reasons import reason_of
from isegoria.web.space import Find, View, sheet


def inquiry(find: Find) -> View:
    @never_cache
    def view(
        request: HttpRequest,
        slug: str,  # noqa: ARG001
        number: int,
        key: UUID | None = None,
    ) -> HttpResponse:
        space = find(request, key)
        asked = inquiry_numbered(space.member.convention, number)
        if asked is None:
            raise Http404
        form = Answers(request.POST or None, inquiry=asked)

        def save(by: By) -> None:
            sentence = form.cleaned_data["sentence"]
            inquiries.answer(
                asked, space.by(by), member=space.member, answers=form.answers, sentence=sentence
            )

        decision = decide("inquiry.answer", asked, space.by(acting(request)), member=space.member)
        done = _("Merci. Votre réponse est comptée avec les autres.")
        shown = sheet(space, "inquiry", done=done, inquiry=asked, refusal=reason_of(decision))
        return edited(request, form, save, shown)

    return view
