"""Questions: those that wait, for when an answer is announced, those that are answered."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.sessions.queries import announced
from isegoria.convention.sessions.questioning import (
    Wanted,
    figures_of,
    is_shown,
    put_away,
    question_numbered,
    shown_questions,
    sought,
)
from isegoria.convention.sessions.questions import Question, today
from isegoria.convention.verbs import questions as acts
from isegoria.web.acting import acting, viewer_of
from isegoria.web.confirming import about
from isegoria.web.limits import network_address
from isegoria.web.public.forms import OpenForm
from isegoria.web.public.pages import asked, at, filters_of, page_links, paged, shown
from isegoria.web.question_forms import AboutSession, question_field

PER_PAGE = 20
MOST_AWAY = 50
PILES = {
    "published": gettext_lazy("avec une réponse"),
    "unanswered": gettext_lazy("en attente d’une réponse"),
    "overdue": gettext_lazy("en retard"),
}


class SendForm(AboutSession, OpenForm):
    """A question of the public. It is read by the team before anybody else."""

    text = question_field()
    field_order = ("text", "session")
    too_many = gettext_lazy(
        "Trop de questions depuis votre connexion. Réessayez dans une heure, ou demandez à l’animation."
    )


def questions(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    here, viewer = asked(request), viewer_of(request)
    filters = filters_of(request, ("etat", "q"))
    pile = filters["etat"] if filters["etat"] in PILES else ""
    on = today(here, viewer.at)
    page = paged(
        request,
        sought(shown_questions(here), Wanted(pile=pile, words=filters["q"]), on),
        per_page=PER_PAGE,
    )
    return shown(
        request,
        "questions",
        here="public:questions",
        trail=[(_("Questions et réponses"), "")],
        page=page,
        rows=[(one, one.is_overdue(viewer.at)) for one in page],
        links=page_links(request, page),
        wanted=filters,
        piles=PILES.items(),
        figures=figures_of(here, viewer.at),
        away=put_away(here)[:MOST_AWAY] if page.number == 1 and not any(filters.values()) else [],
    )


def question(request: HttpRequest, slug: str, number: int) -> HttpResponse:  # noqa: ARG001
    """One question by its number, whatever became of it."""
    here = asked(request)
    found = question_numbered(here, number)
    if found is None:
        raise Http404
    return shown(
        request,
        "question",
        here="public:questions",
        trail=[
            (_("Questions et réponses"), at("public:questions", here)),
            (_("Question %(number)d") % {"number": number}, ""),
        ],
        question=found,
        is_shown=is_shown(found),
        overdue=found.is_overdue(viewer_of(request).at),
    )


def ask(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Anybody asks; the page that follows says the number that leads back to it."""
    here, viewer = asked(request), viewer_of(request)
    form = SendForm(
        request.POST or None,
        sessions=announced(here),
        at=viewer.at,
        where=network_address(request),
    )
    if request.method == "POST" and form.is_valid():
        sent = Question(
            convention=here, origin="public", text=form.cleaned_data["text"], session=form.about
        )
        acts.send(sent, acting(request, form))
        return redirect("public:question", slug, sent.number)
    return shown(
        request,
        "question_ask",
        here="public:questions",
        trail=[
            (_("Questions et réponses"), at("public:questions", here)),
            (_("Poser une question"), ""),
        ],
        status=422 if form.is_bound else 200,
        form=form,
        **about(request, "question.send", Question(convention=here, origin="public")),
    )
