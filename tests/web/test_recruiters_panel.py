"""The officer's pages of the panel: places, calls, alternates, composition."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from isegoria.convention.models import Composition, Entry, Rules
from isegoria.convention.verbs import candidates, channels, panel
from isegoria.core.charter import Role
from isegoria.web import clock
from isegoria.web.mails import tell_of_derogation
from tests import cast, recruiting
from tests.recruiting import officer
from tests.story import announced
from tests.web.reading import said

NAMES_OF_CHANNELS = (recruiting.PHONE, recruiting.PARTNERS, recruiting.WAY, "Institut Canari")


@pytest.fixture(autouse=True)
def _day(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: cast.AT)


@pytest.fixture
def story(alice):
    told = announced(alice)
    recruiting.recruited(told)
    channels.set_rules(Rules(convention=told.convention, alternates=2), officer(told))
    return told


@pytest.fixture
def drawn(story):
    recruiting.drawn(story, recruiting.sealed(story))
    return story


@pytest.fixture
def raoul(client, story):
    client.force_login(officer(story).actor)
    return client


def page(name, *args):
    return reverse(f"recruiters:{name}", args=["poitiers", *args])


def press(client, name, *args, **given):
    return client.post(page(name, *args), {"once": uuid4(), **given})


def holders(story):
    return list(
        story.convention.candidates.filter(state__in=["drawn", "confirmed", "attended"]).order_by(
            "seat"
        )
    )


def state(person):
    person.refresh_from_db()
    return person.state


@pytest.mark.parametrize("name", ["panel", "vacancies", "alternates", "composition"])
def test_before_the_draw_a_page_says_what_will_come(raoul, name):
    answer = raoul.get(page(name), follow=True)

    assert "pas encore tiré" in said(answer)


def test_every_place_is_there_with_its_card_number_and_no_name(raoul, drawn):
    shown = said(raoul.get(page("panel")))

    assert [one.code in shown for one in holders(drawn)] == [True] * 3
    assert "3/3" in shown
    assert "Canari" not in shown.partition("<main")[2].partition("</main")[0]


def test_a_member_confirms_then_attends(raoul, drawn):
    person = holders(drawn)[0]

    press(raoul, "confirm", person.pk)
    assert state(person) == "confirmed"
    press(raoul, "attend", person.pk)

    assert state(person) == "attended"
    assert raoul.get(page("panel")).context["panel"].attended == 1


def test_a_withdrawal_asks_for_no_reason_and_leads_to_whom_to_call(raoul, drawn):
    person = holders(drawn)[0]

    shown = said(raoul.get(page("withdraw", person.pk)))
    answer = press(raoul, "withdraw", person.pk)

    assert "raison" not in shown.partition("<main")[2].partition("</main")[0].lower()
    assert (state(person), answer.url) == ("withdrawn", page("vacancies"))


def test_the_first_is_called_and_the_answer_is_noted(raoul, drawn):
    gone = holders(drawn)[0]
    press(raoul, "decline", gone.pk)
    first = raoul.get(page("vacancies")).context["first"].candidate

    press(raoul, "call", first.pk)
    assert f"La carte {first.code} est appelée" in said(raoul.get(page("vacancies")))
    press(raoul, "accept", first.pk)

    assert (state(first), first.seat, state(gone)) == ("confirmed", gone.seat, "replaced")
    assert "Les 3 places sont pourvues" in said(raoul.get(page("vacancies")))


def test_a_refusal_calls_the_next_and_stays_written(raoul, drawn):
    press(raoul, "decline", holders(drawn)[0].pk)
    first, second = (one.candidate for one in raoul.get(page("vacancies")).context["page"][:2])
    press(raoul, "call", first.pk)

    press(raoul, "decline", first.pk)

    answer = raoul.get(page("vacancies"))
    assert answer.context["first"].candidate == second
    assert f"sans accord : {first.code}" in said(answer)


def test_nobody_but_the_first_is_called(raoul, drawn):
    press(raoul, "decline", holders(drawn)[0].pk)
    second = raoul.get(page("vacancies")).context["page"][1].candidate

    answer = press(raoul, "call", second.pk)

    assert (state(second), answer.url) == ("consented", page("vacancies"))


def test_somebody_who_is_called_is_not_called_again(raoul, drawn):
    press(raoul, "decline", holders(drawn)[0].pk)
    first = raoul.get(page("vacancies")).context["first"].candidate
    sent = {"once": uuid4()}

    answers = [raoul.post(page("call", first.pk), sent).status_code for _ in range(2)]

    assert answers == [302, 302]
    assert state(first) == "called"


def test_any_candidate_can_be_compared_before_the_call(raoul, drawn):
    press(raoul, "decline", holders(drawn)[0].pk)
    last = list(raoul.get(page("vacancies")).context["page"])[-1].candidate

    answer = raoul.get(page("vacancies"), {"avec": last.code})

    assert [one.candidate for one in answer.context["seen"]] == [last]
    assert [one.name for one in answer.context["tables"]] == [recruiting.AGE]


def test_after_the_last_date_the_page_says_that_the_place_stays_empty(raoul, drawn):
    rules = Rules(
        convention=drawn.convention,
        alternates=2,
        replaced_until=cast.AT - timedelta(days=3),
        reason="Calendrier",
    )
    channels.set_rules(rules, officer(drawn))
    press(raoul, "decline", holders(drawn)[0].pk)

    shown = said(raoul.get(page("vacancies")))

    assert "La date du dernier remplacement était le" in shown
    assert "le panel compte 2 personnes sur 3 places" in shown
    assert "Qui appeler maintenant" not in shown
    assert "reste vide" in said(raoul.get(page("panel")))


def test_a_place_whose_leaver_is_forgotten_is_still_offered_to_their_channel(raoul, drawn):
    gone = holders(drawn)[0]
    press(raoul, "withdraw", gone.pk)
    first = raoul.get(page("vacancies")).context["first"].candidate
    press(raoul, "candidate_erase", gone.pk)

    shown = raoul.get(page("vacancies"))

    assert "La personne qui la tenait est effacée." in said(shown)
    assert shown.context["first"].candidate == first


def test_somebody_else_is_called_with_a_reason_that_is_public(raoul, drawn, mailoutbox):
    press(raoul, "decline", holders(drawn)[0].pk)
    second = raoul.get(page("vacancies")).context["page"][1].candidate
    offered = raoul.get(page("vacancies"), {"avec": second.code})

    press(raoul, "call_out_of_turn", second.pk, reason="La première est à l’hôpital.")

    assert page("call_out_of_turn", second.pk) in offered.content.decode()
    assert state(second) == "called"
    public = raoul.get(reverse("public:draw", args=["poitiers", 1]))
    assert "La première est à l’hôpital." in said(public)


def test_the_guarantors_hear_of_a_call_out_of_turn(raoul, drawn, mailoutbox):
    press(raoul, "decline", holders(drawn)[0].pk)
    second = raoul.get(page("vacancies")).context["page"][1].candidate
    look = said(raoul.get(page("call_out_of_turn", second.pk)))
    press(raoul, "call_out_of_turn", second.pk, reason="Canari")

    assert f"Pourquoi appeler la carte {second.code}, hors de l’ordre" in look
    tell_of_derogation.call(Entry.objects.get(act="draw.derogate").pk)

    assert {tuple(one.to) for one in mailoutbox} == {
        (drawn.gaston.email,),
        (drawn.things["gisele"].email,),
    }
    assert "Canari" in mailoutbox[0].body


def test_three_tries_without_an_answer_let_the_next_be_called(raoul, drawn):
    press(raoul, "decline", holders(drawn)[0].pk)
    first, second = (one.candidate for one in raoul.get(page("vacancies")).context["page"][:2])
    press(raoul, "call", first.pk)

    assert press(raoul, "unreached", first.pk, tries=2).status_code == 422
    press(raoul, "unreached", first.pk, tries=3)

    answer = raoul.get(page("vacancies"))
    assert (state(first), answer.context["first"].candidate) == ("unreached", second)
    assert f"sans accord : {first.code}" in said(answer)


def test_a_member_who_rings_back_is_given_their_place_again(raoul, drawn):
    silent = holders(drawn)[0]
    press(raoul, "unreached", silent.pk, tries=3)
    offered = raoul.get(page("vacancies"))

    press(raoul, "resume", silent.pk)

    assert page("resume", silent.pk) in offered.content.decode()
    assert state(silent) == "confirmed"


def test_the_proposed_alternates_are_listed_in_their_order(raoul, drawn):
    chosen = raoul.get(page("alternates")).context["chosen"]

    press(raoul, "alternates")

    assert [(state(one), one.rank) for one in chosen] == [("alternate", 1), ("alternate", 2)]
    assert "déjà inscrits" in said(raoul.get(page("alternates")))


def test_looking_at_a_ranking_is_noted_with_how_many_were_read(raoul, drawn):
    press(raoul, "decline", holders(drawn)[0].pk)

    calls = raoul.get(page("vacancies")).context["page"].paginator.count

    noted = drawn.convention.readings.filter(what="ranking").get()
    assert noted.count == calls


@pytest.mark.parametrize("published", [False, True])
def test_no_page_of_the_panel_says_by_which_channel_somebody_came(raoul, drawn, published):
    if published:
        draw = drawn.convention.draws.get()
        panel.publish_composition(
            Composition(convention=drawn.convention, draw=draw, seats=3),
            officer(drawn),
            tables=[],
            filled=3,
            pool=8,
        )
    press(raoul, "alternates")
    press(raoul, "decline", holders(drawn)[0].pk)
    first = raoul.get(page("vacancies")).context["first"].candidate
    one = holders(drawn)[0]

    shown = [
        said(raoul.get(address)).partition("<main")[2]
        for address in (
            page("panel"),
            page("vacancies"),
            page("alternates"),
            page("call", first.pk),
            page("withdraw", one.pk),
        )
    ]

    assert [name for name in NAMES_OF_CHANNELS for text in shown if name in text] == []


def test_the_page_of_a_person_does_not_write_their_channel_among_their_answers(raoul, drawn):
    shown = said(raoul.get(page("candidate", holders(drawn)[0].pk))).partition("<main")[2]

    assert recruiting.AGE in shown
    assert f"<dt>{recruiting.WAY}</dt>" not in shown


def test_the_composition_is_read_before_it_is_published(raoul, drawn):
    answer = raoul.get(page("composition"))

    shown = said(answer)
    assert "tirées parmi 8 personnes" in shown
    assert Composition.objects.count() == 0
    press(raoul, "composition", seen=answer.context["composed"].sha256)
    assert Composition.objects.get().filled == 3
    assert "Rien n’a changé" in said(raoul.get(page("composition")))


def test_a_composition_that_changed_meanwhile_is_read_again(raoul, drawn):
    seen = raoul.get(page("composition")).context["composed"].sha256
    candidates.withdraw(holders(drawn)[0], officer(drawn))

    answer = press(raoul, "composition", seen=seen)

    assert answer.status_code == 422
    assert "Le panel a changé depuis cet aperçu" in said(answer)
    assert Composition.objects.count() == 0
    again = answer.context["form"]["seen"].value()
    press(raoul, "composition", seen=again)
    assert Composition.objects.get().filled == 2


@pytest.mark.parametrize("role", [Role.ORGANISER, Role.GUARANTOR, Role.INSTITUTE])
@pytest.mark.parametrize("name", ["panel", "vacancies", "alternates", "composition"])
def test_nobody_else_opens_these_pages(client, drawn, role, name):
    who = {
        Role.ORGANISER: drawn.odile,
        Role.GUARANTOR: drawn.gaston,
        Role.INSTITUTE: drawn.things[cast.NAMES[Role.INSTITUTE]],
    }
    client.force_login(who[role])

    assert client.get(page(name)).status_code == 403


def test_a_relay_notes_nothing_of_the_panel(client, drawn):
    person = holders(drawn)[0]
    client.force_login(drawn.things[cast.NAMES[Role.INSTITUTE]])

    assert press(client, "withdraw", person.pk).status_code == 403
    assert state(person) == "drawn"
