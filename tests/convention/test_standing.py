"""The cells that a relay sees: computed from what nobody else may read, and never older than it."""

import pytest

from isegoria.convention.models import Candidate
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.recruitment import keyring, standing
from isegoria.convention.recruitment.standing import board_of
from isegoria.convention.verbs import candidates, channels
from isegoria.core.charter import Role
from tests import recruiting
from tests.cast import AT, NAMES
from tests.recruiting import AGE, OLD, PARTNERS, PHONE, YOUNG, officer
from tests.story import begun


@pytest.fixture
def story(alice):
    told = begun(alice)
    recruiting.table(told)
    told.things["phone"] = recruiting.relay(told, PHONE, "phone", "Institut")
    told.things["partners"] = recruiting.relay(told, PARTNERS, "partner", "Association")
    recruiting.hand(told, told.things["phone"], Role.INSTITUTE)
    return told


@pytest.fixture
def opened(monkeypatch):
    """Whose words were opened."""
    heard = []
    plain = keyring.opened

    def listening(person, word):
        heard.append(person)
        return plain(person, word)

    monkeypatch.setattr(keyring, "opened", listening)
    return heard


def ines(story):
    return Viewer(story.things[NAMES[Role.INSTITUTE]], frozenset({Role.INSTITUTE}), AT)


def board(story):
    return board_of(story.things["phone"], ines(story))


def test_only_whoever_works_for_a_relay_sees_its_board(story):
    organiser = Viewer(story.odile, frozenset({Role.ORGANISER}), AT)

    assert board_of(story.things["phone"], organiser) is None
    assert board_of(story.things["partners"], ines(story)) is None


def test_the_channel_is_not_among_the_cells_but_apart(story):
    seen = board(story)

    assert [one.criterion for one in seen.groups] == [AGE]
    assert seen.own.quota.value == PHONE


def test_what_was_opened_is_not_opened_twice_but_a_correction_is(story, opened):
    people = [recruiting.entered(story, story.things["phone"], YOUNG) for _ in range(3)]
    board(story)
    opened.clear()

    board(story)
    again = list(opened)
    candidates.correct(people[0], officer(story), said={"answers": {AGE: OLD}})
    opened.clear()
    board(story)

    assert (again, opened) == ([], [people[0].pk])


def test_whoever_leaves_the_pool_is_forgotten_at_the_next_look(story):
    gone, stays = (recruiting.entered(story, story.things["phone"], YOUNG) for _ in range(2))
    board(story)

    candidates.withdraw(gone, officer(story))
    board(story)

    assert {key[0] for key in standing._opened[story.convention.pk]} == {stays.pk}


def test_nobody_is_named_in_what_is_kept_for_computing(story):
    somebody = recruiting.entered(story, story.things["phone"], YOUNG)
    board(story)

    kept = standing._last[story.convention.pk][1].problem.people
    assert [one.id for one in kept] == ["0"]
    assert somebody.code not in repr(board(story).groups)


def test_a_closed_channel_has_no_room_left(story):
    channels.close_channel(story.things["partners"].channel, officer(story))

    assert board(story).missing is None


def test_a_channel_that_can_find_too_few_says_that_the_target_can_no_longer_be_met(story):
    phone = story.things["phone"]
    channels.expect(phone.channel, officer(story), expected=1)
    short = board(story).missing
    channels.expect(phone.channel, officer(story), expected=2)
    enough = board(story)
    recruiting.entered(story, phone, YOUNG)

    assert (short, enough.missing) == (None, 3)
    assert enough.verdict({AGE: YOUNG}).kind == "fits"
    assert board(story).missing == 2


def test_with_the_last_people_expected_somebody_may_make_the_target_out_of_reach(story):
    for name, expected in (("phone", 2), ("partners", 1)):
        channels.expect(story.things[name].channel, officer(story), expected=expected)
        recruiting.entered(story, story.things[name], YOUNG)

    assert board(story).verdict({AGE: YOUNG}).kind == "lost"
    assert board(story).verdict({AGE: OLD}).kind == "fits"


def test_a_verdict_counts_the_channel_that_nobody_is_asked(story):
    before = Candidate.objects.count()

    verdict = board(story).verdict({AGE: YOUNG})

    assert (verdict.kind, verdict.missing) == ("fits", 2)
    assert Candidate.objects.count() == before


def test_a_panel_that_can_be_drawn_spares_the_answer(story):
    recruiting.pool(story, story.things["phone"], story.things["partners"])

    assert board(story).verdict({AGE: OLD}).kind == "spare"
