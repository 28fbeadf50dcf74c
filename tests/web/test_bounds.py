"""What strangers try: strange words, huge forms, a database that is away, two clicks at once."""

import uuid
from threading import BoundedSemaphore, Timer
from types import SimpleNamespace

import pytest
from django import forms
from django.core.cache import cache
from django.db import OperationalError
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from isegoria.config import env
from isegoria.convention.chartered import By
from isegoria.convention.people.entering import used_up
from isegoria.convention.verbs import stewardship
from isegoria.web import bounds
from isegoria.web import cache as shelf
from isegoria.web.entry import account_of, entry_link, let_in_by
from isegoria.web.limits import network_address, too_often
from isegoria.web.papers import leaflet
from isegoria.web.public import views_site
from isegoria.web.ui.forms import UiForm
from tests.cast import START
from tests.web.public_site import at
from tests.web.reading import said
from tests.web.test_papers_paper import VIEWER

MEGA = 1024 * 1024
TRAILS = "1" * 5000


@pytest.fixture(autouse=True)
def _no_limit_from_another_test():
    cache.clear()


@pytest.fixture
def visitor():
    return Client(raise_request_exception=False)


@pytest.fixture
def odile(told):
    told.odile.refresh_from_db()
    return told.odile


@pytest.fixture
def poitiers(told):
    return told.convention


@pytest.fixture
def desk(odile):
    client = Client(raise_request_exception=False)
    client.force_login(odile)
    return client


@pytest.mark.parametrize("year", ["1", "0001", "9999", "000019999999", TRAILS, "²⁰²¹", "٢٠٢١"])
def test_a_year_that_no_document_can_have_is_no_year(told, visitor, year):
    assert visitor.get(at("documents"), {"annee": year}).status_code == 200


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_a_day_at_the_end_of_time_finds_nothing_wrong(poitiers, desk, day):
    address = reverse("desk:journal", args=[poitiers.slug])
    for name in ("since", "until"):
        assert desk.get(address, {name: day}).status_code == 200


@pytest.mark.parametrize("address", ["/?q=a%00b", "/conventions/a%00b/", "/%00"])
def test_a_character_that_no_text_holds_is_an_address_that_does_not_exist(db, visitor, address):
    assert visitor.get(address).status_code == 404


def test_a_number_without_end_of_speakers_is_no_number(poitiers, desk):
    address = reverse("desk:round_table_new", args=[poitiers.slug])
    assert desk.post(address, {"rows": TRAILS, "title": "x"}).status_code == 422


def test_a_key_that_answers_with_a_number_without_end_is_refused(db, visitor):
    answer = visitor.post(reverse("mfa_login_webauthn"), {"credential": TRAILS})
    assert answer.status_code < 500


@pytest.mark.parametrize(
    "where", ["https://[", "https://evil.example/", "//evil.example", "/\\evil"]
)
def test_whoever_comes_in_is_led_nowhere_else(desk, where):
    answer = desk.get(reverse("account_login"), {"next": where})
    assert (answer.status_code, answer["Location"]) == (302, reverse("compte:home"))


def test_a_key_that_cannot_be_read_is_shown_again_as_it_came(desk):
    answer = desk.post(reverse("mfa_add_webauthn"), {"credential": TRAILS, "name": "x"})
    assert answer.status_code < 500


def test_confirming_by_a_key_that_one_has_not_is_a_page(odile, desk):
    assert desk.get(reverse("mfa_reauthenticate_webauthn")).status_code == 403


def test_a_paper_is_made_whatever_letters_the_title_has(poitiers, odile):
    stewardship.describe(
        poitiers, By(odile, START), changes={"title": "Numérique \x1b 👩‍👩‍👧 عربي"}
    )
    for paper in (leaflet.leaflet, leaflet.poster, leaflet.card):
        assert paper(poitiers, VIEWER).startswith(b"%PDF")


def test_a_form_that_is_too_long_is_refused_before_it_is_read(db, visitor):
    huge = {"credential": "a" * (MEGA + 1)}
    answer = visitor.post(reverse("mfa_login_webauthn"), huge)
    assert answer.status_code == 413
    assert "Mo" in said(answer)


def test_when_many_forms_are_slow_one_more_is_asked_to_come_back(db, visitor, monkeypatch):
    monkeypatch.setattr(bounds, "READERS", BoundedSemaphore(1))
    assert bounds.READERS.acquire()

    answer = visitor.post(reverse("account_login"), {"email": "a@exemple.fr"})

    assert (answer.status_code, answer["Retry-After"]) == (503, "60")
    assert visitor.get("/").status_code == 200


def test_forms_sent_together_pass_one_after_the_other(db, visitor, monkeypatch):
    monkeypatch.setattr(bounds, "READERS", BoundedSemaphore(1))
    assert bounds.READERS.acquire()
    passing = Timer(0.05, bounds.READERS.release)
    passing.start()

    answer = visitor.post(reverse("account_login"), {"email": "a@exemple.fr"})

    passing.join()
    assert answer.status_code != 503


def test_an_organiser_may_send_a_file_that_a_stranger_may_not(poitiers, desk, visitor):
    address = reverse("desk:document_new", args=[poitiers.slug])
    body = {"title": "a" * (2 * MEGA)}
    assert visitor.post(address, body).status_code == 413
    assert desk.post(address, body).status_code == 422


def test_a_name_of_the_site_that_is_not_ours_gets_nothing(db, visitor):
    answer = visitor.get("/", headers={"Host": "evil.example"})
    assert (answer.status_code, answer.content) == (400, b"400")


