"""Who may do what, when: the law that decides, apart from any particular charter."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isegoria.core.charter import CHARTER, Charter, Decision, Role, Situation, Window, act

DRAW = act(
    "panel.draw",
    by=(Role.RECRUITER, Role.GUARANTOR),
    during={Window.RECRUITMENT, Window.PREPARATION},
    moves=(("gathered", ""), "drawn"),
    given=("counted", "witnessed"),
    label="Draw",
    tells="{by} drew {subject}.",
)
GATHER = act("panel.gather", by=(Role.PARTNER,), moves=("", "gathered"), label="", tells="")
DRAW = replace(DRAW, from_states=frozenset({"gathered"}))
SMALL = Charter.of("small", [GATHER, DRAW])
READY = Situation(
    roles=frozenset({Role.RECRUITER, Role.ANYONE}),
    windows=frozenset({Window.RECRUITMENT}),
    state="gathered",
    facts=frozenset({"counted", "witnessed"}),
)

roles = st.frozensets(st.sampled_from(Role))
windows = st.frozensets(st.sampled_from(Window))
names = st.sampled_from(sorted(CHARTER.acts))
states = st.sampled_from(sorted({"", *(s for a in CHARTER for s in CHARTER.states(a.kind))}))
facts = st.frozensets(st.sampled_from(sorted({fact for a in CHARTER for fact in a.given} | {"x"})))
situations = st.builds(Situation, roles=roles, windows=windows, state=states, facts=facts)


def test_what_the_charter_allows_is_allowed_in_a_role():
    assert SMALL.decide("panel.draw", READY) == Decision(True, "chartered", (), Role.RECRUITER)


def test_somebody_who_holds_two_roles_acts_in_the_first_that_the_act_names():
    both = replace(READY, roles=frozenset({Role.GUARANTOR, Role.RECRUITER}))

    assert SMALL.decide("panel.draw", both).role == Role.RECRUITER


def test_a_wrong_role_is_told_which_roles_are_right_in_order():
    refused = SMALL.decide("panel.draw", replace(READY, roles=frozenset({Role.MEMBER})))

    assert refused == Decision(False, "wrong_role", (Role.RECRUITER, Role.GUARANTOR))


def test_a_closed_window_is_told_which_windows_are_needed():
    refused = SMALL.decide("panel.draw", replace(READY, windows=frozenset({Window.COUNCIL})))

    assert refused == Decision(
        False, "closed_window", (str(Window.PREPARATION), str(Window.RECRUITMENT))
    )


def test_one_open_window_of_several_is_enough():
    assert SMALL.decide("panel.draw", replace(READY, windows=frozenset({Window.PREPARATION})))


def test_a_wrong_state_is_told_the_state_it_is_in():
    assert SMALL.decide("panel.draw", replace(READY, state="drawn")) == Decision(
        False, "wrong_state", ("drawn",)
    )


def test_every_missing_fact_is_told_in_the_order_of_the_act():
    refused = SMALL.decide("panel.draw", replace(READY, facts=frozenset()))

    assert refused == Decision(False, "missing_fact", ("counted", "witnessed"))


def test_reasons_are_given_in_the_order_role_window_state_fact():
    nothing = Situation(roles=frozenset(), windows=frozenset(), state="drawn")
    right_role = replace(nothing, roles=frozenset({Role.RECRUITER}))
    open_window = replace(right_role, windows=frozenset({Window.RECRUITMENT}))
    right_state = replace(open_window, state="gathered")

    codes = [
        SMALL.decide("panel.draw", now).code
        for now in (nothing, right_role, open_window, right_state)
    ]

    assert codes == ["wrong_role", "closed_window", "wrong_state", "missing_fact"]


def test_an_act_the_charter_does_not_have_is_a_mistake_of_the_caller():
    with pytest.raises(KeyError):
        SMALL.decide("panel.fudge", READY)


def test_states_are_those_that_acts_start_from_or_lead_to():
    assert SMALL.states("panel") == ("drawn", "gathered")
    assert SMALL.states("nothing") == ()


@given(names, situations)
def test_nobody_without_a_role_may_do_anything(name, now):
    assert not CHARTER.decide(name, replace(now, roles=frozenset()))


@given(names, situations)
def test_without_a_role_of_the_act_only_what_anyone_may_do_is_possible(name, now):
    anyone = replace(now, roles=frozenset({Role.ANYONE}))

    assert not CHARTER.decide(name, anyone) or Role.ANYONE in CHARTER[name].by


@given(names, situations, roles)
def test_one_more_role_never_takes_a_right_away(name, now, more):
    before = CHARTER.decide(name, now)
    after = CHARTER.decide(name, replace(now, roles=now.roles | more))

    assert after.allowed or not before.allowed


@given(names, situations, windows)
def test_one_more_open_window_never_takes_a_right_away(name, now, more):
    before = CHARTER.decide(name, now)
    after = CHARTER.decide(name, replace(now, windows=now.windows | more))

    assert after.allowed or not before.allowed


@given(names, situations)
def test_a_closed_window_refuses_whatever_else_holds(name, now):
    closed = replace(now, windows=now.windows - CHARTER[name].during)

    assert not CHARTER.decide(name, closed) or not CHARTER[name].during


@given(names, situations)
def test_a_decision_is_allowed_exactly_when_role_window_state_and_facts_agree(name, now):
    wanted, decision = CHARTER[name], CHARTER.decide(name, now)

    assert decision.allowed == bool(
        set(wanted.by) & now.roles
        and (not wanted.during or wanted.during & now.windows)
        and (not wanted.from_states or now.state in wanted.from_states)
        and set(wanted.given) <= now.facts
    )


@given(names, situations)
def test_a_decision_names_a_role_that_is_held_and_entitled(name, now):
    decision = CHARTER.decide(name, now)

    assert not decision or (decision.role in now.roles and decision.role in CHARTER[name].by)
