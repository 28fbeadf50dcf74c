"""A convention's own page: what is asked, where it stands, what to do now."""

from django.http import HttpRequest, HttpResponse

from isegoria.convention.governance.correspondence import subscribers_of
from isegoria.convention.journal.queries import tree_head
from isegoria.convention.mandate.queries import ahead_of, mandate_in_force
from isegoria.convention.people.seating import seats_in_brief
from isegoria.convention.publishing.library import front
from isegoria.convention.sessions.queries import next_announced
from isegoria.web.acting import viewer_of
from isegoria.web.gate import GATE_NAMES
from isegoria.web.public import calendars, counting
from isegoria.web.public.pages import asked, reading, shown
from isegoria.web.thread import thread, where

NEWS, TEXTS = 3, 4


def convention(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    """What is asked, where it stands, what to do now, who answers for it, how to check."""
    about, moment = asked(request), viewer_of(request).at
    ahead, mandate = ahead_of([about], moment)[about.pk], mandate_in_force(about)
    size, root = tree_head(about.pk)
    return shown(
        request,
        "convention",
        here="public:convention",
        mandate=mandate,
        where=where(about),
        thread=thread(about, ahead.windows, moment),
        coming=calendars.line(ahead.coming, about, moment) if ahead.coming else None,
        late=ahead.overdue,
        meeting=next_announced(about, moment),
        counters=counting.counters(about, mandate, subscribers_of(about)),
        missing=[GATE_NAMES[one] for one in about.passed_over],
        front=front(about, reading=reading(request), news=NEWS, texts=TEXTS),
        bodies=seats_in_brief(about),
        size=size,
        root=root.hex(),
    )