def test_any_name_at_all_is_refused_at_the_start(monkeypatch):
    monkeypatch.setenv("ISEGORIA_HOSTS", "ville.fr,*")
    with pytest.raises(env.Misconfigured, match="ISEGORIA_HOSTS"):
        env.hosts()


def test_a_database_that_is_away_is_said_with_a_time_to_come_back(db, visitor, monkeypatch):
    def away(*_args, **_more):
        raise OperationalError("the connection is closed")

    monkeypatch.setattr(views_site, "public_conventions", away)

    answer = visitor.get("/?q=unseen")

    assert (answer.status_code, answer["Retry-After"]) == (503, "60")
    assert "Réessayez dans une minute" in said(answer)


class Words(UiForm):
    line = forms.CharField()
    text = forms.CharField(widget=forms.Textarea, required=False)
    day = forms.DateField(required=False)


def filled(**given):
    return Words({"once": str(uuid.uuid4()), "line": "x", **given})


def test_what_is_written_on_one_line_stays_on_one_line():
    form = filled(line="Objet\r\nBcc: tous@exemple.fr", text="un\r\ndeux")
    assert form.is_valid()
    assert form.cleaned_data["line"] == "Objet Bcc: tous@exemple.fr"
    assert form.cleaned_data["text"].splitlines() == ["un", "deux"]


def test_a_text_holds_nothing_that_nobody_sees():
    form = filled(line="a\x1b[31mb\N{RIGHT-TO-LEFT OVERRIDE}fdp.exe")
    assert form.is_valid()
    assert form.cleaned_data["line"] == "a[31mbfdp.exe"


def test_a_text_of_nothing_visible_is_an_empty_field():
    assert filled(line="\x1b\N{RIGHT-TO-LEFT OVERRIDE}").errors["line"] == ["Remplissez ce champ."]


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_a_day_that_has_no_instant_is_refused(day):
    assert "day" in filled(day=day).errors


# -- Links that serve once ---------------------------------------------------------------------


def test_of_two_requests_at_once_with_one_link_one_comes_in(odile):
    token = entry_link(odile, "").rstrip("/").rpartition("/")[2]
    first, second = account_of(token), account_of(token)

    assert [used_up(first, START), used_up(second, START)] == [True, False]


def test_a_link_that_was_used_up_lets_nobody_in(odile):
    token = entry_link(odile, "").rstrip("/").rpartition("/")[2]

    assert let_in_by(token) == odile
    assert let_in_by(token) is None


# -- Limits ------------------------------------------------------------------------------------


def test_a_flood_of_other_addresses_does_not_empty_the_limits():
    for _ in range(4):
        too_often("follow", "192.0.2.1", at_most=3)
    for number in range(2000):
        too_often("follow", f"flood-{number}", at_most=3)

    assert too_often("follow", "192.0.2.1", at_most=3)


def test_a_subscriber_of_ipv6_counts_as_one():
    asked = RequestFactory().get
    one, other = (asked("/", REMOTE_ADDR=f"2001:db8:1:2::{end}") for end in ("1", "ffff:9"))

    assert network_address(one) == network_address(other) == "2001:db8:1:2::/64"
    assert network_address(asked("/", REMOTE_ADDR="192.0.2.9")) == "192.0.2.9"


# -- The public pages that are kept ------------------------------------------------------------


@pytest.fixture
def pages(monkeypatch):
    """The middleware alone, over pages and a journal that the test writes."""
    world = SimpleNamespace(acts=1, text="avant", meanwhile=lambda: None)

    def view(_request):
        made = HttpResponse(world.text)
        world.meanwhile()
        return made

    monkeypatch.setattr(shelf, "acts_done", lambda: world.acts)
    monkeypatch.setattr(shelf, "LOOK_SECONDS", 0)
    world.middleware = shelf.PublicPages(view)
    world.get = lambda **more: world.middleware(RequestFactory().get("/", **more)).content.decode()
    return world


def test_a_page_made_while_an_act_is_done_is_not_kept(pages):
    def act_elsewhere():
        pages.acts, pages.text, pages.meanwhile = 2, "après", lambda: None
        pages.middleware._empty_if_stale()  # what another reader's request does

    pages.meanwhile = act_elsewhere

    assert pages.get() == "avant"
    assert pages.get() == "après"


def test_while_the_database_is_away_what_is_kept_is_shown(pages, monkeypatch):
    assert pages.get() == "avant"

    def away():
        raise OperationalError

    monkeypatch.setattr(shelf, "acts_done", away)
    monkeypatch.setattr(shelf.time, "monotonic", lambda: 10.0**9)

    pages.text = "jamais lu"
    assert pages.get() == "avant"


@pytest.mark.parametrize(
    "more",
    [
        {"HTTP_ACCEPT_LANGUAGE": "en"},
        {"HTTP_COOKIE": "langue=en"},
        {"HTTP_COOKIE": "sessionid=x"},
        {"HTTP_COOKIE": "messages=x"},
        {"HTTP_AUTHORIZATION": "Basic x"},
        {"HTTP_HOST": "localhost"},
        {"QUERY_STRING": "a=1"},
    ],
)
def test_what_was_kept_for_one_reader_is_not_served_to_another(pages, more):
    assert pages.get() == "avant"
    pages.text = "pour l’autre"

    assert pages.get(**more) == "pour l’autre"
    assert pages.get() == "avant"
