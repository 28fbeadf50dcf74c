"""Who holds which role, from when to when, and who may give it."""

from datetime import timedelta

import pytest

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Refused
from isegoria.convention.models import Account, Appointment, Entry
from isegoria.convention.people.queries import CONSOLE, roles_of
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.verbs import people, stewardship
from isegoria.core.charter import Audience, Role
from tests.cast import AT, account, convention, holder

pytestmark = pytest.mark.django_db
SECOND, DAY = timedelta(seconds=1), timedelta(days=1)


def appoint(who, role, by, *, convention=None, since=AT, until=None):
    made = Appointment(account=who, convention=convention, role=role, since=since, until=until)
    return people.grant(made, by)


def refusal(call, *args, **given):
    with pytest.raises(Refused) as refused:
        call(*args, **given)
    return refused.value.decision.code, refused.value.decision.about


def test_nobody_is_anyone_and_nothing_more(poitiers):
    assert roles_of(None, poitiers.pk, at=AT) == {Role.ANYONE}
    assert roles_of(account("Zoé"), poitiers.pk, at=AT) == {Role.ANYONE}


def test_whoever_types_on_the_machine_is_the_host(poitiers):
    assert roles_of(CONSOLE, poitiers.pk, at=AT) == {Role.ANYONE, Role.HOST}


def test_a_role_is_held_from_its_first_instant_until_before_its_last(poitiers, odile):
    zoe = account("Zoé")
    appoint(zoe, Role.EXPERT, By(odile, AT), convention=poitiers, until=AT + DAY)

    held = [
        Role.EXPERT in roles_of(zoe, poitiers.pk, at=at)
        for at in (AT - SECOND, AT, AT + DAY - SECOND, AT + DAY)
    ]

    assert held == [False, True, True, False]


def test_a_role_in_one_convention_is_none_in_another(poitiers, odile, alice):
    other = convention(alice, slug="autre")

    assert roles_of(odile, other.pk, at=AT) == {Role.ANYONE}
    assert roles_of(odile, None, at=AT) == {Role.ANYONE}


def test_a_role_of_the_instance_is_held_in_every_convention(poitiers, alice):
    zoe = account("Zoé")
    appoint(zoe, Role.ORGANISER, By(alice, AT))

    assert roles_of(zoe, poitiers.pk, at=AT) == {Role.ANYONE, Role.ORGANISER}


def test_a_role_that_is_taken_back_is_gone_at_once(poitiers, odile, awa):
    people.end(awa.appointments.get(), By(odile, AT))

    assert roles_of(awa, poitiers.pk, at=AT) == {Role.ANYONE}


def test_a_role_may_be_given_again_after_it_ended(poitiers, odile, awa):
    people.end(awa.appointments.get(), By(odile, AT))
    appoint(awa, Role.MEMBER, By(odile, AT), convention=poitiers)

    assert Role.MEMBER in roles_of(awa, poitiers.pk, at=AT)


def test_an_end_before_its_beginning_is_refused(poitiers, odile):
    asked = {"convention": poitiers, "until": AT - DAY}

    assert refusal(appoint, account("Zoé"), Role.EXPERT, By(odile, AT), **asked) == (
        "missing_fact",
        ("dated",),
    )


def test_the_roles_of_the_instance_are_given_by_its_administration_alone(poitiers, odile):
    for role in (Role.ADMINISTRATOR, Role.ORGANISER):
        code, _ = refusal(appoint, account(f"Zoé{role}"), role, By(odile, AT))
        assert code == "wrong_role"


def test_an_organiser_of_the_whole_instance_cannot_make_an_administrator(alice):
    omar = account("Omar")
    appoint(omar, Role.ORGANISER, By(alice, AT))

    assert refusal(appoint, account("Zoé"), Role.ADMINISTRATOR, By(omar, AT)) == (
        "missing_fact",
        ("entitled",),
    )


