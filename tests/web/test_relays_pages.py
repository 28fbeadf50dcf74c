"""What institutes and associations see: cells, their own people, and no others."""

import re
import uuid

import pytest
from django.test import Client
from django.urls import reverse

from isegoria.convention.chartered import By
from isegoria.convention.models import CallCount, Candidate, Hand, Reading
from isegoria.convention.verbs import calendar, channels
from isegoria.core.charter import Role
from isegoria.web import clock
from isegoria.web.person_forms import field_of
from tests import cast, recruiting
from tests.cast import AT
from tests.recruiting import AGE, OLD, PARTNERS, PHONE, YOUNG, officer
from tests.story import begun


@pytest.fixture
def story(alice):
    """A table, an institute and an association, each with somebody who works for it."""
    told = begun(alice)
    recruiting.table(told)
    phone = recruiting.relay(told, PHONE, "phone", "Institut Sondage")
    partners = recruiting.relay(told, PARTNERS, "partner", "Association Entraide")
    recruiting.hand(told, phone, Role.INSTITUTE)
    recruiting.hand(told, partners, Role.PARTNER)
    told.things |= {"phone": phone, "partners": partners}
    return told


@pytest.fixture(autouse=True)
def that_day(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: AT)


def signed_in(story, role):
    client = Client()
    client.force_login(story.things[cast.NAMES[role]])
    return client


@pytest.fixture
def ines(story):
    return signed_in(story, Role.INSTITUTE)


@pytest.fixture
def paula(story):
    return signed_in(story, Role.PARTNER)


def url(story, page, thing):
    return reverse(f"relays:{page}", args=[story.convention.slug, thing.pk])


def sent(age=YOUNG, **said):
    filled = {
        "once": str(uuid.uuid4()),
        field_of(AGE): age,
        "name": "Awa Diop",
        "phone": "06 12 34 56 78",
        "agreed": "on",
    }
    return {**filled, **said}


def referred(**said):
    """What an association sends: no phone, no e-mail."""
    more = {"phone": "", "through": "Paula Partenaire", "how": "oral", "day": "2021-04-02"}
    return sent(**more | said)


def words(response):
    """What is read on the page, in one line."""
    text = re.sub(r"<[^>]+>", " ", response.content.decode())
    return " ".join(text.replace("\u00a0", " ").split())


def test_whoever_works_for_one_organisation_is_led_to_its_screen(story, ines):
    home = reverse("relays:convention", args=[story.convention.slug])

    assert ines.get(home).url == url(story, "relay", story.things["phone"])


def test_whoever_works_for_two_chooses(story, ines):
    both = Hand(relay=story.things["partners"], account=story.things[cast.NAMES[Role.INSTITUTE]])
    channels.give_access(both, officer(story))

    shown = ines.get(reverse("relays:convention", args=[story.convention.slug]))

    assert "Institut Sondage" in words(shown)
    assert "Association Entraide" in words(shown)


def test_whoever_has_the_role_and_no_organisation_is_told_whom_to_ask(story):
    cast.holder(Role.INSTITUTE, story.convention, story.odile, name="Zoé Nouvelle")
    client = Client()
    client.force_login(cast.Account.objects.get(person__full_name="Zoé Nouvelle"))

    shown = client.get(reverse("relays:convention", args=[story.convention.slug]))

    assert "Aucune organisation ne vous a donné d’accès ici" in words(shown)
    assert client.get(url(story, "relay", story.things["phone"])).status_code == 404


def test_the_agent_sees_which_cells_are_open_and_nobody_in_them(story, ines):
    somebody = recruiting.entered(story, story.things["partners"], OLD, name="Berthe Martin")
    for _n in range(3):
        recruiting.entered(story, story.things["phone"], OLD)

    shown = words(ines.get(url(story, "relay", story.things["phone"])))

    assert "utile moins de 40 ans 1 place · épargne" in shown
    assert "assez 40 ans ou plus" in shown
    assert "Il manque au moins 1 personne pour tirer un panel" in shown
    assert "Berthe" not in shown
    assert somebody.code not in shown


def test_an_answer_during_the_call_keeps_nothing(story, ines):
    before = Candidate.objects.count()

    shown = ines.post(
        url(story, "check", story.things["phone"]),
        {"once": str(uuid.uuid4()), field_of(AGE): YOUNG},
    )

    assert "Oui : cette personne est recherchée" in words(shown)
    assert Candidate.objects.count() == before
    assert f'value="{YOUNG}"' in shown.content.decode()  # carried over to the entry


