"""What is typed in the convention's hours is stored as one instant, or refused with a reason."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from isegoria.web.moments import NoSuchHour, instant, span, typed

PARIS = ZoneInfo("Europe/Paris")
REUNION = ZoneInfo("Indian/Reunion")


def test_a_summer_hour_of_paris_is_two_hours_before_in_utc():
    assert instant(date(2021, 6, 26), time(9), PARIS) == (
        datetime(2021, 6, 26, 7, tzinfo=UTC),
        False,
    )


def test_the_hour_that_the_clocks_skip_in_march_is_refused_and_the_next_one_said():
    with pytest.raises(NoSuchHour) as refused:
        instant(date(2027, 3, 28), time(2, 30), PARIS)

    assert f"{refused.value.after:%H:%M}" == "03:30"


def test_of_the_hour_that_comes_twice_in_october_the_first_is_meant():
    meant, twice = instant(date(2027, 10, 31), time(2, 30), PARIS)

    assert (meant, twice) == (datetime(2027, 10, 31, 0, 30, tzinfo=UTC), True)


def test_another_zone_has_its_own_hours():
    assert instant(date(2027, 3, 28), time(2, 30), REUNION)[0] == datetime(
        2027, 3, 27, 22, 30, tzinfo=UTC
    )


@pytest.mark.parametrize(
    ("precision", "first", "last"),
    [
        ("day", date(2021, 5, 19), date(2021, 5, 19)),
        ("month", date(2021, 5, 1), date(2021, 5, 31)),
        ("quarter", date(2021, 4, 1), date(2021, 6, 30)),
        ("year", date(2021, 1, 1), date(2021, 12, 31)),
    ],
)
def test_without_an_hour_the_whole_of_what_is_known_is_meant(precision, first, last):
    meant = span((date(2021, 5, 19), None), (None, None), precision, PARIS)

    assert typed(meant.starts, PARIS) == (first, time(0))
    assert typed(meant.ends, PARIS) == (last, time(23, 59))
    assert meant.precision == precision


def test_an_hour_makes_the_date_exact():
    meant = span((date(2021, 6, 26), time(9)), (None, time(12, 30)), "month", PARIS)

    assert (meant.precision, meant.ends) == ("minute", datetime(2021, 6, 26, 10, 30, tzinfo=UTC))


def test_an_hour_alone_is_a_moment_and_a_last_day_lasts_until_its_end():
    moment = span((date(2021, 6, 26), time(9)), (None, None), "day", PARIS)
    days = span((date(2021, 6, 26), time(9)), (date(2021, 6, 28), None), "day", PARIS)

    assert moment.starts == moment.ends
    assert typed(days.ends, PARIS) == (date(2021, 6, 28), time(23, 59))
