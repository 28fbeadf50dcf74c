"""What waits for somebody's written answer, and the answer."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from isegoria.convention.chartered import By
from isegoria.convention.sessions.questioning import answerable_at, to_answer, waiting_for
from isegoria.convention.verbs import questions as acts
from isegoria.web.answering.asking import AnsweringRequest
from isegoria.web.confirming import about
from isegoria.web.editing import Sheet, edited
from isegoria.web.question_forms import AnswerForm

PER_PAGE = 25


def questions(request: AnsweringRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    """Those that wait first, the nearest date at the top; then those that are answered."""
    found = to_answer(request.convention, request.viewer)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    shown = {
        "page": page,
        "rows": [(one, one.is_overdue(request.viewer.at)) for one in page],
        "waiting": waiting_for(request.convention, request.viewer),
        "columns": (_("Question"), _("Où elle en est"), _("Réponse pour le")),
    }
    return render(request, "answering/questions.html", shown)


def answer(request: AnsweringRequest, slug: str, key: UUID) -> HttpResponse:
    """The question and its form; the answer alone once it is public."""
    found = answerable_at(request.convention, request.viewer, key)
    if found is None:
        raise Http404
    form = AnswerForm.of(found, request.POST or None)

    def save(by: By) -> None:
        acts.answer(found, by, answer=form.cleaned_data["answer"])

    back = reverse("answering:questions", args=[slug])
    sheet = Sheet(
        template="answering/answer.html",
        then=back,
        done=_("Votre réponse est enregistrée. L’animation la relit, puis la publie telle quelle."),
        context={
            **about(request, "question.answer", found),
            "question": found,
            "overdue": found.is_overdue(request.viewer.at),
            "back": back,
        },
    )
    return edited(request, form, save, sheet)
