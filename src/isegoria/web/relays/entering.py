"""Somebody accepts: they are entered, get their card, can be corrected, and can withdraw."""

from dataclasses import replace
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from isegoria.convention.governance.conduct import AlreadyDone, Refused
from isegoria.convention.recruitment.actions.entering import enter_by
from isegoria.convention.recruitment.candidates import Candidate
from isegoria.convention.recruitment.channels import Relay
from isegoria.convention.recruitment.people import Wanted, named, searched
from isegoria.convention.recruitment.relaying import erasure_day, is_over
from isegoria.convention.verbs import candidates
from isegoria.web import seeking
from isegoria.web.acting import acting
from isegoria.web.confirming import confirmed
from isegoria.web.editing import UNPROCESSABLE, Sheet, edited
from isegoria.web.errors import CONFLICT
from isegoria.web.person_forms import PersonForm
from isegoria.web.reasons import reason_of
from isegoria.web.relays.asking import RelayRequest
from isegoria.web.relays.finding import form_of, person_of, refusal, relay_of, table_of

A_PAGE = 30


def enter(request: RelayRequest, slug: str, key: UUID) -> HttpResponse:
    """The person's key is the form's own number: sent twice, it leads to the same card."""
    relay = relay_of(request, key)
    if why := refusal(request, relay):
        status = CONFLICT if request.method == "POST" else 200
        return render(request, "relays/relay.html", {"relay": relay, "refused": why}, status=status)
    form = form_of(request, relay, request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _asked(request, relay, form)
    somebody = Candidate(id=form.cleaned_data["once"], convention=request.convention, relay=relay)
    try:
        by = replace(acting(request, form), on_behalf_of=somebody)
        enter_by(relay, somebody, by, said=form.said)
    except Refused as refused:
        form.add_error(None, _why(refused))
        return _asked(request, relay, form)
    except AlreadyDone:
        pass
    return redirect("relays:card", slug, somebody.pk)


def _asked(request: RelayRequest, relay: Relay, form: PersonForm) -> HttpResponse:
    status = UNPROCESSABLE if form.is_bound and form.errors else 200
    shown = {"relay": relay, "form": form, "erased_on": erasure_day(request.convention)}
    return render(request, "relays/enter.html", shown, status=status)


def _why(refused: Refused) -> str:
    """Of a double entry: what to do, and nothing of who is entered already, nor by whom."""
    if refused.decision.about != ("not_known",):
        return reason_of(refused.decision)
    return _(
        "Cette personne paraît déjà inscrite : nul ne l’est deux fois. Si ce sont deux personnes, "
        "par exemple deux parents au même téléphone, appelez la personne chargée du recrutement."
    )


def card(request: RelayRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001 -- found by access
    """What the person takes home. No name, unless it is wished."""
    somebody = person_of(request, key)
    named_so = somebody.identity.get("name", "") if request.GET.get("nom") else ""
    shown = {
        "person": somebody,
        "relay": somebody.relay,
        "name": named_so,
        "through": somebody.identity.get("through", ""),
        "erased_on": erasure_day(request.convention),
    }
    return render(request, "relays/card.html", shown)


def people(request: RelayRequest, slug: str, key: UUID) -> HttpResponse:  # noqa: ARG001
    """Whom this organisation entered, until the list of the draw is sealed."""
    relay = relay_of(request, key)
    if request.method == "POST":
        return seeking.sent(request, request.convention, [seeking.WORDS])
    text = seeking.sought(request, request.convention)[seeking.WORDS]
    found = searched(request.convention, request.viewer, Wanted(text=text))
    own = [one for one in found.people if one.relay_id == relay.pk]
    page = Paginator(own, A_PAGE).get_page(request.GET.get("page"))
    shown = {
        "relay": relay,
        "q": text,
        "page": page,
        "columns": (_("Carte"), _("Nom"), _("Inscrite le"), _("Faire")),
        "rows": named(request.convention, request.viewer, page.object_list),
        "over": is_over(request.convention),
    }
    return render(request, "relays/people.html", shown)


def correct(request: RelayRequest, slug: str, key: UUID) -> HttpResponse:
    somebody = person_of(request, key)
    relay = somebody.relay
    assert relay is not None  # noqa: S101 -- narrows: it is one of the reader's
    form = PersonForm.of(
        somebody,
        request.POST or None,
        table=table_of(request),
        without=(relay.channel.criterion,),
        today=request.viewer.at.astimezone(request.convention.zone).date(),
        through="" if "through" in form_of(request, relay).fields else None,
    )
    sheet = Sheet(
        template="relays/correct.html",
        then=reverse("relays:people", args=[slug, relay.pk]),
        done=_("La correction est enregistrée."),
        skips=True,
        context={"relay": relay, "person": somebody},
    )
    try:
        return edited(
            request, form, lambda by: candidates.correct(somebody, by, said=form.said), sheet
        )
    except Refused as refused:
        form.add_error(None, _why(refused))
        shown = {**sheet.context, "form": form}
        return render(request, sheet.template, shown, status=UNPROCESSABLE)


def withdraw(request: RelayRequest, slug: str, key: UUID) -> HttpResponse:
    somebody = person_of(request, key)
    return confirmed(
        request,
        "candidate.withdraw",
        somebody,
        lambda by: candidates.withdraw(somebody, by),
        then=reverse("relays:people", args=[slug, somebody.relay_id]),
        done=_("Le retrait est noté. La personne ne sera pas tirée au sort."),
    )
