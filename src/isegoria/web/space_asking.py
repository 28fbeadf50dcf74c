"""What a member asks for, in their space: what to provide for them, and a question to the experts."""

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from isegoria.convention.chartered import By
from isegoria.convention.recruitment.provisions import Provision
from isegoria.convention.sessions import mine
from isegoria.convention.sessions.questions import Origin, Question
from isegoria.convention.stewardship.needs import needs_of, say
from isegoria.convention.verbs import questions
from isegoria.web.acting import viewer_of
from isegoria.web.confirming import about
from isegoria.web.editing import edited
from isegoria.web.question_forms import AskForm
from isegoria.web.space import Find, View, sheet
from isegoria.web.ui.forms import UiForm


class NeedsForm(UiForm):
    """What to provide, never why."""

    provisions = forms.MultipleChoiceField(
        label=gettext_lazy("Pour venir et participer, j’ai besoin de"),
        help_text=gettext_lazy("Cochez ce qu’il faut prévoir. On ne vous demande pas pourquoi."),
        required=False,
        choices=Provision.choices,
        widget=forms.CheckboxSelectMultiple,
    )


def needs(find: Find) -> View:
    @never_cache
    def view(request: HttpRequest, slug: str, key: UUID | None = None) -> HttpResponse:  # noqa: ARG001
        space = find(request, key)
        asked = {"provisions": [one.provision.value for one in needs_of(space.member)]}
        form = NeedsForm(request.POST or None, initial=asked)

        def save(by: By) -> None:
            say(space.member, space.by(by), form.cleaned_data["provisions"])

        done = _("C’est noté. L’animation le prépare sans dire à personne qui l’a demandé.")
        return edited(request, form, save, sheet(space, "needs", done=done))

    return view


def question(find: Find) -> View:
    @never_cache
    def view(request: HttpRequest, slug: str, key: UUID | None = None) -> HttpResponse:  # noqa: ARG001
        space = find(request, key)
        member = space.member
        asked = Question(convention=member.convention, origin=Origin.MEMBER, member=member)
        form = AskForm(request.POST or None, sessions=mine.coming(member, viewer_of(request)))

        def save(by: By) -> None:
            asked.text, asked.session = form.cleaned_data["text"], form.about
            questions.ask(asked, space.by(by))

        act = about(request, "question.ask", asked)
        done = _("Votre question est enregistrée. Elle devient publique quand elle est confiée.")
        return edited(request, form, save, sheet(space, "question", done=done, act=act["act"]))

    return view
