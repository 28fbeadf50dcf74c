"""Who reads whom: the officer everybody, a relay its own people, others nobody; each read noted."""

import pytest

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Refused
from isegoria.convention.models import Reading
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.recruitment import people
from isegoria.convention.recruitment.people import Wanted, candidates, named, searched
from isegoria.convention.verbs import channels
from isegoria.core.charter import Role
from tests import recruiting, story
from tests.cast import AT, NAMES
from tests.recruiting import OLD, YOUNG, entered

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(alice):
    told = story.announced(alice)
    recruiting.recruited(told)
    phone = told.convention.channels.get(value="Téléphone").relays.get()
    entered(told, phone, YOUNG, name="Zoé Lefèvre", phone="06 12 34 56 78")
    entered(told, phone, OLD, name="Émile Lefebvre", email="Emile@exemple.org", phone="")
    return told


def viewer(told, role):
    """Whoever holds this role in the story; for the others, an account is enough."""
    known = {**told.things, NAMES[Role.RECRUITER]: recruiting.officer(told).actor}
    account = known.get(NAMES.get(role, ""), told.odile)
    return Viewer(account, frozenset({role, Role.ANYONE}), AT)


def found(told, **wanted):
    shown = searched(told.convention, viewer(told, Role.RECRUITER), Wanted(**wanted)).people
    return [one.identity["name"] for one in shown]


def test_a_card_number_is_found_however_it_is_typed(told):
    zoe = next(one for one in told.convention.candidates.all() if "Zoé" in one.identity["name"])

    typed = (zoe.code, zoe.code.lower(), zoe.code.replace("-", " "), zoe.code.replace("-", ""))

    assert [found(told, text=one) for one in typed] == [["Zoé Lefèvre"]] * 4


@pytest.mark.parametrize("text", ["0612345678", "+33 6 12 34 56 78", "zoe lefevre", "Lefèvre"])
def test_somebody_is_found_by_what_is_known_of_them(told, text):
    assert found(told, text=text) == ["Zoé Lefèvre"]


def test_an_address_is_found_without_opening_anybody(told, monkeypatch):
    monkeypatch.setattr(people, "MOST_OPENED", 0)

    assert found(told, text="emile@EXEMPLE.org") == ["Émile Lefebvre"]


def test_a_search_by_name_opens_so_many_and_says_what_it_left(told, monkeypatch):
    monkeypatch.setattr(people, "MOST_OPENED", 4)

    shown = searched(told.convention, viewer(told, Role.RECRUITER), Wanted(text="personne"))

    assert (list(shown.people), shown.unread) == ([], 6)


def test_the_list_is_narrowed_by_state_and_by_channel(told):
    partners = told.convention.channels.get(value="Association")

    assert len(found(told, channel=partners.pk)) == 4
    assert len(found(told, state="consented")) == 10
    assert found(told, state="withdrawn") == []


@pytest.mark.parametrize(
    "role", [role for role in Role if role not in {Role.RECRUITER, Role.INSTITUTE, Role.PARTNER}]
)
def test_no_other_role_reads_anybody(told, role):
    assert not candidates(told.convention, viewer(told, role)).exists()


def test_a_relay_finds_its_own_people_alone(told):
    ines, paula = (viewer(told, role) for role in (Role.INSTITUTE, Role.PARTNER))

    by_name = searched(told.convention, paula, Wanted(text="Lefèvre")).people
    by_phone = searched(told.convention, paula, Wanted(text="0612345678")).people

    assert (candidates(told.convention, ines).count(), len(by_name), len(by_phone)) == (6, 0, 0)


def test_once_the_list_is_sealed_a_relay_reads_nobody(told):
    recruiting.sealed(told)

    assert not candidates(told.convention, viewer(told, Role.INSTITUTE)).exists()


def test_names_that_are_shown_are_noted_as_read(told):
    officer = viewer(told, Role.RECRUITER)

    named(told.convention, officer, searched(told.convention, officer, Wanted()).people)

    assert list(Reading.objects.values_list("what", "count")) == [("list", 10)]


@pytest.mark.parametrize("role", [Role.INSTITUTE, Role.PARTNER, Role.RECRUITER])
def test_nobody_is_entered_by_a_channel_that_was_closed_meanwhile(told, role):
    relay = {Role.PARTNER: "Association"}.get(role, "Téléphone")
    channel = told.convention.channels.get(value=relay)
    channels.close_channel(channel, recruiting.officer(told))
    before = told.convention.candidates.count()

    with pytest.raises(Refused) as refused:
        entered(told, channel.relays.get(), YOUNG, by=By(viewer(told, role).account, AT))

    assert refused.value.decision.about == ("channel_open",)
    assert told.convention.candidates.count() == before
