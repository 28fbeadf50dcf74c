"""What members receive: said in public, reckoned from who came, paid or given up, by card number."""

import csv
import io
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from isegoria.convention.models import Payment, Presence, Scheme
from isegoria.convention.sessions.indemnifying import sums_of
from isegoria.convention.verbs import attendance, indemnities, sessions
from isegoria.web import clock
from tests import cast, sitting
from tests.inquiring import scheme, seated
from tests.sitting import fanny
from tests.story import announced
from tests.web.reading import said


@pytest.fixture
def story(alice, monkeypatch):
    cache.clear()
    monkeypatch.setattr(clock, "now", lambda: cast.AT)
    return announced(alice)


@pytest.fixture
def panel(story):
    return [seated(story, number) for number in range(1, 8)]


@pytest.fixture
def held(story, panel):
    """A session where six of the seven took part, one of them on the phone."""
    under_way = sitting.opened(story)
    for one, how in zip(panel, ("phone", *["room"] * 5, "absent"), strict=True):
        attendance.note(Presence(session=under_way, member=one, how=how), fanny(story))
    return sessions.close(under_way, fanny(story))


@pytest.fixture
def odiles(story):
    client = Client()
    client.force_login(story.odile)
    return client


def to(name, *more):
    return reverse(name, args=["poitiers", *more])


def sent(**typed):
    return {"once": str(uuid4()), **typed}


def public():
    return said(Client().get(f"{to('public:support')}?{uuid4().hex}"))


COSTS = {"income": "", "transport": "", "childcare": "", "other": ""}


def test_the_public_reads_what_members_receive_and_by_which_rule(story, odiles):
    before = public()
    typed = COSTS | {"transport": "Le billet, sur justificatif."}
    odiles.post(to("desk:scheme_declare"), sent(half_day="40", **typed))

    page = public()

    assert "n’a pas encore déclaré" in before
    assert "Le billet, sur justificatif." in page
    assert "40,00 €" in page or "40 €" in page


def test_volunteers_are_said_to_be_volunteers(story, odiles):
    odiles.post(to("desk:scheme_declare"), sent(half_day="0", **COSTS))

    assert "Les membres sont bénévoles" in public()


def test_a_change_says_why_and_leaves_what_was_before(story, odiles):
    scheme(story, half_day=40)
    mute = odiles.post(to("desk:scheme_declare"), sent(half_day="50", **COSTS))
    odiles.post(to("desk:scheme_declare"), sent(half_day="50", reason="Vote du conseil", **COSTS))

    assert mute.status_code == 422
    assert Scheme.objects.count() == 2
    page = public()
    assert "Vote du conseil" in page
    assert "Les versions d’avant" in page


def test_whoever_took_part_is_owed_a_half_day_once(story, held, odiles):
    scheme(story)
    for _ in range(2):
        odiles.post(to("desk:payment_reckon"), sent())

    owed = Payment.objects.values_list("member__number", "amount", "state")
    assert sorted(owed) == [(number, 40, "due") for number in range(1, 7)]


def test_a_member_gives_up_a_sum_without_saying_why(story, held, panel):
    indemnities.reckon(scheme(story), story.organiser)
    client = Client()
    client.force_login(panel[0].account)
    number = Payment.objects.get(member=panel[0]).number

    home = said(client.get(to("panel:home")))
    client.post(to("panel:give_up", number), sent())
    after = said(client.get(to("panel:home")))

    assert "Renoncer à cette somme" in home
    assert "renoncé" in after
    assert client.get(to("panel:give_up", number)).status_code == 404


def test_a_member_sees_and_touches_no_other_sum(story, held, panel):
    indemnities.reckon(scheme(story), story.organiser)
    client = Client()
    client.force_login(panel[0].account)
    another = Payment.objects.get(member=panel[1]).number

    assert client.post(to("panel:give_up", another), sent()).status_code == 404


def test_the_accounts_have_one_line_a_card_and_say_nothing_of_needs(story, held, panel, odiles):
    made = scheme(story, childcare="Dix euros")
    indemnities.reckon(made, story.organiser)
    indemnities.owe_costs(made, story.organiser, member=panel[2], amount=12)
    odiles.post(to("desk:payment_pay", Payment.objects.get(member=panel[0]).number), sent())

    sheet = odiles.get(to("desk:payment_sheet")).content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(sheet)))

    assert rows[0] == ["carte", "dû", "payé", "renoncé"]
    assert rows[1][:3] == ["1", "0", "40.00"]
    assert rows[3][:2] == ["3", "52.00"]
    assert "garde" not in sheet


def test_everybody_reads_totals_that_tell_of_nobody(story, held, panel):
    made = scheme(story)
    indemnities.reckon(made, story.organiser)
    indemnities.owe_costs(made, story.organiser, member=panel[2], amount=12)
    waiting = sums_of(story.convention)
    first = Payment.objects.get(member=panel[0])
    indemnities.pay(first, story.organiser)
    indemnities.pay_all(
        list(Payment.objects.filter(state="due", what="half_day"))[:4], story.organiser
    )

    almost = sums_of(story.convention)

    assert (waiting.half_days, waiting.owed, waiting.paid) == (6, 240, 0)
    assert (almost.paid, almost.costs) == (None, None)
    assert "moins de cinq personnes" in public()


def test_paying_all_pays_what_is_due(story, held, odiles):
    indemnities.reckon(scheme(story), story.organiser)

    odiles.post(to("desk:payment_pay_all"), sent())

    assert set(Payment.objects.values_list("state", flat=True)) == {"paid"}
    assert sums_of(story.convention).paid == 240


def test_a_sum_noted_by_mistake_is_cancelled_and_can_be_owed_again(story, held, panel, odiles):
    made = scheme(story)
    indemnities.reckon(made, story.organiser)
    number = Payment.objects.get(member=panel[0]).number
    odiles.post(to("desk:payment_cancel", number), sent(reason="Pas venue"))
    odiles.post(to("desk:payment_reckon"), sent())

    states = Payment.objects.filter(member=panel[0]).values_list("state", flat=True)
    assert sorted(states) == ["cancelled", "due"]


def test_costs_are_for_a_card_that_exists(story, panel, odiles):
    scheme(story)
    wrong = odiles.post(to("desk:payment_costs"), sent(card="99", amount="5"))
    odiles.post(to("desk:payment_costs"), sent(card="1", amount="5.50"))

    assert wrong.status_code == 422
    assert str(Payment.objects.get().amount) == "5.50"
    assert "5,50" in said(odiles.get(to("desk:indemnities")))