def test_a_full_cell_is_named_and_the_call_can_be_counted(story, ines):
    recruiting.entered(story, story.things["partners"], OLD)
    for _n in range(3):
        recruiting.entered(story, story.things["phone"], OLD)

    shown = ines.post(
        url(story, "check", story.things["phone"]),
        {"once": str(uuid.uuid4()), field_of(AGE): OLD},
    )

    assert "Non : une case est complète" in words(shown)
    assert "Âge : 40 ans ou plus" in words(shown)
    assert "Compter « case complète », appel suivant" in words(shown)


def test_a_channel_that_is_closed_can_make_the_target_impossible(story, ines):
    channels.close_channel(story.things["partners"].channel, officer(story))

    shown = words(ines.get(url(story, "relay", story.things["phone"])))

    assert "L’objectif commun ne peut plus être atteint" in shown


def test_an_answer_that_lacks_is_asked_again(story, ines):
    shown = ines.post(url(story, "check", story.things["phone"]), {"once": str(uuid.uuid4())})

    assert shown.status_code == 422
    assert "Choisissez une réponse." in words(shown)


def test_a_person_is_entered_and_gets_a_card(story, ines):
    shown = ines.post(url(story, "enter", story.things["phone"]), sent(), follow=True)

    somebody = Candidate.objects.get()
    assert somebody.code in words(shown)
    assert "Awa" not in words(shown)  # no name on a card unless it is wished
    assert somebody.consent == {"how": "oral", "day": "2021-04-02", "helper": "Inès Enquêtrice"}
    assert CallCount.objects.get().outcome == "agreed"


def test_a_card_bears_the_name_when_it_is_wished(story, ines):
    ines.post(url(story, "enter", story.things["phone"]), sent())

    shown = ines.get(url(story, "card", Candidate.objects.get()), {"nom": 1})

    assert "Awa Diop" in words(shown)


def test_a_form_sent_twice_enters_one_person_and_shows_the_same_card(story, ines):
    once = sent()

    first = ines.post(url(story, "enter", story.things["phone"]), once)
    second = ines.post(url(story, "enter", story.things["phone"]), once)

    assert first.url == second.url
    assert (Candidate.objects.count(), CallCount.objects.get().count) == (1, 1)


def test_a_double_entry_is_refused_without_a_word_of_the_other(story, ines, paula):
    paula.post(url(story, "enter", story.things["partners"]), referred(phone="0612345678"))

    shown = ines.post(url(story, "enter", story.things["phone"]), sent(name="A. Diop"))

    assert shown.status_code == 422
    assert "paraît déjà inscrite" in words(shown)
    assert "Entraide" not in words(shown)
    assert Candidate.objects.get().code not in words(shown)
    assert 'value="A. Diop"' in shown.content.decode()  # what was typed is still there


def test_somebody_without_phone_or_mail_is_reached_through_the_association(story, paula):
    shown = paula.post(
        url(story, "enter", story.things["partners"]),
        referred(provisions=["interpreter", "lift"], more="langue : pachto"),
        follow=True,
    )

    somebody = Candidate.objects.get()
    assert somebody.identity == {"name": "Awa Diop", "through": "Paula Partenaire"}
    assert somebody.needs == {"provisions": ["interpreter", "lift"], "more": "langue : pachto"}
    assert "Paula Partenaire vous prévient (Association Entraide)" in words(shown)
    assert not CallCount.objects.exists()


def test_an_outcome_is_counted_and_taken_back(story, ines):
    def press(said):
        data = {"once": str(uuid.uuid4()), "outcome": said}
        return ines.post(url(story, "count", story.things["phone"]), data, follow=True)

    press("refused")
    press("refused")
    shown = words(press("-refused"))

    assert CallCount.objects.get().count == 1
    assert "refus 1 1 +1" in shown


def test_an_agreement_is_not_counted_by_hand(story, ines):
    data = {"once": str(uuid.uuid4()), "outcome": "agreed"}

    ines.post(url(story, "count", story.things["phone"]), data)

    assert not CallCount.objects.exists()


def test_a_relay_finds_its_own_people_and_each_reading_is_noted(story, ines):
    recruiting.entered(story, story.things["phone"], YOUNG, name="Awa Diop")
    recruiting.entered(story, story.things["partners"], OLD, name="Berthe Martin")

    there = url(story, "people", story.things["phone"])
    shown = words(ines.post(there, {"q": "awa"}, follow=True))
    others = words(ines.post(there, {"q": "berthe"}, follow=True))

    assert "Awa Diop" in shown
    assert "Martin" not in others
    assert "Personne ne correspond" in others
    assert [(one.what, one.count) for one in Reading.objects.all()] == [("list", 1)]


@pytest.mark.parametrize("page", ["card", "correct", "withdraw"])
def test_another_relays_person_is_not_found(story, ines, page):
    hers = recruiting.entered(story, story.things["partners"], OLD)

    assert ines.get(url(story, page, hers)).status_code == 404
    assert not Reading.objects.exists()


