"""Dates as they were said, windows as they are open, in the time of the town hall."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Refused
from isegoria.convention.mandate.queries import calendar_of, open_windows
from isegoria.convention.models import CalendarItem
from isegoria.convention.verbs import calendar
from isegoria.core.charter import Role, Window
from tests import story
from tests.cast import AT, convention, holder

pytestmark = pytest.mark.django_db
PARIS = ZoneInfo("Europe/Paris")
SECOND, DAY = timedelta(seconds=1), timedelta(days=1)


@pytest.fixture
def by(poitiers, odile):
    return By(odile, AT)


def window(poitiers, by, name, starts, ends):
    item = CalendarItem(convention=poitiers, window=name, label=name)
    return calendar.add(item, by, starts=starts, ends=ends)


def milestone(poitiers, by, starts, ends=None):
    item = CalendarItem(convention=poitiers, label="Séance plénière")
    return calendar.add(item, by, starts=starts, ends=ends or starts)


def dated(poitiers):
    return calendar_of(poitiers)[0]


def test_several_windows_are_open_at_once(poitiers, by):
    window(poitiers, by, "papers", AT - 3 * DAY, AT + 3 * DAY)
    window(poitiers, by, "sessions", AT - DAY, AT + 9 * DAY)
    window(poitiers, by, "council", AT + DAY, AT + 2 * DAY)

    assert open_windows(poitiers.pk, at=AT) == {Window.PAPERS, Window.SESSIONS}


def test_a_window_is_open_from_its_first_instant_to_its_last(poitiers, by):
    window(poitiers, by, "papers", AT, AT + DAY)

    seen = [
        bool(open_windows(poitiers.pk, at=at))
        for at in (AT - SECOND, AT, AT + DAY, AT + DAY + SECOND)
    ]

    assert seen == [False, True, True, False]


def test_a_window_of_another_convention_opens_nothing_here(poitiers, by, alice):
    other = convention(alice, slug="autre")
    olga = holder(Role.ORGANISER, other, alice, name="Olga Ailleurs")
    window(other, By(olga, AT), "papers", AT, AT + DAY)

    assert open_windows(poitiers.pk, at=AT) == frozenset()


def test_a_window_that_moves_is_open_on_its_new_dates_only(poitiers, by):
    item = window(poitiers, by, "papers", AT, AT + DAY)
    calendar.move(item, by, starts=AT + 5 * DAY, ends=AT + 6 * DAY, reason="élections")

    assert open_windows(poitiers.pk, at=AT) == frozenset()
    assert open_windows(poitiers.pk, at=AT + 5 * DAY) == {Window.PAPERS}


def test_a_cancelled_window_is_closed_and_may_be_dated_again(poitiers, by):
    calendar.cancel(window(poitiers, by, "papers", AT, AT + DAY), by, reason="erreur de saisie")

    assert open_windows(poitiers.pk, at=AT) == frozenset()
    window(poitiers, by, "papers", AT, AT + 2 * DAY)
    assert open_windows(poitiers.pk, at=AT) == {Window.PAPERS}


def test_a_window_is_not_dated_twice(poitiers, by):
    window(poitiers, by, "papers", AT, AT + DAY)

    with pytest.raises(IntegrityError), transaction.atomic():
        window(poitiers, by, "papers", AT, AT + DAY)


@pytest.mark.parametrize(
    ("day", "hours", "first", "last"),
    [
        ((2021, 3, 28), 23, datetime(2021, 3, 27, 23, tzinfo=UTC), datetime(2021, 3, 28, 22, tzinfo=UTC)),
        ((2021, 10, 31), 25, datetime(2021, 10, 30, 22, tzinfo=UTC), datetime(2021, 10, 31, 23, tzinfo=UTC)),
    ],
)  # fmt: skip
def test_a_day_on_which_clocks_change_is_open_all_day_long(poitiers, by, day, hours, first, last):
    midnight = datetime(*day, tzinfo=PARIS)
    next_midnight = datetime(day[0], day[1], day[2], tzinfo=PARIS) + DAY
    window(poitiers, by, "papers", midnight, next_midnight)

    assert last - first == timedelta(hours=hours)
    assert [
        bool(open_windows(poitiers.pk, at=at))
        for at in (first - SECOND, first, first + timedelta(hours=hours / 2), last, last + SECOND)
    ] == [False, True, True, True, False]


def test_the_hour_that_comes_twice_is_two_different_hours(poitiers, by):
    summer = datetime(2021, 10, 31, 2, 30, tzinfo=PARIS)
    winter = summer.replace(fold=1)
    window(
        poitiers,
        by,
        "papers",
        summer.astimezone(UTC),
        summer.astimezone(UTC) + timedelta(minutes=5),
    )

    assert open_windows(poitiers.pk, at=summer) == {Window.PAPERS}
    assert open_windows(poitiers.pk, at=winter) == frozenset()


def test_the_same_local_hour_before_and_after_the_clocks_change_is_kept(poitiers, by):
    before = datetime(2021, 3, 27, 18, 30, tzinfo=PARIS)
    after = datetime(2021, 4, 3, 18, 30, tzinfo=PARIS)
    item = milestone(poitiers, by, before)
    calendar.move(item, by, starts=after, ends=after, reason="salle prise")

    kept = [one.starts.astimezone(poitiers.zone).hour for one in item.dates.all()]
    assert kept == [18, 18]


def test_drift_is_from_the_end_first_announced_to_the_end_that_holds(poitiers, by):
    item = milestone(poitiers, by, AT, AT + DAY)
    assert dated(poitiers).drift == timedelta()

    calendar.move(item, by, starts=AT + 9 * DAY, ends=AT + 10 * DAY, reason="élections")
    assert dated(poitiers).drift == timedelta(days=9)

    calendar.hold(item, By(by.actor, AT + 20 * DAY), starts=AT + 12 * DAY, ends=AT + 13 * DAY)
    assert dated(poitiers).drift == timedelta(days=12)


def test_every_date_that_was_said_stays_with_its_reason(poitiers, by):
    item = milestone(poitiers, by, AT)
    calendar.move(item, by, starts=AT + DAY, ends=AT + DAY, reason="élections")
    calendar.move(item, by, starts=AT - DAY, ends=AT - DAY, reason="salle")
    calendar.hold(item, by, starts=AT, ends=AT)

    said = dated(poitiers)
    assert [(one.nature, one.starts, one.reason) for one in said.dates] == [
        ("planned", AT, ""),
        ("planned", AT + DAY, "élections"),
        ("planned", AT - DAY, "salle"),
        ("actual", AT, ""),
    ]
    assert (said.first_planned.starts, said.last_planned.starts) == (AT, AT - DAY)
    assert said.current == said.actual


def test_a_date_is_not_moved_without_a_reason(poitiers, by):
    item = milestone(poitiers, by, AT)

    with pytest.raises(Refused) as refused:
        calendar.move(item, by, starts=AT + DAY, ends=AT + DAY, reason="  ")

    assert refused.value.decision.about == ("reasoned",)


def test_what_has_not_begun_cannot_have_been_held(poitiers, by):
    item = milestone(poitiers, by, AT)

    with pytest.raises(Refused) as refused:
        calendar.hold(item, by, starts=AT + SECOND, ends=AT + DAY)

    assert refused.value.decision.about == ("begun",)


def test_an_end_before_its_start_is_refused_and_leaves_the_date_as_it_was(poitiers, by):
    item = milestone(poitiers, by, AT)

    with pytest.raises(IntegrityError), transaction.atomic():
        calendar.move(item, by, starts=AT, ends=AT - DAY, reason="faute de frappe")

    assert item.dates.count() == 1


def test_the_calendar_is_in_the_order_of_the_dates_that_hold(
    poitiers, by, django_assert_num_queries
):
    late = milestone(poitiers, by, AT + 3 * DAY)
    early = milestone(poitiers, by, AT + 2 * DAY)
    calendar.move(late, by, starts=AT + DAY, ends=AT + DAY, reason="avancée")

    with django_assert_num_queries(1):
        assert [one.item for one in calendar_of(poitiers)] == [late, early]


def test_what_is_past_and_unsaid_is_overdue_but_a_window_simply_closes(poitiers, by):
    milestone(poitiers, by, AT, AT)
    window(poitiers, by, "papers", AT, AT)

    overdue = {one.item.label: one.is_overdue(AT + SECOND) for one in calendar_of(poitiers)}
    assert overdue == {"Séance plénière": True, "papers": False}


def test_the_story_opens_every_window_all_year(alice):
    told = story.begun(alice)

    assert open_windows(told.convention.pk, at=AT) == frozenset(Window)
