"""Who is heard, who proposed them, what they declared; and the experts that members ask for."""

import pytest

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Refused
from isegoria.convention.models import ExpertRequest, InterestDeclaration
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.sessions import hearings
from isegoria.convention.verbs import experts, people
from isegoria.core.charter import Role
from tests import recruiting, sitting
from tests.cast import AT
from tests.questioning import declared, heard, wished
from tests.sitting import fanny
from tests.story import announced, body, seat

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(alice):
    told = announced(alice)
    body(told, type="experts")
    return told


@pytest.fixture
def awa(story):
    recruiting.recruited(story)
    recruiting.drawn(story, recruiting.sealed(story))
    return sitting.member(story)


def refusal(call):
    with pytest.raises(Refused) as refused:
        call()
    return refused.value.decision.about or (refused.value.decision.code,)


def reader(*roles):
    return Viewer(None, frozenset({Role.ANYONE, *roles}), AT)


def test_nobody_is_heard_before_they_declare_their_interests(story):
    held = seat(story, story.convention.bodies.get(), name="Irène")
    one = heard(story, sitting.opened(story), seat=held)

    assert refusal(lambda: experts.hold(one, fanny(story))) == ("interests_declared",)
    people.declare_interest(InterestDeclaration(seat=held, nothing=True), story.organiser)
    assert experts.hold(one, fanny(story)).state == "held"


def test_nobody_is_heard_before_the_session_begins(story):
    one = heard(story, sitting.session(story))

    assert refusal(lambda: experts.hold(one, fanny(story))) == ("session_begun",)


def test_an_expert_brings_a_point_of_view(story):
    planned = sitting.session(story)

    assert refusal(lambda: heard(story, planned, viewpoint=" ")) == ("viewpoint_said",)


def test_a_cancelled_hearing_says_why(story):
    one = heard(story, sitting.session(story))

    assert refusal(lambda: experts.cancel(one, fanny(story), reason=" ")) == ("reasoned",)
    assert experts.cancel(one, fanny(story), reason="Malade.").reason == "Malade."


def test_the_balance_shows_each_domain_by_each_point_of_view_and_what_nobody_brings():
    found = hearings.balanced(
        [("usagers", ["Santé", "école"]), ("entreprises", ["santé"]), ("usagers", ["santé"])],
        ["énergie", "santé"],
    )

    assert found.viewpoints == ("entreprises", "usagers")
    assert found.rows == (("école", (0, 1)), ("énergie", (0, 0)), ("santé", (1, 2)))
    assert found.missing == ("énergie",)


def test_a_cancelled_hearing_balances_nothing(story):
    experts.cancel(heard(story, sitting.session(story)), fanny(story), reason="Malade.")

    assert hearings.balance_of(story.convention).viewpoints == ()


def test_the_declared_interests_are_read_with_the_hearing(story, django_assert_num_queries):
    session = sitting.session(story)
    heard(story, session)
    heard(story, session, seat=seat(story, declared(story).body, name="Tarek"))

    with django_assert_num_queries(2):
        found = [
            (str(one), [str(said.text) for said in one.seat.declarations.all()])
            for one in hearings.hearings_of(story.convention)
        ]
    assert found == [("Canari", ["Canari"]), ("Tarek", [])]


def test_a_member_asks_for_an_expert_and_somebody_else_does_not_ask_in_their_name(story, awa):
    other = sitting.member(story)
    theirs = ExpertRequest(convention=story.convention, origin="member", member=other, text="oui")

    assert refusal(lambda: experts.ask(theirs, By(awa.account, AT))) == ("own_request",)
    assert wished(story, awa).number == 1
    assert [one.number for one in hearings.requests_of_member(awa)] == [1]


def test_requests_are_counted_and_each_is_answered_by_a_hearing_or_a_reason(story, awa):
    one = heard(story, sitting.session(story))
    first, second, third = (wished(story, awa) for _ in range(3))

    experts.honour(first, fanny(story), hearing=one)
    assert refusal(lambda: experts.honour(second, fanny(story), hearing=None)) == (
        "hearing_stands",
    )
    assert refusal(lambda: experts.refuse(second, fanny(story), reason="")) == ("reasoned",)
    experts.refuse(second, fanny(story), reason="Personne n’était libre.")

    assert hearings.asked_of(story.convention) == hearings.Asked(
        asked=3, honoured=1, refused=1, waiting=1
    )
    assert [one.number for one in hearings.requests_of(story.convention, reader())] == [2, 1]
    team = reader(Role.FACILITATOR)
    assert hearings.waiting_requests(story.convention, team) == [third]


def test_a_cancelled_hearing_honours_no_request(story, awa):
    gone = experts.cancel(heard(story, sitting.session(story)), fanny(story), reason="Malade.")

    assert refusal(lambda: experts.honour(wished(story, awa), fanny(story), hearing=gone)) == (
        "hearing_stands",
    )
