"""What is said in a session: the board of those who facilitate, and how it is entered."""

from dataclasses import replace
from itertools import groupby
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import AlreadyDone, Refused
from isegoria.convention.sessions import capturing
from isegoria.convention.sessions.captures import Capture, Kind
from isegoria.convention.sessions.sequences import Sequence
from isegoria.convention.verbs import captures as verbs
from isegoria.core.charter import CHARTER, Role
from isegoria.core.charter.reasons import STATES
from isegoria.web.acting import acting
from isegoria.web.confirming import ConfirmForm, about
from isegoria.web.editing import UNPROCESSABLE, Sheet, edited
from isegoria.web.errors import CONFLICT
from isegoria.web.facilitation.asking import FacilitationRequest, cards_of, session_of
from isegoria.web.facilitation.capture_forms import (
    MOST_TABLES,
    CaptureForm,
    CardForm,
    PictureForm,
    VoiceForm,
)
from isegoria.web.facilitation.carrying import held, remembered
from isegoria.web.facilitation.zone_forms import PositionsForm
from isegoria.web.reasons import reason_of

PER_PAGE, CREATED = 30, 201
FORMS: dict[str, type[CaptureForm]] = {
    "carte": CardForm,
    "image": PictureForm,
    "voix": VoiceForm,
    "positions": PositionsForm,
}
WAYS = (
    ("carte", gettext_lazy("Une carte")),
    ("image", gettext_lazy("Une image")),
    ("voix", gettext_lazy("Une voix")),
    ("positions", gettext_lazy("Des positions")),
)
LISTENS = "camera=(), geolocation=(), microphone=(self)"


