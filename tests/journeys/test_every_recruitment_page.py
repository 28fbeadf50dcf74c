"""Every page of those who find people, and of whoever got a letter, is as fit as the others.

Where the panel has just been drawn, and in a convention that still recruits.
"""

import pytest

from isegoria.core.charter import Role
from isegoria.web.routes import PAGES, PUBLIC
from tests.journeys import field, house
from tests.journeys.test_every_page import unreached, walked

pytestmark = pytest.mark.looks

DRAWN = "poitiers-numerique-2021"
ROLES = {
    "recruitment officer": (Role.RECRUITER, "recrutement", {DRAWN: "Régine", field.SLUG: "Rémi"}),
    "institute": (Role.INSTITUTE, "relais", {DRAWN: "Inès", field.SLUG: "Yseult"}),
    "association": (Role.PARTNER, "relais", {DRAWN: "Paulin", field.SLUG: "Paola"}),
}


@pytest.fixture(scope="module")
def town_hall():
    """One server for all of them."""
    for opened in house.opened("drawn"):
        yield house.told(opened, "field")


def is_their_own(name):
    """The public pages are walked elsewhere."""
    return PAGES[name].reads != PUBLIC


def is_of_a_letter(name):
    return name.startswith("joining:")


@pytest.mark.parametrize("who", ROLES)
def test_every_page_of_those_who_find_people_is_fit_to_be_read(visit, town_hall, who, tmp_path):
    role, part, people = ROLES[who]
    reached, faults = set(), []
    for slug, name in people.items():
        folder = tmp_path / slug
        folder.mkdir()
        how = {"starts": [f"/{part}/{slug}/"], "examples": 1, "follow": is_their_own}
        found, wrong = walked(visit(name), town_hall, folder, **how)
        reached |= found
        faults += wrong
    faults += [f"{name} is not reached by a link" for name in unreached({role}, reached)]

    assert not faults, "\n".join(faults)


def test_every_page_of_whoever_got_a_letter_is_fit_to_be_read(visit, town_hall, tmp_path):
    start = f"/conventions/{field.SLUG}/inscription/"

    reached, faults = walked(visit(), town_hall, tmp_path, starts=[start], follow=is_of_a_letter)

    assert not faults, "\n".join(faults)
    assert reached == {"joining:door", "joining:paper"}
