"""Who holds which role: in a convention, or, for the administration, in the whole instance."""

from functools import partial
from uuid import UUID

from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from isegoria.convention.chartered import By
from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.appointing import appointment_at, appointments_in
from isegoria.convention.stewardship.actions import AlreadyHeldError, invite
from isegoria.convention.verbs import people
from isegoria.core.charter import CHARTER, Role
from isegoria.web.confirming import confirmed
from isegoria.web.desk.asking import DeskRequest
from isegoria.web.desk.people_mail import send_invitation
from isegoria.web.desk.people_role_forms import InviteForm, roles_to_give
from isegoria.web.editing import Sheet, edited

PER_PAGE = 50


def roles(request: DeskRequest, slug: str = "") -> HttpResponse:  # noqa: ARG001
    found = appointments_in(request.convention, request.viewer)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    urls = _addresses(request.convention)
    zone = request.convention.zone if request.convention else None
    return render(request, "desk/people/roles.html", {"page": page, "zone": zone, **urls})


def give(request: DeskRequest, slug: str = "") -> HttpResponse:  # noqa: ARG001
    here, viewer = request.convention, request.viewer
    form = InviteForm(
        request.POST or None,
        convention=here,
        roles=roles_to_give(here, viewer.roles),
        at=viewer.at,
    )
    urls = _addresses(here)
    sheet = Sheet(
        template="desk/people/invite.html",
        then=urls["list_url"],
        done=_("Le rôle est donné. Un courriel part avec un lien pour entrer."),
        context={"act": CHARTER["appointment.grant"], **urls},
    )
    try:
        return edited(request, form, partial(_given, form), sheet)
    except AlreadyHeldError:
        form.add_error("email", _("Cette personne a déjà ce rôle."))
        return edited(request, form, partial(_given, form), sheet)


def end(request: DeskRequest, key: UUID, slug: str = "") -> HttpResponse:  # noqa: ARG001
    held = appointment_at(request.convention, request.viewer, key)
    if held is None:
        raise Http404
    name = "end_guarantor" if held.role == Role.GUARANTOR else "end"
    return confirmed(
        request,
        f"appointment.{name}",
        held,
        lambda by: people.end(held, by),
        then=_addresses(request.convention)["list_url"],
        given={"by_administrator": request.viewer.is_any(Role.ADMINISTRATOR)},
        done=_("Le rôle est retiré."),
    )


def _given(form: InviteForm, by: By) -> None:
    given = invite(
        form.cleaned_data["email"], form.appointment(), by, name=form.cleaned_data["name"]
    )
    transaction.on_commit(partial(send_invitation.enqueue, str(given.pk)))


def _addresses(here: Convention | None) -> dict[str, str]:
    """Where the list, the form and the end of a role are: in a convention, or for the instance."""
    if here is None:
        return {
            "list_url": reverse("desk:administration"),
            "give_url": reverse("desk:administration_give"),
            "end_name": "desk:administration_end",
        }
    return {
        "list_url": reverse("desk:appointments", args=[here.slug]),
        "give_url": reverse("desk:appointment_give", args=[here.slug]),
        "end_name": "desk:appointment_end",
    }