def test_an_organiser_cannot_make_an_administrator_of_a_convention(poitiers, odile):
    asked = {"convention": poitiers}

    assert refusal(appoint, account("Zoé"), Role.ADMINISTRATOR, By(odile, AT), **asked) == (
        "missing_fact",
        ("entitled",),
    )


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.ORGANISER, Role.ADMINISTRATOR}))
def test_only_the_organisation_and_the_administration_give_roles(poitiers, alice, role):
    zoe = account("Zoé")
    if role not in {Role.ANYONE, Role.HOST}:
        appoint(zoe, role, By(alice, AT), convention=poitiers)

    code, _ = refusal(appoint, account("Autre"), Role.EXPERT, By(zoe, AT), convention=poitiers)
    assert code == "wrong_role"


def test_the_last_administrator_cannot_be_removed(alice):
    assert refusal(people.end, alice.appointments.get(), By(alice, AT)) == (
        "missing_fact",
        ("not_the_last",),
    )


def test_the_last_administrator_but_one_can_be_removed(alice):
    zoe = account("Zoé")
    appoint(zoe, Role.ADMINISTRATOR, By(alice, AT))

    people.end(alice.appointments.get(), By(zoe, AT))

    assert roles_of(alice, None, at=AT) == {Role.ANYONE}
    assert refusal(people.end, zoe.appointments.get(), By(zoe, AT))[0] == "missing_fact"


def test_an_administrator_whose_role_has_expired_does_not_count(alice):
    zoe = account("Zoé")
    appoint(zoe, Role.ADMINISTRATOR, By(alice, AT), until=AT + DAY)

    assert refusal(people.end, alice.appointments.get(), By(alice, AT + 2 * DAY)) == (
        "missing_fact",
        ("not_the_last",),
    )


def test_the_console_names_the_first_administrator_once():
    first = stewardship.found_instance("Alice@Exemple.org", name="Alice", at=AT)
    again = stewardship.found_instance("alice@exemple.org ", name="", at=AT)

    assert first == again
    assert (first.email, first.has_usable_password()) == ("alice@exemple.org", False)
    assert list(Entry.objects.values_list("act", "role")) == [("appointment.grant", "host")]


def test_an_account_gives_no_right_by_itself():
    somebody = stewardship.account_for("zoe@exemple.org", name="Zoé", at=AT)

    assert roles_of(somebody, None, at=AT) == {Role.ANYONE}
    assert Account.objects.get() == somebody


def test_a_viewer_sees_what_was_done_for_the_audiences_of_their_roles():
    seen = {role: Viewer(None, frozenset({role, Role.ANYONE}), AT).audiences for role in Role}

    assert seen[Role.GUARANTOR] == frozenset(Audience) - {Audience.RECRUITMENT}
    assert seen[Role.RECRUITER] == {Audience.PUBLIC, Audience.RECRUITMENT}
    assert seen[Role.ORGANISER] == {Audience.PUBLIC, Audience.OFFICE}
    assert {role for role, audiences in seen.items() if audiences != {Audience.PUBLIC}} == {
        Role.GUARANTOR,
        Role.ORGANISER,
        Role.RECRUITER,
    }


def test_each_of_the_cast_holds_the_role_that_the_cast_says(poitiers, odile, gaston, awa):
    emil = holder(Role.EXPERT, poitiers, odile)

    held = [roles_of(one, poitiers.pk, at=AT) - {Role.ANYONE} for one in (odile, gaston, awa, emil)]
    assert held == [{Role.ORGANISER}, {Role.GUARANTOR}, {Role.MEMBER}, {Role.EXPERT}]


def test_an_organiser_cannot_choose_who_watches_over_them(poitiers, odile, awa):
    named = Appointment(account=awa, convention=poitiers, role=Role.GUARANTOR, since=AT)

    assert refusal(people.grant, named, By(odile, AT))[0] == "wrong_role"


def test_nobody_names_themselves_guarantor(poitiers, alice):
    named = Appointment(account=alice, convention=poitiers, role=Role.GUARANTOR, since=AT)

    assert refusal(people.grant, named, By(alice, AT)) == ("missing_fact", ("not_oneself",))


def test_naming_a_guarantor_is_public(poitiers, gaston):
    entry = Entry.objects.get(act="appointment.name_guarantor")

    assert entry.seen_by == Audience.PUBLIC


def test_an_organiser_cannot_send_a_guarantor_away(gaston, odile):
    assert refusal(people.end, gaston.appointments.get(), By(odile, AT))[0] == "wrong_role"
