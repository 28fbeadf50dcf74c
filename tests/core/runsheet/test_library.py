"""Each method can be taken as it is: it lacks nothing, and says how everybody takes part."""

import pytest

from isegoria.core.runsheet.library import BY_KEY, METHODS
from isegoria.core.runsheet.plan import LONGEST_IN_ONE_WAY, Item, lacks
from isegoria.core.runsheet.words import Modality, Need


def item_of(method):
    return Item(
        title=method.name,
        minutes=method.minutes,
        modalities=method.modalities,
        equivalents=method.equivalents,
        rests=method.rests,
    )


@pytest.mark.parametrize("method", METHODS, ids=lambda one: one.key)
def test_a_method_says_how_it_goes_and_how_each_takes_part(method):
    assert method.name
    assert method.goes.endswith(".")
    assert method.materials
    assert set(method.equivalents) == set(Need)
    assert all(said.endswith(".") for said in method.equivalents.values())


@pytest.mark.parametrize("method", METHODS, ids=lambda one: one.key)
def test_a_method_of_the_library_lacks_nothing_by_itself(method):
    assert [one.code for one in lacks([item_of(method)]) if one.code != "ways"] == []


def test_the_library_has_a_method_for_each_way_and_a_way_to_rest():
    assert {way for one in METHODS for way in one.modalities} == set(Modality)
    assert [one.key for one in METHODS if one.rests] == ["break"]
    assert all(one.minutes <= LONGEST_IN_ONE_WAY for one in METHODS if len(one.modalities) == 1)


def test_methods_are_found_by_their_keys():
    assert len(BY_KEY) == len(METHODS) >= 14
    assert BY_KEY["world_cafe"].rounds == 3


def test_a_good_session_is_made_from_the_library_alone():
    chosen = ("plenary", "photolangage", "world_cafe", "break", "moving_debate")

    assert lacks([item_of(BY_KEY[key]) for key in chosen], room=150) == []
