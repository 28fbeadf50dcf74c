"""The space of a member: what to do next, whether one comes, what one borrows, leaving.

The member opens it with their card. Whoever facilitates, or a relay, opens it for a member who
asks: what they do there is then written as done by them, for the member.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from isegoria.convention.chartered import By
from isegoria.convention.governance.queries import done_for
from isegoria.convention.mandate.models import Precision
from isegoria.convention.people.members import Member
from isegoria.convention.sessions import mine
from isegoria.convention.sessions.attendance import How, Loan, Presence
from isegoria.convention.sessions.handouts import read_for
from isegoria.convention.sessions.indemnifying import payments_to
from isegoria.convention.sessions.inquiring import open_to
from isegoria.convention.sessions.minuting import to_read
from isegoria.convention.sessions.models import Session
from isegoria.convention.stewardship.leaving import leave
from isegoria.convention.stewardship.needs import needs_of
from isegoria.convention.verbs import attendance
from isegoria.core.charter import Audience
from isegoria.web.acting import viewer_of
from isegoria.web.confirming import ConfirmForm, about
from isegoria.web.dates import say_span
from isegoria.web.editing import Sheet, edited
from isegoria.web.telling import tell
from isegoria.web.ui.forms import UiForm

View = Callable[..., HttpResponse]
READ = frozenset({Audience.PUBLIC, Audience.OFFICE, Audience.RECRUITMENT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Space:
    """Whose space it is, and at which desk it is open. helped: somebody else holds the pen."""

    app: str
    member: Member
    helped: bool

    def url(self, name: str, *more: object) -> str:
        slug = self.member.convention.slug
        if not self.helped:
            return reverse(f"{self.app}:{name}", args=[slug, *more])
        return reverse(f"{self.app}:member_{name}", args=[slug, self.member.pk, *more])

    def by(self, by: By) -> By:
        return replace(by, on_behalf_of=self.member.account) if self.helped else by

    @property
    def base(self) -> str:
        return f"{self.app}/base.html"


Find = Callable[[HttpRequest, UUID | None], Space]


class LoanForm(UiForm):
    """What one needs to borrow in order to take part."""

    what = forms.CharField(
        label=gettext_lazy("De quoi avez-vous besoin ?"),
        help_text=gettext_lazy("Par exemple : une tablette, un casque, une carte de téléphone."),
        max_length=160,
    )


class AttendForm(UiForm):
    """How one takes part."""

    how = forms.ChoiceField(
        label=gettext_lazy("Comment participez-vous ?"), widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, session: Session, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["how"].choices = [  # type: ignore[attr-defined]
            (one.value, one.label) for one in ways_to_attend(session)
        ]
        if session.state != "open":
            self.fields["how"].initial = How.EXCUSED
            self.fields["how"].widget = forms.HiddenInput()


def ways_to_attend(session: Session) -> list[How]:
    """Before the session, one can only say that one does not come."""
    if session.state != "open":
        return [How.EXCUSED]
    far = [How.REMOTE, How.PHONE, How.RELAY] if session.is_at_a_distance else []
    near = [] if session.mode == "remote" else [How.ROOM]
    return [*near, *far, How.EXCUSED]


def home(find: Find) -> View:
    """What to do next, on one page."""

    @never_cache
    def view(request: HttpRequest, slug: str, key: UUID | None = None) -> HttpResponse:  # noqa: ARG001
        space = find(request, key)
        return render(request, "shared/space.html", shown(request, space))

    return view


def shown(request: HttpRequest, space: Space) -> dict[str, Any]:
    member, viewer = space.member, viewer_of(request)
    sessions = mine.coming(member, viewer)
    following = sessions[0] if sessions else None
    told = tell(done_for(member), audiences=READ)
    return {
        **_around(space),
        "later": sessions[1:],
        "loans": mine.loans_of(member),
        "done_for": told,
        "needs": needs_of(member),
        "questions": mine.questions_of(member),
        "minutes": [(one, space.url("minutes", one.session.number)) for one in to_read(member)],
        "inquiries": [
            (one, done, space.url("inquiry", one.number)) for one, done in open_to(member)
        ],
        "payments": [(one, space.url("give_up", one.number)) for one in payments_to(member)],
        "needs_url": space.url("needs"),
        "question_url": space.url("question"),
        "loan_url": space.url("loan"),
        "leave_url": space.url("leave"),
        **(_about(space, following) if following else {}),
    }


def _about(space: Space, session: Session) -> dict[str, Any]:
    zone = session.convention.zone
    first, last = session.starts.astimezone(zone), session.ends.astimezone(zone)
    return {
        "session": session,
        "when": say_span(first, last, Precision.MINUTE),
        "way": mine.way_in(session),
        "handouts": read_for(session, reading=(get_language() or "fr")[:2]),
        "presence": mine.presence_of(space.member, session),
        "tables": mine.tables_of(space.member, session),
        "attend_url": space.url("attend", session.number),
    }


def attend(find: Find) -> View:
    """I am here, or I cannot come. Said again, it replaces what was said."""

    @never_cache
    def view(
        request: HttpRequest,
        slug: str,  # noqa: ARG001
        number: int,
        key: UUID | None = None,
    ) -> HttpResponse:
        space = find(request, key)
        session = mine.session_to_attend(space.member, viewer_of(request), number)
        if session is None:
            raise Http404
        there = mine.presence_of(space.member, session)
        form = AttendForm(request.POST or None, session=session)

        def save(by: By) -> None:
            how = form.cleaned_data["how"]
            if there is not None:
                attendance.correct(there, space.by(by), how=how)
            else:
                new = Presence(session=session, member=space.member, how=how)
                attendance.note(new, space.by(by))

        return edited(request, form, save, sheet(space, "attend", session=session))

    return view


def loan(find: Find) -> View:
    @never_cache
    def view(request: HttpRequest, slug: str, key: UUID | None = None) -> HttpResponse:  # noqa: ARG001
        space = find(request, key)
        form = LoanForm(request.POST or None)

        def save(by: By) -> None:
            asked = Loan(member=space.member, what=form.cleaned_data["what"])
            attendance.ask(asked, space.by(by))

        done = _("C’est demandé. La réponse apparaîtra ici.")
        return edited(request, form, save, sheet(space, "loan", done=done))

    return view


def leaving(find: Find, *, then: Callable[[Space], str]) -> View:
    """One look at what will happen, one button. No reason is asked."""

    @never_cache
    def view(request: HttpRequest, slug: str, key: UUID | None = None) -> HttpResponse:  # noqa: ARG001
        space = find(request, key)
        act = about(request, "member.leave", space.member, given={"withdrawn": True})
        sheet = Sheet(
            template="shared/space_leave.html",
            then=then(space),
            done=_("C’est fait. Merci d’avoir participé."),
            context={**act, **_around(space)},
        )
        form = ConfirmForm(request.POST or None)
        return edited(request, form, lambda by: leave(space.member, space.by(by)), sheet)

    return view


def sheet(space: Space, name: str, *, done: str = "", then: str = "", **context: Any) -> Sheet:
    return Sheet(
        template=f"shared/space_{name}.html",
        then=then or space.url("home"),
        done=done,
        context={**_around(space), **context},
    )


def _around(space: Space) -> dict[str, Any]:
    return {
        "space": space,
        "base": space.base,
        "member": space.member,
        "back": space.url("home"),
    }
