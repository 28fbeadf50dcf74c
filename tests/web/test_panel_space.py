"""The space of a member: what to do next, whether they come, what they borrow, leaving; by the
member alone, or by somebody else for them."""

from uuid import uuid4

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from isegoria.convention.models import Candidate, Deed, Loan, Presence, Question, Reading
from isegoria.convention.verbs import sessions
from isegoria.core.charter import Role
from isegoria.web import clock
from tests import cast, recruiting, sitting
from tests.story import announced
from tests.web.reading import said


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    cache.clear()
    monkeypatch.setattr(clock, "now", lambda: cast.AT)


@pytest.fixture
def story(alice):
    return recruiting.with_a_panel(announced(alice))


@pytest.fixture
def awa(story):
    return sitting.member(story)


def code_of(member):
    return member.cards.get(state="issued").code


class ByCard:
    """The member themselves, on their phone."""

    def __init__(self, _story, member):
        self.client, self.member = Client(), member
        self.client.post("/carte/", {"once": uuid4(), "code": code_of(member)})

    def at(self, name, *more):
        return reverse(f"panel:{name}", args=["poitiers", *more])


class ByFanny(ByCard):
    """The facilitator, for the member who asks."""

    def __init__(self, story, member):
        self.client, self.member = Client(), member
        self.client.force_login(sitting.fanny(story).actor)

    def at(self, name, *more):
        return reverse(f"facilitation:member_{name}", args=["poitiers", self.member.pk, *more])


class ByPaula(ByFanny):
    """The association, to which the member gives the code of their card."""

    def __init__(self, story, member):
        self.client, self.member = Client(), member
        self.client.force_login(story.things["Paula Partenaire"])
        self.client.post(
            reverse("relays:help", args=["poitiers"]), {"once": uuid4(), "code": code_of(member)}
        )

    def at(self, name, *more):
        return reverse(f"relays:member_{name}", args=["poitiers", self.member.pk, *more])


HANDS = [ByCard, ByFanny, ByPaula]
HELPERS = [ByFanny, ByPaula]


def announced_session(story, **more):
    asked = {
        "place": "Salle Canari",
        "access": "Arrêt Canari, sans marche",
        "bring": "Des lunettes",
        "read_before": "La présentation",
        "help_phone": "05 49 11 22 33",
        **more,
    }
    made = sitting.session(story, **asked)
    sitting.sequence(story, made)
    return sessions.publish_agenda(made, sitting.fanny(story))


def press(hand, name, *more, **given):
    return hand.client.post(hand.at(name, *more), {"once": uuid4(), **given}, follow=True)


@pytest.mark.parametrize("hand", HANDS)
def test_the_next_session_says_all_that_is_needed_to_come(story, awa, hand):
    announced_session(story, mode="hybrid")
    who = hand(story, awa)

    page = said(who.client.get(who.at("home")))

    wanted = ("Salle Canari", "Arrêt Canari", "Des lunettes", "La présentation", "05 49 11 22 33")
    assert [one in page for one in wanted] == [True] * 5
    assert "https://video.exemple.org/canari" in page
    assert "05 49 00 00 00" in page


def test_a_session_that_is_not_announced_is_not_there_yet(story, awa):
    sitting.session(story, place="Salle Canari")
    who = ByCard(story, awa)

    page = said(who.client.get(who.at("home")))

    assert "Rien à faire" in page
    assert "Salle Canari" not in page


@pytest.mark.parametrize("hand", HANDS)
def test_a_member_who_cannot_come_says_so_without_a_reason(story, awa, hand):
    session = announced_session(story)
    who = hand(story, awa)

    answer = press(who, "attend", session.number, how="excused")

    assert Presence.objects.get(member=awa).how == "excused"
    assert "excusé" in said(answer)


def test_before_the_session_nobody_is_present_yet(story, awa):
    session = announced_session(story)

    answer = press(ByCard(story, awa), "attend", session.number, how="room")

    assert answer.status_code == 422
    assert not Presence.objects.exists()


@pytest.mark.parametrize("hand", HANDS)
def test_on_the_day_a_member_notes_that_they_are_there_even_after_an_excuse(story, awa, hand):
    session, who = announced_session(story), hand(story, awa)
    press(who, "attend", session.number, how="excused")
    sessions.open_(session, sitting.fanny(story))

    press(who, "attend", session.number, how="room")

    assert Presence.objects.get(member=awa).how == "room"


@pytest.mark.parametrize("hand", HANDS)
def test_a_member_asks_for_a_loan_and_reads_what_became_of_it(story, awa, hand):
    who = hand(story, awa)

    answer = press(who, "loan", what="Une tablette")

    assert Loan.objects.get().member == awa
    assert "Une tablette" in said(answer)