@pytest.mark.parametrize("page", ["relay", "people", "enter", "paper", "check", "count"])
def test_another_organisations_pages_are_not_found(story, ines, page):
    assert ines.get(url(story, page, story.things["partners"])).status_code == 404


def test_a_person_is_corrected(story, ines):
    somebody = recruiting.entered(story, story.things["phone"], YOUNG, name="Awa Diop")
    shown = ines.get(url(story, "correct", somebody))
    base = re.search(r'name="base" value="(\d+)"', shown.content.decode())[1]

    done = ines.post(
        url(story, "correct", somebody), sent(OLD, name="Awa Diopp", phone="0700000001", base=base)
    )

    somebody.refresh_from_db()
    assert done.status_code == 302
    assert (somebody.answers[AGE], somebody.identity["name"]) == (OLD, "Awa Diopp")
    assert somebody.consent["how"] == "oral"


def test_a_withdrawal_is_noted_without_a_reason(story, ines):
    somebody = recruiting.entered(story, story.things["phone"], YOUNG)

    ines.post(
        url(story, "withdraw", somebody), {"once": str(uuid.uuid4()), "base": somebody.revision}
    )

    somebody.refresh_from_db()
    assert somebody.state == "withdrawn"
    assert ines.get(url(story, "card", somebody)).status_code == 404


def test_once_the_list_is_sealed_a_relay_sees_nobody_and_enters_nobody(story, ines, paula):
    phone = story.things["phone"]
    people = recruiting.pool(story, phone, story.things["partners"])
    recruiting.sealed(story)

    screen, listed = ines.get(url(story, "relay", phone)), ines.get(url(story, "people", phone))
    late = ines.post(url(story, "enter", phone), sent())

    assert "La liste du tirage est scellée : votre travail ici est fini, merci" in words(screen)
    assert not [one.code for one in people if one.code in words(listed)]
    assert "Canari" not in words(listed).replace("Numérique Canari", "")
    assert ines.get(url(story, "card", people[0])).status_code == 404
    assert (late.status_code, Candidate.objects.count()) == (409, len(people))
    assert paula.get(url(story, "card", people[-1])).status_code == 404


def test_outside_its_period_recruitment_is_closed_and_says_when_it_opens(story, ines):
    window = story.convention.calendar.get(window="recruitment")
    calendar.cancel(window, By(story.odile, AT), reason="Canari")

    shown = ines.get(url(story, "relay", story.things["phone"]))

    assert "que pendant cette période du calendrier : recrutement" in words(shown)
    assert ines.post(url(story, "enter", story.things["phone"]), sent()).status_code == 409
    assert not Candidate.objects.exists()


def test_without_a_table_the_screen_says_what_is_missing(alice):
    told = begun(alice)
    frozen = recruiting.table(told)
    phone = recruiting.relay(told, PHONE, "phone", "Institut Sondage")
    recruiting.hand(told, phone, Role.INSTITUTE)
    type(frozen).objects.filter(pk=frozen.pk).update(state="replaced")
    client = signed_in(told, Role.INSTITUTE)

    assert "La table des quotas n’est pas encore figée" in words(
        client.get(url(told, "relay", phone))
    )
    assert client.post(url(told, "enter", phone), sent()).status_code == 409


def test_a_closed_channel_takes_nobody_more(story, paula):
    channels.close_channel(story.things["partners"].channel, officer(story))

    late = paula.post(url(story, "enter", story.things["partners"]), referred())

    assert "Cette voie de recrutement est fermée." in words(late)
    assert not Candidate.objects.exists()


def test_the_paper_form_asks_what_the_screen_asks(story, paula):
    shown = words(paula.get(url(story, "paper", story.things["partners"])))

    assert "Âge ☐ moins de 40 ans ☐ 40 ans ou plus" in shown
    assert recruiting.WAY not in shown
    assert "Les opinions et la santé ne s’écrivent pas ici." in shown


@pytest.mark.parametrize("role", [Role.ORGANISER, Role.GUARANTOR])
def test_others_do_not_come_in(story, role):
    client = Client()
    client.force_login({Role.ORGANISER: story.odile, Role.GUARANTOR: story.gaston}[role])

    assert client.get(url(story, "people", story.things["phone"])).status_code == 403


def test_what_the_office_reads_of_entries_names_nobody(story, ines):
    ines.post(url(story, "enter", story.things["phone"]), sent())
    client = Client()
    client.force_login(story.odile)

    seen = client.get(reverse("desk:journal", args=[story.convention.slug]))

    assert "Awa" not in words(seen)
    assert Candidate.objects.get().code not in words(seen)
