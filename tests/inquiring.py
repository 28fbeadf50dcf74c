"""The part of the story that is about what members say of the convention: pulse and survey."""

from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import PERFORMERS
from isegoria.convention.models import (
    Account,
    Appointment,
    Convention,
    Inquiry,
    Member,
    Payment,
    ProvisionTotals,
    Scheme,
)
from isegoria.convention.stewardship import needs
from isegoria.convention.verbs import indemnities, inquiries
from isegoria.core.charter import Role
from tests.cast import AT, holder
from tests.recruiting import officer
from tests.sitting import fanny


def pulse(story, session):
    return inquiries.open_(
        Inquiry(convention=story.convention, session=session, topic="pulse"), fanny(story)
    )


def survey(story):
    return inquiries.open_(Inquiry(convention=story.convention, topic="survey"), fanny(story))


def answered(inquiry, member, mood="4", *, sentence="", by=None):
    """By the member themselves, or by somebody else for them."""
    hand = replace(by, on_behalf_of=member.account) if by else By(member.account, AT)
    answers = {"mood": mood} if inquiry.topic == "pulse" else {"respect": mood}
    return inquiries.answer(inquiry, hand, member=member, answers=answers, sentence=sentence)


def counted(story, inquiry, members, counts=None, **more):
    cards = frozenset(one.number for one in members)
    counts = counts or {"mood": {"4": len(cards)}}
    return inquiries.count(inquiry, fanny(story), cards=cards, counts=counts, **more)


def seated(story, number):
    """More members than the small pool of the story holds: known by their numbers alone."""
    by = officer(story)
    made = Member(
        convention=story.convention,
        account=Account.objects.create_cardholder(key=uuid4(), date_joined=AT),
        number=number,
    )
    PERFORMERS["member.welcome"](made, by, confirmed=True)
    role = Appointment(
        account=made.account, convention=story.convention, role=Role.MEMBER, since=AT
    )
    PERFORMERS["appointment.admit"](role, by)
    return made


def everything(story):
    """Every act on an inquiry, at least once: one that too few answered, one that is told."""
    by, awa = fanny(story), story.things["awa"]
    inquiries.close(answered(pulse(story, story.things["session"]), awa, by=by), by)
    others = [seated(story, number) for number in range(201, 205)]
    full = answered(survey(story), awa, sentence="Canari")
    counted(story, full, others, {"respect": {"5": 4}}, sentences=["Canari bis", "Canari ter"])
    inquiries.close(full, by)
    inquiries.publish_sentence(full, by, place=0)
    inquiries.set_aside_sentence(full, by, place=1, grounds="names")
    story.things["inquiry"] = full
    of_what_is_provided(story, awa)
    of_what_members_receive(story, awa)


def of_what_is_provided(story, awa):
    """Every act on what members ask for; the totals are those of a convention without sessions."""
    needs.say(awa, By(awa.account, AT), ["transport"])
    needs.settle(awa, fanny(story), provision="transport", fate="not_provided", reason="Canari")
    elsewhere = Convention.objects.get(slug="autre")
    flora = holder(Role.FACILITATOR, elsewhere, story.odile, name="Flora Facilitatrice")
    needs.publish_totals(ProvisionTotals(convention=elsewhere), By(flora, AT))


def scheme(story, *, half_day=40, **more):
    made = Scheme(convention=story.convention, half_day=half_day, **more)
    return indemnities.declare(made, story.organiser)


def of_what_members_receive(story, awa):
    """Every act on a scheme and on a sum, at least once."""
    by = story.organiser
    made = scheme(story, transport="Canari", income="Canari")
    indemnities.reckon(made, by)
    indemnities.pay(Payment.objects.get(number=1), by)
    sums = [indemnities.owe_costs(made, by, member=awa, amount=Decimal(9)) for _ in range(3)]
    indemnities.give_up(sums[0], By(awa.account, AT))
    indemnities.cancel(sums[1], by, reason="Canari")
    indemnities.owe_costs(made, by, member=awa, amount=Decimal(9))
