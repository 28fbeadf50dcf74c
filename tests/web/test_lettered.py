"""A letter is answered with a relay, or on paper, as it is on the site: I6, I26, I27."""

import uuid

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from isegoria.convention.governance.models import Deed
from isegoria.convention.journal.models import Entry
from isegoria.convention.models import Candidate, Letter
from isegoria.convention.verbs import channels
from isegoria.core.charter import Role
from isegoria.web import clock
from isegoria.web.joining.forms import JoinForm
from isegoria.web.lettered import LetteredForm
from isegoria.web.relays import lettered
from tests import recruiting
from tests.cast import AT, NAMES
from tests.recruiting import PARTNERS, PHONE, officer, pool, relay, sealed
from tests.web.letters import answered_by, answers, city
from tests.web.reading import said


@pytest.fixture(autouse=True)
def that_day(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: AT)
    cache.clear()


@pytest.fixture
def told(alice):
    """A letter with the code ABCD2345, and an association whose Paula helps people."""
    told = city(alice)
    told.things["partners"] = relay(told, PARTNERS, "partner", "Association Entraide")
    recruiting.hand(told, told.things["partners"], Role.PARTNER)
    answered_by(told)
    return told


@pytest.fixture
def paula(told):
    client = Client()
    client.force_login(told.things[NAMES[Role.PARTNER]])
    return client


def address(told, page="letter", of="partners"):
    return reverse(f"relays:{page}", args=[told.convention.slug, told.things[of].pk])


def helped(**more):
    """What Paula sends of somebody without phone or e-mail."""
    given = {"letter": "abcd 2345", "phone": "", "through": "Paula Partenaire", "day": "2021-04-01"}
    return answers(**given | {"how": "oral"} | more)


def test_somebody_answers_their_letter_with_an_association(told, paula):
    page = paula.post(address(told), helped())

    person = Candidate.objects.get()
    assert page.status_code == 200
    assert person.code in said(page)
    assert "Awa" not in said(page)
    assert "no-store" in page["Cache-Control"]
    assert person.consent == {"how": "oral", "day": "2021-04-01", "helper": "Paula Partenaire"}
    assert Letter.objects.get().answered_on == AT.date()


def test_who_helped_is_in_the_deed_and_that_somebody_was_helped_in_the_journal(told, paula):
    paula.post(address(told), helped())

    entry = Entry.objects.get(act="candidate.register")
    deed = Deed.objects.get(entry=entry)
    assert (entry.role, deed.actor) == ("partner", told.things[NAMES[Role.PARTNER]])
    assert '"for":"helped"' in entry.disclosure.body
    assert entry.seen_by == "recruitment"


def test_whom_an_association_enters_itself_is_said_to_be_helped_too(told, paula):
    form = helped()
    del form["letter"]
    paula.post(address(told, "enter"), form)

    assert '"for":"helped"' in Entry.objects.get(act="candidate.enter").disclosure.body


def test_whoever_answers_a_letter_is_of_its_draw_and_not_of_who_helped(told, paula):
    paula.post(address(told), helped())

    person = Candidate.objects.get()
    card = reverse("relays:card", args=[told.convention.slug, person.pk])
    assert person.relay == told.things["city"]
    assert person.answers["Voie"] == "Lettre"
    assert paula.get(card).status_code == 404
    assert person.code not in said(paula.get(address(told, "people")))


def test_sent_twice_the_same_card_is_shown(told, paula):
    form = helped()

    first, second = paula.post(address(told), form), paula.post(address(told), form)

    number = Candidate.objects.get().code
    assert number in said(first)
    assert number in said(second)


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("ZZZZ9999", "Aucune lettre ne porte ce code"),
        ("ABC", "Un code a huit lettres ou chiffres"),
    ],
)
def test_without_a_letter_s_code_a_relay_enters_nobody_by_letter(told, paula, code, sentence):
    page = paula.post(address(told), helped(letter=code))

    assert page.status_code == 422
    assert sentence in said(page)
    assert "Awa Diop" in said(page)
    assert not Candidate.objects.exists()


