"""Round tables from the desk."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.urls import reverse

from isegoria.convention.chartered import By
from isegoria.convention.models import RoundTable, Speaker
from isegoria.convention.verbs import publishing
from isegoria.web import clock
from tests import cast


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: cast.AT)


@pytest.fixture
def desk(client, odile):
    client.force_login(odile)
    return client


@pytest.fixture
def table(poitiers, odile):
    made = RoundTable(
        convention=poitiers, title="Égalité", starts=datetime(2021, 3, 1, 17, tzinfo=UTC)
    )
    speakers = [Speaker(name="Irène", function="experte")]
    return publishing.announce(made, By(odile, cast.AT), speakers=speakers)


def page(name, *args):
    return reverse(f"desk:{name}", args=["poitiers", *args])


def sent(**given):
    named = {key.replace("__", "-"): value for key, value in given.items()}
    return {"once": uuid4(), "title": "Santé", "rows": "3", **named}


def test_a_round_table_is_announced_with_its_speakers(desk, poitiers):
    desk.post(
        page("round_table_new"),
        sent(day="2021-05-04", hour="18:30", speaker0__name="Irène", speaker2__name="Tarek"),
    )

    made = RoundTable.objects.get()
    assert made.starts == datetime(2021, 5, 4, 16, 30, tzinfo=UTC)
    assert [one.name for one in made.speakers.all()] == ["Irène", "Tarek"]


def test_one_more_row_keeps_what_is_typed_and_saves_nothing(desk, poitiers):
    answer = desk.post(page("round_table_new"), sent(speaker0__name="Irène", step="row"))

    text = answer.content.decode()
    assert 'name="speaker3-name"' in text
    assert 'value="Irène"' in text
    assert RoundTable.objects.count() == 0


def test_a_row_without_a_name_is_refused(desk, poitiers):
    answer = desk.post(page("round_table_new"), sent(speaker0__function="experte"))

    assert answer.status_code == 422
    assert "manque le nom" in answer.content.decode()


@pytest.mark.parametrize("given", [{"day": "2021-05-04"}, {"hour": "18:30"}])
def test_a_day_goes_with_an_hour(desk, poitiers, given):
    assert desk.post(page("round_table_new"), sent(**given)).status_code == 422


def test_an_hour_that_does_not_exist_is_refused(desk, poitiers):
    answer = desk.post(page("round_table_new"), sent(day="2021-03-28", hour="02:30"))

    assert "n’existe pas" in answer.content.decode()


def test_changing_the_speakers_replaces_them(desk, table):
    desk.post(page("round_table_edit", table.pk), sent(speaker0__name="Tarek"))

    table.refresh_from_db()
    assert table.title == "Santé"
    assert [one.name for one in table.speakers.all()] == ["Tarek"]


def test_two_people_who_change_one_round_table_see_both_texts(desk, table, odile):
    publishing.edit_round_table(table, By(odile, cast.AT), changes={"place": "Mairie"})

    answer = desk.post(page("round_table_edit", table.pk), sent(base="1", place="Médiathèque"))

    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Mairie" in text
    assert "Médiathèque" in text


def test_a_recording_needs_its_transcript(desk, table):
    video = {"once": uuid4(), "video_url": "https://example.org/v"}

    refused = desk.post(page("round_table_record", table.pk), video)
    desk.post(page("round_table_record", table.pk), {**video, "transcript": "Irène : bonjour."})

    table.refresh_from_db()
    assert refused.status_code == 422
    assert (table.state, table.transcript) == ("held", "Irène : bonjour.")


def test_a_video_link_is_a_web_address(desk, table):
    answer = desk.post(
        page("round_table_record", table.pk),
        {"once": uuid4(), "video_url": "javascript:alert(1)", "transcript": "x"},
    )

    assert answer.status_code == 422


def test_a_round_table_is_cancelled_with_its_reason(desk, table):
    desk.post(page("round_table_cancel", table.pk), {"once": uuid4(), "reason": "Neige."})

    table.refresh_from_db()
    assert (table.state, table.cancel_reason) == ("cancelled", "Neige.")


@pytest.mark.parametrize("rows", ["", "x", "-1", "100000", "²"])
def test_a_wrong_number_of_rows_breaks_nothing(desk, poitiers, rows):
    answer = desk.post(page("round_table_new"), {**sent(step="row"), "rows": rows})

    assert answer.status_code == 200
    assert answer.context["rows"].count <= 30


def test_a_guarantor_reads_no_form_of_the_organisers(client, gaston, table):
    client.force_login(gaston)

    assert client.get(page("round_table_edit", table.pk)).status_code == 403
