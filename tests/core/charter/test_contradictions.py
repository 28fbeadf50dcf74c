"""A charter that contradicts itself is refused when it is written, with the reason."""

import pytest

from isegoria.core.charter import CHARTER, STAYS, Charter, Role, act

SITTING = {"by": (Role.ORGANISER,), "label": "", "tells": ""}
OPEN = act("sitting.open", moves=("", "open"), **SITTING)


def refused(*acts):
    with pytest.raises(ValueError, match=r".+") as caught:
        Charter.of("wrong", acts)
    return str(caught.value)


def test_an_act_is_written_once():
    assert refused(OPEN, OPEN) == "sitting.open is written twice in the charter"


def test_an_act_has_a_kind_and_a_verb():
    assert refused(act("adjourn", **SITTING)) == "“adjourn” is not written kind.verb"


def test_an_act_has_somebody_who_may_do_it():
    nobody = act("sitting.open", moves=("", "open"), **{**SITTING, "by": ()})

    assert refused(nobody) == "sitting.open may be done by nobody"


def test_what_is_created_is_in_a_state():
    unborn = act("sitting.open", moves=("", STAYS), **SITTING)

    assert refused(unborn) == "sitting.open creates something without a state"


def test_an_act_creates_or_changes_but_not_both():
    both = act("sitting.resume", moves=(("", "open"), "open"), **SITTING)

    assert refused(OPEN, both) == "sitting.resume both creates and changes"


def test_an_act_starts_where_another_leads():
    close = act("sitting.close", moves=("opened", "closed"), **SITTING)

    assert refused(OPEN, close) == "sitting.close starts from opened, where nothing leads"


def test_a_sentence_tells_only_what_is_recorded():
    tells = {**SITTING, "tells": "{by} opened {subject} in {place} for {whom}."}
    told = act("sitting.open", moves=("", "open"), records={"place"}, **tells)

    assert refused(told) == "sitting.open tells whom, which it does not record"


def test_the_charter_in_force_does_not_contradict_itself():
    assert list(CHARTER.contradictions()) == []


def test_each_kind_has_a_beginning():
    begun = {one.kind for one in CHARTER if one.creates}

    assert {one.kind for one in CHARTER} - begun == set()


def test_an_act_that_may_be_done_again_and_again_never_begins_from_any_state():
    assert [one.name for one in CHARTER if not one.from_states] == []
