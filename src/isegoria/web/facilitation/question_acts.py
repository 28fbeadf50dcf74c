"""What the team does to a question, one page an act."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from isegoria.convention.chartered import By
from isegoria.convention.sessions.questions import Question
from isegoria.convention.verbs import questions
from isegoria.web.acting import viewer_of
from isegoria.web.confirming import about, confirmed, reasoned
from isegoria.web.editing import Sheet, edited
from isegoria.web.facilitation.asking import FacilitationRequest, question_of
from isegoria.web.facilitation.question_forms import ConfideForm
from isegoria.web.question_forms import AnswerForm


def admit(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    found = question_of(request, key)
    then, done = _page(slug, found), _("La question est acceptée. Confiez-la à qui peut répondre.")
    return confirmed(
        request,
        "question.admit",
        found,
        lambda by: questions.admit(found, by),
        then=then,
        done=done,
    )


def set_aside(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    found = question_of(request, key)
    return reasoned(
        request, "question.set_aside", found, questions.set_aside, then=_page(slug, found)
    )


def confide(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    found = question_of(request, key)
    form = ConfideForm(
        request.POST or None, question=found, viewer=viewer_of(request), base=found.revision
    )
    sheet = Sheet(
        template="facilitation/question_confide.html",
        then=_page(slug, found),
        done=_("La question est confiée, et publique avec sa date."),
        context=_about(request, "question.confide", found),
    )
    return edited(request, form, lambda by: questions.confide(found, by, **form.asked), sheet)


def answer(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    """An answer that came by letter, by e-mail or by voice, entered for whoever gave it."""
    found = question_of(request, key)
    form = AnswerForm.of(found, request.POST or None)

    def save(by: By) -> None:
        for_them = By(by.actor, by.at, found.confided_to or found.respondent, by.once, by.base)
        questions.answer(found, for_them, answer=form.cleaned_data["answer"])

    sheet = Sheet(
        template="facilitation/question_answer.html",
        then=_page(slug, found),
        done=_("La réponse est enregistrée. Relisez-la, puis publiez-la."),
        context=_about(request, "question.answer", found),
    )
    return edited(request, form, save, sheet)


def publish(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    found = question_of(request, key)
    return confirmed(
        request,
        "question.publish",
        found,
        lambda by: questions.publish(found, by),
        then=_page(slug, found),
        done=_("La réponse est publique."),
    )


def take_back(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    found = question_of(request, key)
    return confirmed(
        request,
        "question.take_back",
        found,
        lambda by: questions.take_back(found, by),
        then=_page(slug, found),
    )


def withdraw(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    found = question_of(request, key)
    return reasoned(
        request, "question.withdraw", found, questions.withdraw, then=_page(slug, found)
    )


def _about(request: FacilitationRequest, act: str, found: Question) -> dict[str, object]:
    """The page of an act on this question, with its words above the form."""
    back = _page(request.convention.slug, found)
    return {**about(request, act, found), "question": found, "back": back}


def _page(slug: str, found: Question) -> str:
    return reverse("facilitation:question", args=[slug, found.pk])