def board(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    session, wanted = session_of(request, key), _wanted(request)
    found = capturing.on_the_board(session, request.viewer, wanted)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    counted = capturing.how_many(session, request.viewer)
    context = {
        "session": session,
        "page": page,
        "wanted": wanted,
        "filtered": bool(wanted.sequence or wanted.state or wanted.kind or wanted.table),
        "groups": _groups(list(page), request),
        "sequences": capturing.sequences_to_capture(session),
        "kinds": Kind.choices,
        "states": [(one, _(STATES[one]), counted.get(one, 0)) for one in CHARTER.states("capture")],
        "notes": request.viewer.is_any(*CHARTER["capture.take"].by),
        "ready": counted.get("confirmed", 0) if _publishes(request) else 0,
    }
    return render(request, "facilitation/captures.html", context)


def _publishes(request: FacilitationRequest) -> bool:
    return request.viewer.is_any(*CHARTER["capture.publish"].by)


def notebook(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    """For a table, a phone, somebody who helps: where to note, and what this device noted."""
    session = session_of(request, key)
    here = capturing.taken_here(request.convention, request.viewer, held(request))
    context = {
        "session": session,
        "sequences": capturing.sequences_to_capture(session),
        "here": [one for one in here if one.sequence.session_id == session.pk],
        "team": request.viewer.is_any(Role.FACILITATOR),
    }
    return render(request, "facilitation/notebook.html", context)


def note(request: FacilitationRequest, slug: str, key: UUID, form: str) -> HttpResponseBase:
    """One more card, picture, voice or count, for a table. What this device noted is below."""
    sequence = sequence_of(request, key)
    if form not in FORMS:
        raise Http404
    filled = _form(request, sequence, FORMS[form])
    again = reverse("facilitation:capture_new", args=[slug, key, form])
    context = {**_around(request, sequence, form), "form": filled}
    if request.method == "POST" and filled.is_valid():
        return _kept(request, filled, context, again)
    answer = render(request, "facilitation/capture_new.html", context, status=_status(filled))
    if form == "voix":
        answer["Permissions-Policy"] = LISTENS
    return answer


def publish_all(request: FacilitationRequest, slug: str, key: UUID) -> HttpResponse:
    """Everything that its table confirmed, after one look."""
    session = session_of(request, key)
    ready = capturing.to_publish(session, request.viewer)
    then = reverse("facilitation:captures", args=[slug, key])
    form = ConfirmForm(request.POST or None)
    subject = ready[0] if ready else Capture(sequence=Sequence(session=session))
    context = {
        **about(request, "capture.publish", subject),
        "session": session,
        "ready": ready,
        "back": then,
    }
    sheet = Sheet(template="facilitation/captures_publish.html", then=then, context=context)
    return edited(request, form, lambda by: verbs.publish_all(ready, by), sheet)


def sequence_of(request: FacilitationRequest, key: UUID) -> Sequence:
    found = capturing.sequence_to_capture(request.convention, request.viewer, key)
    if found is None:
        raise Http404
    return found


def _kept(
    request: FacilitationRequest, form: CaptureForm, context: dict[str, Any], again: str
) -> HttpResponseBase:
    """Kept, and its receipt given; the same form sent again leads to the same place."""
    capture = form.capture()
    try:
        verbs.take(capture, _by(request, form, capture), counts=getattr(form, "counts", ()))
    except AlreadyDone as done:
        capture.pk = UUID(done.entry.subject.partition(":")[2])
    except Refused as refused:
        form.add_error(None, reason_of(refused.decision))
        return render(request, "facilitation/capture_new.html", context, status=CONFLICT)
    where = f"{again}?table={capture.table or ''}&groupe={capture.group}&garde=1"
    answer = JsonResponse({"kept": True}, status=CREATED) if _is_queue(request) else redirect(where)
    path = reverse("facilitation:convention", args=[request.convention.slug])
    return remembered(request, answer, capture.receipt, path)


def _by(request: HttpRequest, form: CaptureForm, capture: Capture) -> By:
    """Somebody who holds the pen for a table does it on its behalf; the journal says so."""
    by = acting(request, form)
    return replace(by, on_behalf_of=capture.author) if capture.entered_for else by


def _form(request: FacilitationRequest, sequence: Sequence, kind: type[CaptureForm]) -> CaptureForm:
    helping = request.viewer.is_any(Role.FACILITATOR, Role.PARTNER)
    more: dict[str, Any] = {"sequence": sequence, "helping": helping}
    if kind is PositionsForm:
        more["cards"] = cards_of(request)
    where = {
        "table": _number(request.GET.get("table", "")),
        "group": request.GET.get("groupe", "")[:60],
    }
    return kind(request.POST or None, request.FILES or None, initial=where, **more)


def _around(request: FacilitationRequest, sequence: Sequence, form: str) -> dict[str, Any]:
    blank = Capture(sequence=sequence, kind=FORMS[form].KIND)
    here = capturing.taken_here(request.convention, request.viewer, held(request))
    return {
        **about(request, "capture.take", blank),
        "sequence": sequence,
        "session": sequence.session,
        "ways": WAYS,
        "way": form,
        "here": [one for one in here if one.sequence_id == sequence.pk],
        "team": request.viewer.is_any(Role.FACILITATOR),
        "kept": request.GET.get("garde") == "1",
    }


def _groups(
    found: list[Capture], request: FacilitationRequest
) -> list[tuple[Sequence, list[tuple[Capture, str]]]]:
    """By sequence; beside each, who held the pen for its table."""
    hands = capturing.hands_behind(found, request.viewer)
    return [
        (sequence, [(one, hands.get(one.pk, "")) for one in rows])
        for sequence, rows in groupby(found, key=lambda one: one.sequence)
    ]


def _wanted(request: FacilitationRequest) -> capturing.Wanted:
    asked = request.GET
    return capturing.Wanted(
        sequence=_key(asked.get("sequence", "")),
        state=asked.get("etat", ""),
        kind=asked.get("forme", ""),
        table=_number(asked.get("table", "")),
    )


def _status(form: CaptureForm) -> int:
    return UNPROCESSABLE if form.is_bound and form.errors else 200


def _is_queue(request: HttpRequest) -> bool:
    """Sent by the page's script, which kept it while the network was down."""
    return request.headers.get("Accept", "") == "application/json"


def _key(said: str) -> UUID | None:
    try:
        return UUID(said)
    except ValueError:
        return None


def _number(said: str) -> int | None:
    small = said.isascii() and said.isdecimal() and len(said) < 4
    return int(said) if small and 0 < int(said) <= MOST_TABLES else None
