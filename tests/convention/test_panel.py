"""The life of a panel: who is called when somebody leaves, and what the panel becomes."""

from datetime import timedelta

import pytest
from django.db import IntegrityError

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Refused
from isegoria.convention.models import Entry, Erasure, Rules
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.recruitment.gaps import standing
from isegoria.convention.recruitment.places import alternates_of, panel_for, quorum, reserve_of
from isegoria.convention.recruitment.remarks import derogation
from isegoria.convention.recruitment.replacing import proposed, replacing
from isegoria.convention.verbs import candidates, channels, erasing, panel
from isegoria.core.charter import Role
from tests import recruiting
from tests.cast import AT
from tests.recruiting import officer
from tests.story import announced


@pytest.fixture
def story(alice):
    """A panel of three, drawn from eight people: two by phone, one by an association."""
    told = announced(alice)
    recruiting.recruited(told)
    rules = Rules(convention=told.convention, alternates=2, quorum_percent=50)
    channels.set_rules(rules, officer(told))
    recruiting.drawn(told, recruiting.sealed(told))
    return told


def seen_by(story, role=Role.RECRUITER, *, at=AT):
    account = officer(story).actor if role == Role.RECRUITER else story.gaston
    return Viewer(account, frozenset({role}), at)


def panel_of(story, *, at=AT):
    return panel_for(story.convention, seen_by(story, at=at))


def leaves(story, number):
    holder = panel_of(story).places[number - 1].holder
    return candidates.withdraw(holder, officer(story))


def replaced(story):
    """Call whoever comes first, and they accept."""
    found = replacing(panel_of(story))
    first = found.first.candidate
    place = found.place_for(first)
    called = panel.call(first, officer(story))
    return place, panel.accept(called, officer(story))


def way(candidate):
    return candidate.answers[recruiting.WAY]


def test_the_panel_is_shown_to_the_officer_alone(story):
    assert panel_for(story.convention, seen_by(story, Role.GUARANTOR)) is None
    assert panel_of(story).seats == 3


def test_whoever_leaves_leaves_a_place_that_their_own_channel_fills(story):
    gone = leaves(story, 1)

    place, new = replaced(story)

    assert (place.number, new.seat, new.state) == (1, 1, "confirmed")
    assert way(new) == way(gone)
    gone.refresh_from_db()
    assert gone.state == "replaced"


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_replacement_keeps_the_panel_within_its_bounds(story, number):
    leaves(story, number)

    replaced(story)

    found = replacing(panel_of(story))
    assert [one for one in found.with_(()) if one.is_outside] == []


def test_a_place_that_somebody_is_called_for_is_offered_to_nobody_else(story):
    leaves(story, 1)
    first, second = replacing(panel_of(story)).calls[:2]
    panel.call(first.candidate, officer(story))

    assert replacing(panel_of(story)).places == ()
    with pytest.raises(Refused):
        panel.call(second.candidate, officer(story))


def test_whoever_refuses_leaves_the_ranking_and_the_next_comes_first(story):
    leaves(story, 1)
    first, second = replacing(panel_of(story)).calls[:2]
    panel.decline(panel.call(first.candidate, officer(story)), officer(story))

    again = replacing(panel_of(story))

    assert again.first.candidate == second.candidate
    assert first.candidate not in [one.candidate for one in again.calls]


def test_several_empty_places_are_ranked_together_and_filled_each_by_its_channel(story):
    for number in (1, 2, 3):
        leaves(story, number)

    best = replacing(panel_of(story)).best
    for _call in best:
        replaced(story)

    now = panel_of(story)
    assert (len(best), now.vacant) == (3, ())
    ways = sorted(way(one.holder) for one in now.places)
    assert ways == sorted([recruiting.PARTNERS, recruiting.PHONE, recruiting.PHONE])


def test_a_place_has_one_holder_at_a_time(story):
    first, second = panel_of(story).places[:2]
    second.holder.seat = first.number

    with pytest.raises(IntegrityError, match="seat"):
        second.holder.save()


def test_nobody_who_was_not_in_the_sealed_list_is_called(story):
    newcomer = recruiting.entered(story, story.convention.candidates.first().relay, recruiting.OLD)

    assert newcomer not in reserve_of(panel_of(story).draw)


