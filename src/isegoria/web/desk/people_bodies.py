"""Bodies, seats and what their holders declare."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from isegoria.convention.chartered import By
from isegoria.convention.people.models import Body, InterestDeclaration, Seat
from isegoria.convention.people.seating import body_at, seat_at, seated_bodies
from isegoria.convention.verbs import people
from isegoria.web.confirming import about, confirmed
from isegoria.web.desk.asking import DeskRequest
from isegoria.web.desk.people_forms import BodyForm, EndSeatForm, InterestForm, SeatForm
from isegoria.web.editing import Sheet, edited


def bodies(request: DeskRequest, slug: str) -> HttpResponse:  # noqa: ARG001 -- found by access
    shown = {"bodies": seated_bodies(request.convention)}
    return render(request, "desk/people/bodies.html", shown)


def new_body(request: DeskRequest, slug: str) -> HttpResponse:
    form = BodyForm(request.POST or None, convention=request.convention)
    context = about(request, "body.create", Body(convention=request.convention))
    return edited(
        request, form, lambda by: people.create_body(form.made(), by), _sheet(slug, context)
    )


def edit_body(request: DeskRequest, slug: str, key: UUID) -> HttpResponse:
    body = _body(request, key)
    form = BodyForm.of(body, request.POST or None, convention=request.convention, body=body)
    context = about(request, "body.describe", body)
    return edited(
        request,
        form,
        lambda by: people.describe_body(body, by, changes=form.changes),
        _sheet(slug, context),
    )


def new_seat(request: DeskRequest, slug: str, key: UUID) -> HttpResponse:
    body = _body(request, key)
    form = SeatForm(request.POST or None)
    context = {**about(request, "seat.fill", Seat(body=body, name="—")), "body": body}
    return edited(
        request, form, lambda by: people.fill_seat(form.made(body), by), _sheet(slug, context)
    )


def seat(request: DeskRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    held = _seat(request, key)
    shown = {
        "seat": held,
        "declarations": held.declarations.all(),
        "declaration": InterestDeclaration(seat=held),
    }
    return render(request, "desk/people/seat.html", shown)


def edit_seat(request: DeskRequest, slug: str, key: UUID) -> HttpResponse:
    held = _seat(request, key)
    form = SeatForm.of(held, request.POST or None, named=held.name)
    context = {**about(request, "seat.correct", held), "body": held.body}
    return edited(
        request,
        form,
        lambda by: people.correct_seat(held, by, changes=form.changes),
        _sheet(slug, context, then=_page(slug, key)),
    )


def end_seat(request: DeskRequest, slug: str, key: UUID) -> HttpResponse:
    held = _seat(request, key)
    form = EndSeatForm(request.POST or None, seat=held)

    def save(by: By) -> None:
        people.end_seat(
            held, by, until=form.cleaned_data["until"], reason=form.cleaned_data["reason"]
        )

    return confirmed(request, "seat.end", held, save, then=_page(slug, key), form=form)


def declare(request: DeskRequest, slug: str, key: UUID) -> HttpResponse:
    held = _seat(request, key)
    form = InterestForm(request.POST or None)
    return confirmed(
        request,
        "interest.declare",
        InterestDeclaration(seat=held),
        lambda by: people.declare_interest(form.made(held), by),
        then=_page(slug, key),
        form=form,
        done=_("La déclaration est publiée."),
    )


def _sheet(slug: str, context: dict[str, object], *, then: str = "") -> Sheet:
    then = then or reverse("desk:people", args=[slug])
    kind = str(context["act"].kind)  # type: ignore[attr-defined]
    return Sheet(
        template=f"desk/people/{kind}_form.html", then=then, context={**context, "back": then}
    )


def _page(slug: str, key: UUID) -> str:
    return reverse("desk:seat", args=[slug, key])


def _body(request: DeskRequest, key: UUID) -> Body:
    if (body := body_at(request.convention, key)) is None:
        raise Http404
    return body


def _seat(request: DeskRequest, key: UUID) -> Seat:
    if (held := seat_at(request.convention, key)) is None:
        raise Http404
    return held