def test_a_code_that_has_served_is_said_at_its_field(told, paula):
    paula.post(address(told), helped())

    late = paula.post(address(told), helped(name="Léo Petit", through="Léa"))

    assert late.status_code == 422
    assert "Ce code a déjà servi" in said(late)
    assert Candidate.objects.count() == 1


def test_a_relay_does_not_go_through_the_codes(told, paula, monkeypatch):
    monkeypatch.setattr(lettered, "TRIES_AN_HOUR", 3)
    for _ in range(3):
        paula.post(address(told), helped(letter="ZZZZ9999"))

    page = paula.post(address(told), helped())

    assert page.status_code == 422
    assert "Trop d’essais depuis votre compte" in said(page)


def test_with_help_on_paper_and_on_the_site_the_deadline_is_the_same(told, paula):
    phone = relay(told, PHONE, "phone", "Institut Canari")
    pool(told, phone, told.things["partners"])
    raoul = Client()
    raoul.force_login(officer(told).actor)
    door = reverse("joining:door", args=[told.convention.slug])
    paper = reverse("recruiters:letters_paper", args=[told.convention.slug])
    sealed(told)
    before = Candidate.objects.count()

    pages = (
        Client().post(door, {"once": str(uuid.uuid4()), "code": "ABCD2345"}),
        paula.post(address(told), helped()),
        raoul.post(paper, helped(how="written")),
    )

    assert [page.status_code for page in pages] == [410, 410, 422]
    assert all("La liste du tirage est scellée" in said(page) for page in pages)
    assert Candidate.objects.count() == before


def test_once_the_letters_are_closed_neither_paper_nor_help_enters_anybody(told, paula):
    raoul = Client()
    raoul.force_login(officer(told).actor)
    paper = reverse("recruiters:letters_paper", args=[told.convention.slug])
    channels.close_channel(told.things["city"].channel, officer(told))

    pages = paula.post(address(told), helped()), raoul.post(paper, helped(how="written"))

    assert [page.status_code for page in pages] == [422, 422]
    assert all("Les inscriptions par lettre sont closes." in said(page) for page in pages)
    assert not Candidate.objects.exists()


def test_with_help_somebody_is_asked_what_the_site_asks_and_nothing_of_what_they_think(told):
    table = told.convention.quota_tables.get(state="frozen")
    asked = {"table": table, "without": {"Voie"}, "today": AT.date()}
    alone = JoinForm(**asked)
    helping = LetteredForm(**asked, helper="Paula", through="")

    (age,) = helping.criteria
    own = {age, "name", "phone", "email", "address", "born", "provisions", "more", "agreed"}
    assert set(alone.fields) - {"once", "base"} == own | {"letter"}
    assert set(helping.fields) - {"once", "base"} == own | {"letter", "through"}


def test_what_a_form_does_not_ask_is_kept_nowhere(told, paula):
    paula.post(address(told), helped(opinion="contre le projet", message="contre le projet"))

    person = Candidate.objects.get()
    written = f"{person.identity} {person.answers} {person.needs} {person.consent}"
    assert "contre" not in written
    assert set(person.needs) == {"provisions", "more"}


def test_the_paper_bears_the_code_and_the_last_day(told):
    slug = told.convention.slug
    door = Client().post(
        reverse("joining:door", args=[slug]), {"once": str(uuid.uuid4()), "code": "ABCD2345"}
    )
    letter = door.context["form"]["letter"].value()
    url = reverse("joining:paper", args=[slug])

    blank, filled = Client().get(url), Client().post(url, {"letter": letter})
    forged = Client().post(url, {"letter": "gAAAA"})

    assert "ABCD-2345" in said(filled)
    assert "ABCD" not in said(blank)
    assert "ABCD" not in said(forged)
    assert "Elle doit être arrivée le" in said(blank)
    assert "no-store" in filled["Cache-Control"]


def test_an_association_finds_the_page_once_letters_were_drawn(told, paula):
    page = said(paula.get(address(told, "relay")))

    assert f'href="{address(told)}"' in page