def test_once_the_last_date_is_past_a_place_stays_empty(story):
    rules = Rules(
        convention=story.convention,
        alternates=2,
        quorum_percent=50,
        replaced_until=AT - timedelta(days=1),
        reason="Trop tard",
    )
    channels.set_rules(rules, officer(story))
    leaves(story, 1)
    somebody = reserve_of(panel_of(story).draw).first()

    now = panel_of(story)

    assert (now.filled, now.seats, now.may_replace) == (2, 3, False)
    with pytest.raises(Refused, match="before_the_last_replacement"):
        panel.call(somebody, officer(story))


def test_the_quorum_is_counted_on_the_places_that_are_filled(story):
    assert panel_of(story).quorum == 2

    leaves(story, 1)

    assert panel_of(story).quorum == 1


@pytest.mark.parametrize(("filled", "percent", "wanted"), [(30, 50, 15), (29, 50, 15), (29, 67, 20), (0, 50, 0)])  # fmt: skip
def test_a_quorum_is_rounded_up(filled, percent, wanted):
    assert quorum(filled, percent) == wanted


def test_progress_counts_those_who_confirmed(story):
    for place in panel_of(story).places[:2]:
        panel.confirm(place.holder, officer(story))
    panel.attend(panel_of(story).places[0].holder, officer(story))

    now = panel_of(story)

    assert (now.confirmed, now.attended, now.filled) == (2, 1, 3)


def test_alternates_are_proposed_once_in_the_same_order_for_everybody(story):
    chosen = proposed(panel_of(story))

    assert chosen == proposed(panel_of(story))
    panel.list_alternates(chosen, officer(story))
    assert list(alternates_of(story.convention)) == chosen
    assert [one.rank for one in chosen] == [1, 2]
    assert proposed(panel_of(story)) == []


def test_alternates_are_listed_all_or_none(story):
    chosen = proposed(panel_of(story))
    candidates.withdraw(chosen[1], officer(story))

    with pytest.raises(Refused):
        panel.list_alternates(chosen, officer(story))

    assert list(alternates_of(story.convention)) == []


def test_an_alternate_is_ranked_with_the_whole_reserve(story):
    panel.list_alternates(proposed(panel_of(story)), officer(story))
    gone = leaves(story, 1)

    calls = replacing(panel_of(story)).calls

    same = [one for one in reserve_of(panel_of(story).draw) if way(one) == way(gone)]
    assert {one.candidate for one in calls} == set(same)
    assert any(one.is_alternate for one in calls)


def test_ranking_again_gives_the_same_order(story):
    leaves(story, 1)

    orders = [[one.candidate for one in replacing(panel_of(story)).calls] for _ in range(2)]

    assert orders[0] == orders[1]


def test_the_panel_is_compared_without_its_channel(story):
    leaves(story, 1)
    found = replacing(panel_of(story))

    criteria = {one.quota.criterion for one in found.with_(found.best)}

    assert criteria == {recruiting.AGE}


def test_the_channel_still_decides_once_who_found_whom_is_forgotten(story):
    composition = recruiting.Composition(
        convention=story.convention, draw=panel_of(story).draw, seats=3
    )
    panel.publish_composition(composition, officer(story), tables=[], filled=3, pool=8)
    gone = leaves(story, 1)

    calls = replacing(panel_of(story)).calls

    assert not story.convention.candidates.exclude(relay=None).exists()
    assert {way(one.candidate) for one in calls} == {way(gone)}


def test_looking_at_the_panel_is_noted(story):
    panel_of(story)

    last = story.convention.readings.order_by("-pk").first()
    assert (last.what, last.count, last.account) == ("panel", 3, officer(story).actor)


def test_somebody_who_is_not_next_is_not_called_without_a_reason(story):
    leaves(story, 1)
    second = replacing(panel_of(story)).calls[1].candidate

    with pytest.raises(Refused) as refused:
        panel.call(second, officer(story))

    assert refused.value.decision.about == ("in_turn",)


def test_a_call_out_of_turn_is_told_to_everybody_with_its_reason(story):
    leaves(story, 1)
    second = replacing(panel_of(story)).calls[1].candidate

    panel.call_out_of_turn(second, officer(story), reason="La première est à l’hôpital.")

    told = Entry.objects.get(act="draw.derogate")
    assert (second.state, second.called_for) == ("called", 1)
    assert (told.seen_by, derogation(told).reason) == ("public", "La première est à l’hôpital.")


def test_a_call_out_of_turn_without_a_reason_leaves_no_trace(story):
    leaves(story, 1)
    second = replacing(panel_of(story)).calls[1].candidate

    with pytest.raises(Refused, match="reasoned"):
        panel.call_out_of_turn(second, officer(story), reason=" ")

    second.refresh_from_db()
    assert second.state == "consented"
    assert not Entry.objects.filter(act__in=["draw.derogate", "candidate.call"]).exists()


