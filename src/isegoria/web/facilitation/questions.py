"""Questions as the team sees them: what waits, on which pile, and one of them."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.sessions.queries import sessions_of
from isegoria.convention.sessions.questioning import (
    Wanted,
    members_who_asked,
    piles,
    questions_of,
    sought,
)
from isegoria.convention.sessions.questions import Question, today
from isegoria.convention.verbs import questions as acts
from isegoria.web.confirming import about
from isegoria.web.editing import Sheet, edited
from isegoria.web.facilitation.asking import FacilitationRequest, question_of
from isegoria.web.facilitation.question_forms import EnterForm

PER_PAGE = 25
PILES = {
    "to_admit": gettext_lazy("à lire"),
    "to_confide": gettext_lazy("à confier"),
    "waiting": gettext_lazy("attendent une réponse"),
    "overdue": gettext_lazy("en retard"),
    "to_publish": gettext_lazy("à publier"),
    "published": gettext_lazy("publiées"),
    "ended": gettext_lazy("écartées ou retirées"),
}


def questions(request: FacilitationRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    everything = questions_of(request.convention, request.viewer)
    on = today(request.convention, request.viewer.at)
    pile = request.GET.get("pile", "")
    wanted = Wanted(
        pile=pile if pile in PILES else "",
        words=request.GET.get("q", "").strip()[:100].replace("\0", ""),
    )
    page = Paginator(sought(everything, wanted, on), PER_PAGE).get_page(request.GET.get("page"))
    counted = piles(everything, on)
    shown = {
        "page": page,
        "rows": [(one, one.is_overdue(request.viewer.at)) for one in page],
        "wanted": wanted,
        "piles": [(key, name, counted[key]) for key, name in PILES.items()],
        "columns": (_("Question"), _("Posée par"), _("Où elle en est"), _("Réponse pour le")),
    }
    return render(request, "facilitation/questions.html", shown)


def question(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    found = question_of(request, key)
    shown = {
        "question": found,
        "overdue": found.is_overdue(request.viewer.at),
        "asked": members_who_asked(found.session) if found.session else 0,
    }
    return render(request, "facilitation/question.html", shown)


def ask(request: FacilitationRequest, slug: str) -> HttpResponse:
    """A question said in the room, or brought on paper."""
    form = EnterForm(
        request.POST or None,
        convention=request.convention,
        sessions=sessions_of(request.convention, request.viewer),
        initial={"session": request.GET.get("seance", "")},
    )
    back = reverse("facilitation:questions", args=[slug])
    empty = Question(convention=request.convention, origin="table", table=1)
    sheet = Sheet(
        template="facilitation/question_ask.html",
        then=f"{back}?pile=to_confide",
        done=_("La question est enregistrée. Confiez-la à qui peut répondre."),
        context={**about(request, "question.ask", empty), "back": back},
    )
    return edited(request, form, lambda by: acts.ask(form.question(), by), sheet)
