"""Dates are said in full, and no more exactly than they are known."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from isegoria.convention.mandate.models import CalendarDate, Precision
from isegoria.web import dates

PARIS = ZoneInfo("Europe/Paris")


def said(first, last, precision):
    return dates.say_span(datetime(*first), datetime(*last), precision).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("first", "last", "precision", "sentence"),
    [
        ((2021, 6, 26, 9), (2021, 6, 26, 12, 30), "minute", "samedi 26 juin 2021, 9 h–12 h 30"),
        ((2021, 6, 26, 9), (2021, 6, 26, 9), "minute", "samedi 26 juin 2021, 9 h"),
        (
            (2021, 6, 26, 9),
            (2021, 6, 27, 12),
            "minute",
            "du samedi 26 juin 2021, 9 h, au dimanche 27 juin 2021, 12 h",
        ),
        ((2021, 4, 30), (2021, 4, 30, 23, 59), "day", "vendredi 30 avril 2021"),
        ((2021, 5, 1), (2021, 5, 1, 23, 59), "day", "samedi 1er mai 2021"),
        ((2021, 6, 26), (2021, 6, 28), "day", "du 26 au 28 juin 2021"),
        ((2021, 4, 30), (2021, 6, 26), "day", "du 30 avril au 26 juin 2021"),
        ((2021, 12, 30), (2022, 3, 7), "day", "du 30 décembre 2021 au 7 mars 2022"),
        ((2021, 3, 1), (2021, 3, 31), "month", "mars 2021"),
        ((2021, 3, 1), (2021, 5, 31), "month", "de mars à mai 2021"),
        ((2021, 4, 30), (2021, 12, 31), "month", "d’avril à décembre 2021"),
        ((2020, 11, 1), (2021, 6, 30), "month", "de novembre 2020 à juin 2021"),
        ((2021, 10, 1), (2021, 12, 31), "quarter", "fin 2021"),
        ((2021, 7, 1), (2021, 12, 31), "quarter", "été 2021 – fin 2021"),
        ((2023, 1, 1), (2023, 12, 31), "year", "2023"),
        ((2023, 1, 1), (2024, 12, 31), "year", "2023–2024"),
    ],
)
def test_a_span_is_said_as_exactly_as_it_is_known(first, last, precision, sentence):
    assert said(first, last, precision) == sentence


def test_a_date_is_said_at_the_hour_of_the_place():
    late = datetime(2021, 6, 25, 22, 30, tzinfo=UTC)
    date_said = CalendarDate(starts=late, ends=late, precision=Precision.DAY)
    assert dates.say(date_said, PARIS) == "samedi 26 juin 2021"


def test_in_english_the_same_dates_are_english():
    with translation.override("en"):
        assert dates.say_day(date(2021, 6, 26)) == "Saturday 26 June 2021"


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        (254, "254 jours après la date annoncée"),
        (1, "1 jour après la date annoncée"),
        (-1, "1 jour avant la date annoncée"),
        (0, ""),
    ],
)
def test_drift_is_counted_in_days(days, sentence):
    assert dates.say_drift(timedelta(days=days)).replace("\xa0", " ") == sentence


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (date(2021, 6, 26), "aujourd’hui"),
        (date(2021, 6, 27), "demain"),
        (date(2021, 6, 30), "dans 4 jours"),
        (date(2021, 6, 24), "il y a 2 jours"),
    ],
)
def test_a_day_is_near_or_far_from_today(day, sentence):
    assert dates.say_distance(day, date(2021, 6, 26)).replace("\xa0", " ") == sentence


def test_templates_say_a_moment_a_day_and_nothing():
    moment = datetime(2021, 4, 30, 7, 5, tzinfo=UTC)
    assert dates.when(moment, PARIS).replace("\xa0", " ") == "vendredi 30 avril 2021, 9 h 05"
    assert dates.when(date(2021, 4, 30)) == "vendredi 30 avril 2021"
    assert dates.when(None) == ""
    assert dates.short_day(moment, PARIS) == "30 avril 2021"
