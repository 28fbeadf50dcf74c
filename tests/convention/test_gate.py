"""The launch-readiness gate: each thing it asks for, and passing it over in public only."""

import json
from datetime import date

import pytest

from isegoria.convention.governance.conduct import Refused
from isegoria.convention.models import Entry, LaunchOpinion
from isegoria.convention.stewardship.queries import missing, readiness
from isegoria.convention.verbs import (
    calendar,
    opinion,
    people,
    publishing,
    quotas,
    stewardship,
)
from tests import story
from tests.story import CANARY

pytestmark = pytest.mark.django_db
ALL = [
    "mandate",
    "calendar",
    "committee_members",
    "committee_mission",
    "quotas",
    "presentation",
    "opinion",
]


@pytest.fixture
def told(alice):
    return story.announced(alice)


def reasons(call, *args, **given):
    with pytest.raises(Refused) as refused:
        call(*args, **given)
    return refused.value.decision.about


def lacks(told, key):
    return key in missing(told.convention)


def test_a_convention_just_begun_lacks_everything(alice):
    assert missing(story.begun(alice).convention) == ALL


def test_it_is_not_announced_before_a_mandate_is_adopted(alice):
    begun = story.begun(alice)

    assert reasons(stewardship.announce, begun.convention, begun.organiser) == ("mandated",)


def test_a_mandate_with_its_reference_is_there(told):
    assert missing(told.convention) == ALL[1:]


def test_three_milestones_make_a_calendar_and_windows_and_cancelled_ones_do_not_count(told):
    items = [story.milestone(told, label=str(n)) for n in range(3)]
    assert not lacks(told, "calendar")

    calendar.cancel(items[0], told.organiser, reason="annulée")
    assert lacks(told, "calendar")


def test_a_committee_has_members_who_hold_their_seat_and_a_mission(told):
    committee = story.body(told, mission="")
    assert (lacks(told, "committee_members"), lacks(told, "committee_mission")) == (True, True)

    seat = story.seat(told, committee)
    people.describe_body(committee, told.organiser, changes={"mission": "veiller"})
    assert (lacks(told, "committee_members"), lacks(told, "committee_mission")) == (False, False)

    people.end_seat(seat, told.organiser, until=date(2021, 4, 1), reason="démission")
    assert lacks(told, "committee_members")


def test_a_body_that_is_not_the_committee_does_not_stand_for_it(told):
    story.seat(told, story.body(told, type="experts"))

    assert lacks(told, "committee_members")
    assert lacks(told, "committee_mission")


def test_a_quota_table_counts_once_it_is_frozen(told):
    table = story.quota_table(told)
    assert lacks(told, "quotas")

    quotas.freeze(table, told.organiser)
    assert not lacks(told, "quotas")


def test_a_quota_table_without_all_its_sources_is_not_frozen(told):
    assert reasons(quotas.freeze, story.quota_table(told, source=""), told.organiser) == (
        "sourced",
    )


def test_a_second_quota_table_says_why_and_replaces_the_first(told):
    first = quotas.freeze(story.quota_table(told), told.organiser)
    second = story.quota_table(told)
    assert reasons(quotas.freeze, second, told.organiser) == ("reasoned",)

    quotas.freeze(second, told.organiser, reason="recensement 2021")
    first.refresh_from_db()
    assert (first.state, second.state) == ("replaced", "frozen")


def test_a_presentation_counts_while_it_is_published(told):
    version = story.published(told, place="presentation")
    assert not lacks(told, "presentation")

    publishing.withdraw(version, told.organiser, reason="erreur")
    assert lacks(told, "presentation")


@pytest.mark.parametrize("verdict", ["favourable", "reservations", "unfavourable"])
def test_an_opinion_of_any_verdict_is_an_opinion_and_is_shown(told, verdict):
    opinion.give(
        LaunchOpinion(convention=told.convention, verdict=verdict, text="motifs"), told.guarantor
    )

    shown = {item.key: (item.met, item.detail) for item in readiness(told.convention)}
    assert shown["opinion"] == (True, verdict)


@pytest.mark.parametrize("verdict", ["reservations", "unfavourable"])
def test_an_opinion_with_reserves_gives_its_reasons(told, verdict):
    bare = LaunchOpinion(convention=told.convention, verdict=verdict, text=" ")

    assert reasons(opinion.give, bare, told.guarantor) == ("reasoned",)


def test_a_guarantor_gives_the_opinion_and_an_organiser_does_not(told):
    mine = LaunchOpinion(convention=told.convention, verdict="favourable")

    assert reasons(opinion.give, mine, told.organiser) == ("guarantor",)


def test_a_convention_that_is_ready_is_launched_with_the_guarantors_opinion(told):
    story.made_ready(told)

    stewardship.launch(told.convention, told.organiser)

    told.convention.refresh_from_db()
    told_of = json.loads(Entry.objects.get(act="convention.launch").leaf)["records"]
    assert (told.convention.state, told.convention.launched_at) == ("launched", story.AT)
    assert (told.convention.passed_over, told_of) == ([], {"opinion": "favourable"})


def test_a_convention_that_is_not_ready_is_not_launched_as_if_it_were(told):
    assert reasons(stewardship.launch, told.convention, told.organiser) == ("ready",)


def test_a_launch_in_spite_of_what_is_missing_says_what_and_why_for_good(told):
    stewardship.launch_unready(told.convention, told.organiser, reason=CANARY)

    told.convention.refresh_from_db()
    told_of = json.loads(Entry.objects.get(act="convention.launch_unready").leaf)["records"]
    assert told.convention.state == "launched"
    assert told.convention.passed_over == told_of["missing"] == ALL[1:]
    assert told.convention.passed_over_reason == CANARY


def test_the_gate_is_not_passed_over_without_a_reason(told):
    asked = (stewardship.launch_unready, told.convention, told.organiser)

    assert reasons(*asked, reason=" ") == ("reasoned",)


def test_what_is_ready_is_not_launched_as_if_it_were_not(told):
    story.made_ready(told)
    asked = (stewardship.launch_unready, told.convention, told.organiser)

    assert reasons(*asked, reason="pressés") == ("not_ready",)


def test_a_second_mandate_says_why_and_the_first_stays(told):
    bare = {"question": "Une autre question"}
    with pytest.raises(Refused) as refused:
        story.mandated(told, **bare)
    second = story.mandated(told, **bare, reason="report du conseil")

    numbers = list(told.convention.mandates.values_list("number", "question"))
    assert refused.value.decision.about == ("reasoned",)
    assert numbers == [(1, CANARY), (second.number, "Une autre question")]


def test_a_convention_walks_its_whole_life_in_order(told):
    story.made_ready(told)
    stewardship.launch(told.convention, told.organiser)

    walked = [
        step(told.convention, told.organiser).state for step in stewardship.NEXT_STEPS.values()
    ]

    assert walked == [
        "recruiting",
        "in_session",
        "proposals_delivered",
        "under_study",
        "deliberated",
        "follow_up",
    ]


def test_a_step_is_not_taken_before_the_one_that_leads_to_it(told):
    for name, step in stewardship.NEXT_STEPS.items():
        assert reasons(step, told.convention, told.organiser) == ("prepared",), name