def test_a_member_reads_their_own_tables(story, awa):
    sitting.member(story)
    session = announced_session(story)
    sitting._of_the_tables(story, session)
    who = ByCard(story, awa)

    assert "Vos tables" in said(who.client.get(who.at("home")))


@pytest.mark.parametrize("hand", HANDS)
def test_a_member_says_what_to_provide_and_the_team_reads_it_by_number(story, awa, hand):
    who = hand(story, awa)

    answer = press(who, "needs", provisions=["transport", "childcare"])

    assert "le transport" in said(answer)
    fanny = ByFanny(story, awa)
    shown = said(fanny.client.get(reverse("facilitation:needs", args=["poitiers"])))
    assert "le transport" in shown
    assert "carte 1" in shown
    assert [one.count for one in Reading.objects.filter(what="needs")] == [1]


def test_what_one_needs_is_read_by_no_other_member(story, awa):
    press(ByCard(story, awa), "needs", provisions=["sign_language"])
    other = ByCard(story, sitting.member(story))

    assert "la langue des signes" not in said(other.client.get(other.at("home")))
    assert other.client.get(reverse("facilitation:needs", args=["poitiers"])).status_code == 403


@pytest.mark.parametrize("hand", HANDS)
def test_a_member_asks_a_question_by_their_number(story, awa, hand):
    who = hand(story, awa)

    answer = press(who, "question", text="Qui décide à la fin ?")

    asked = Question.objects.get()
    assert (asked.member, asked.origin) == (awa, "member")
    assert "Qui décide à la fin" in said(answer)


@pytest.mark.parametrize("hand", HANDS)
def test_leaving_asks_for_no_reason_and_shuts_the_card(story, awa, hand):
    who, code = hand(story, awa), code_of(awa)
    assert "On ne vous demande pas pourquoi" in said(who.client.get(who.at("leave")))

    press(who, "leave")

    awa.refresh_from_db()
    assert awa.state == "left"
    assert Candidate.objects.get(member=awa).state == "withdrawn"
    assert Client().post("/carte/", {"once": uuid4(), "code": code}).status_code == 422


@pytest.mark.parametrize("hand", HELPERS)
def test_what_is_done_for_a_member_is_written_on_both_sides(story, awa, hand):
    who = hand(story, awa)
    helper = Client().get("/") and who.client.session["_auth_user_id"]

    press(who, "loan", what="Un casque")

    deed = Deed.objects.filter(entry__act="loan.ask").get()
    assert (str(deed.actor_id), deed.on_behalf_of) == (helper, awa.account)
    mine = ByCard(story, awa)
    assert "Ce que d’autres ont fait pour vous" in said(mine.client.get(mine.at("home")))


def test_what_a_member_does_alone_is_nobody_else_s(story, awa):
    who = ByCard(story, awa)

    press(who, "loan", what="Un casque")

    assert Deed.objects.get(entry__act="loan.ask").on_behalf_of is None
    assert "Ce que d’autres" not in said(who.client.get(who.at("home")))


def test_a_relay_opens_no_space_without_the_card(story, awa):
    paula = Client()
    paula.force_login(story.things["Paula Partenaire"])
    asked = [
        reverse("relays:member_home", args=["poitiers", awa.pk]),
        reverse("relays:member_leave", args=["poitiers", awa.pk]),
    ]

    assert [paula.get(one).status_code for one in asked] == [404, 404]
    wrong = paula.post(
        reverse("relays:help", args=["poitiers"]), {"once": uuid4(), "code": "2222-2222"}
    )
    assert wrong.status_code == 422


def test_one_card_opens_one_space_to_a_relay(story, awa):
    other = sitting.member(story)
    who = ByPaula(story, awa)

    answer = who.client.get(reverse("relays:member_home", args=["poitiers", other.pk]))

    assert answer.status_code == 404


def test_a_member_opens_nobody_else_s_space(story, awa):
    other, who = sitting.member(story), ByCard(story, awa)

    answer = who.client.get(reverse("facilitation:member_home", args=["poitiers", other.pk]))

    assert answer.status_code == 403


def test_the_page_is_read_aloud_by_the_browser_and_kept_by_no_cache(story, awa):
    announced_session(story)
    who = ByCard(story, awa)

    answer = who.client.get(who.at("home"))

    assert "data-aloud" in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]


def test_somebody_with_the_role_and_no_card_is_told_whom_to_ask(story):
    client = Client()
    client.force_login(cast.holder(Role.MEMBER, story.convention, story.odile))

    answer = client.get("/membre/poitiers/")

    assert "Vous n’avez pas encore de carte" in said(answer)
