"""A convention is founded from a template, whole or not at all, by acts like any others."""

import pytest

from isegoria.convention.chartered import By
from isegoria.convention.journal.queries import Search, entries
from isegoria.convention.models import CalendarItem, Convention, Log
from isegoria.convention.stewardship.queries import missing
from isegoria.convention.stewardship.templates import TEMPLATES, AddressTakenError, found
from isegoria.core.charter import Audience
from tests import cast


def founded(by, template, slug="eau"):
    made = Convention(slug=slug, title="L’eau", commissioner="Ville de Rivière")
    return found(made, By(by, cast.AT), template=template, first_day=cast.AT)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.key)
def test_each_template_prepares_a_draft_that_lacks_everything_a_person_must_decide(alice, template):
    made = founded(alice, template)

    assert made.state == "draft"
    assert made.calendar.count() == len(template.periods)
    assert missing(made) == [
        "mandate",
        "calendar",
        "committee_members",
        "committee_mission",
        "quotas",
        "presentation",
        "opinion",
    ]


def test_what_a_template_does_is_written_in_the_book(alice):
    made = founded(alice, TEMPLATES[0])

    written = entries(made.pk, audiences=list(Audience), search=Search(), limit=100)

    assert [one.act for one in written[::-1]] == (
        ["convention.create", "appointment.grant"]
        + ["calendar.add"] * 7
        + ["body.create"] * 4
        + ["version.draft"] * 7
    )


def test_periods_are_whole_days_that_follow_the_first_day(alice):
    made = founded(alice, TEMPLATES[0])

    sessions = CalendarItem.objects.get(convention=made, window="sessions").dates.get()

    local = sessions.starts.astimezone(made.zone), sessions.ends.astimezone(made.zone)
    assert [f"{one:%Y-%m-%d %H:%M:%S}" for one in local] == [
        "2021-07-31 00:00:00",
        "2021-10-13 23:59:59",
    ]


def test_an_address_taken_meanwhile_leaves_nothing_behind(alice):
    founded(alice, TEMPLATES[2])
    books = Log.objects.count()

    with pytest.raises(AddressTakenError):
        founded(alice, TEMPLATES[0])

    assert (Convention.objects.count(), CalendarItem.objects.count()) == (1, 0)
    assert Log.objects.count() == books


def test_an_organiser_of_the_whole_instance_is_not_appointed_twice(alice):
    organiser = cast.account("Ophélie Organisatrice")
    cast.people.grant(
        cast.Appointment(account=organiser, role="organiser", since=cast.START),
        By(alice, cast.AT),
    )

    made = founded(organiser, TEMPLATES[1])

    assert not made.appointments.exists()