def test_nobody_of_another_channel_is_called_even_with_a_reason(story):
    gone = leaves(story, 1)
    reserve = reserve_of(panel_of(story).draw)
    other = next(one for one in reserve if way(one) != way(gone))

    with pytest.raises(Refused) as refused:
        panel.call_out_of_turn(other, officer(story), reason="Canari")

    assert refused.value.decision.about == ("in_reserve",)
    assert not Entry.objects.filter(act="draw.derogate").exists()


def test_the_next_alternate_is_called_without_a_reason(story):
    panel.list_alternates(proposed(panel_of(story)), officer(story))
    gone = leaves(story, 1)
    mine = [one for one in alternates_of(story.convention) if way(one) == way(gone)]

    assert panel.call(mine[0], officer(story)).state == "called"


def test_whoever_gives_no_answer_is_called_again_for_another_place_after_the_others(story):
    places = panel_of(story).places
    one, other = (place.number for place in places if way(place.holder) == recruiting.PHONE)
    leaves(story, one)
    first = replacing(panel_of(story)).first.candidate
    panel.give_up(panel.call(first, officer(story)), officer(story), tries=3)

    assert first not in [one.candidate for one in replacing(panel_of(story)).calls]

    replaced(story)
    leaves(story, other)
    again = replacing(panel_of(story)).calls
    assert again[-1].candidate == first
    assert again[-1].candidate.state == "unreached"


def test_two_tries_are_not_enough_to_give_somebody_up(story):
    leaves(story, 1)
    called = panel.call(replacing(panel_of(story)).first.candidate, officer(story))

    with pytest.raises(Refused, match="tried_enough"):
        panel.give_up(called, officer(story), tries=2)


def test_a_member_who_never_answers_leaves_their_place(story):
    silent = panel_of(story).places[0].holder

    panel.give_up(silent, officer(story), tries=4)
    place, _new = replaced(story)

    silent.refresh_from_db()
    assert (place.number, silent.state) == (1, "replaced")


def test_a_member_who_rings_back_takes_their_place_again(story):
    silent = panel.give_up(panel_of(story).places[0].holder, officer(story), tries=3)

    panel.resume(silent, officer(story))

    place = panel_of(story).places[0]
    assert (place.holder, place.state) == (silent, "confirmed")


def test_the_place_of_a_member_who_rings_back_late_is_somebody_else_s(story):
    silent = panel.give_up(panel_of(story).places[0].holder, officer(story), tries=3)
    panel.call(replacing(panel_of(story)).first.candidate, officer(story))

    with pytest.raises(Refused, match="place_kept"):
        panel.resume(silent, officer(story))


def test_whoever_was_called_in_vain_had_no_place_to_take_again(story):
    leaves(story, 1)
    called = panel.call(replacing(panel_of(story)).first.candidate, officer(story))
    panel.give_up(called, officer(story), tries=3)

    with pytest.raises(Refused, match="place_kept"):
        panel.resume(called, officer(story))


def test_a_place_is_still_filled_by_its_channel_once_whoever_left_it_is_forgotten(story):
    gone = leaves(story, 1)
    kept, tried = way(gone), replacing(panel_of(story)).first.candidate
    panel.decline(panel.call(tried, officer(story)), officer(story))
    erasure = Erasure(convention=story.convention, on_request=True)
    erasing.erase(erasure, officer(story), [gone, tried])

    now = panel_of(story).places[0]
    place, new = replaced(story)

    assert (now.leaver, now.past.left, now.past.tried) == (None, 1, 1)
    assert (place.number, way(new), new.seat) == (1, kept, 1)
    past = panel_of(story).places[0].past
    assert (past.left, past.replaced, past.channel) == (0, 1, {})
    assert standing(story.convention, seen_by(story)).replaced == 1


def test_after_the_last_date_nobody_takes_a_place_they_were_called_for(story):
    leaves(story, 1)
    called = panel.call(replacing(panel_of(story)).first.candidate, officer(story))
    rules = Rules(
        convention=story.convention, replaced_until=AT - timedelta(days=1), reason="Trop tard"
    )
    channels.set_rules(rules, officer(story))

    with pytest.raises(Refused, match="before_the_last_replacement"):
        panel.accept(called, officer(story))


def test_only_the_officer_calls(story):
    leaves(story, 1)
    first = replacing(panel_of(story)).first.candidate

    with pytest.raises(Refused, match="wrong_role"):
        panel.call(first, By(story.odile, AT))
