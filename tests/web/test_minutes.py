"""Minutes on their pages: the team drafts, those who were there correct, anybody reads."""

from datetime import timedelta
from itertools import islice
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from isegoria.convention.governance.conduct import Refused
from isegoria.convention.journal.queries import leaves
from isegoria.convention.models import (
    Approval,
    Correction,
    Deed,
    Document,
    Entry,
    Minutes,
    Session,
    Version,
)
from isegoria.convention.verbs import minutes as acts
from isegoria.core.journal import merkle
from isegoria.web import clock
from isegoria.web.papers import printed
from tests import cast, minuting, recruiting, sitting
from tests.sitting import fanny
from tests.story import announced
from tests.web.public_site import at
from tests.web.reading import said
from tests.web.test_panel_space import ByCard, ByFanny, ByPaula

WRONG = "Il manque ce que la table 2 a dit."


@pytest.fixture(autouse=True)
def day(monkeypatch):
    cache.clear()
    now = {"at": cast.AT}
    monkeypatch.setattr(clock, "now", lambda: now["at"])
    return now


@pytest.fixture
def story(alice):
    return recruiting.with_a_panel(announced(alice))


@pytest.fixture
def awa(story):
    return sitting.member(story)


@pytest.fixture
def team(story):
    client = Client()
    client.force_login(fanny(story).actor)
    return client


def here(name, *more):
    return reverse(f"facilitation:{name}", args=["poitiers", *more])


def sent(**typed):
    return {"once": str(uuid4()), **typed}


def test_the_minutes_go_from_a_first_draft_to_the_public(story, awa, team, client):
    session = minuting.held(story, awa)
    team.post(here("minutes_begin", session.pk), sent())
    base = Minutes.objects.get().revision
    typed = {"title_1": "La séance", "text_1": "Nous avons parlé d’écrans.", "base": base}
    team.post(here("minutes_write", Minutes.objects.get().pk), sent(**typed))
    team.post(here("minutes_submit", Minutes.objects.get().pk), sent())

    by_card = ByCard(story, awa)
    page = said(by_card.client.get(by_card.at("minutes", session.number)))
    assert "Nous avons parlé d’écrans." in page
    by_card.client.post(by_card.at("correction", session.number), sent(section="0", text=WRONG))
    wrong = Correction.objects.get()
    revision = Minutes.objects.get().revision
    team.post(
        here("correction_accept", wrong.pk),
        sent(text_1="Nous avons parlé d’écrans, et de livres.", answer="Oui.", base=revision),
    )
    page = said(by_card.client.get(by_card.at("minutes", session.number)))
    assert "et de livres" in page
    assert "Oui." in page
    by_card.client.post(by_card.at("minutes", session.number), sent())
    assert "et de livres" not in said(client.get(at("session", session.pk)))

    team.post(here("minutes_validate", Minutes.objects.get().pk), sent())
    team.post(here("minutes_publish", Minutes.objects.get().pk), sent())
    public = said(Client().get(at("session", session.pk)))
    document = Document.objects.get(kind="minutes")
    assert at("document", document.slug) in public
    text = said(client.get(at("document", document.slug)))
    assert "et de livres" in text
    assert WRONG in text
    assert "Membres qui ont relu et approuvé ce texte&nbsp;: 1." in text
    assert str(awa) not in text
    pdf = client.get(at("document_pdf", document.slug, 1))
    assert pdf.content.startswith(b"%PDF-1.7")
    assert b"/StructTreeRoot" in pdf.content
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf.content
    assert document.slug in said(client.get(at("documents_atom")))


@pytest.mark.parametrize("way", [ByCard, ByFanny, ByPaula])
def test_a_member_or_whoever_acts_for_them_approves_and_corrects(story, awa, way):
    of = minuting.submitted(story, awa)
    hand = way(story, awa)

    hand.client.post(hand.at("minutes", of.session.number), sent())
    hand.client.post(hand.at("correction", of.session.number), sent(section="1", text=WRONG))

    assert Approval.objects.get().member == awa
    assert Correction.objects.get().member == awa
    for deed in Deed.objects.filter(entry__act__in=["approval.give", "correction.propose"]):
        assert (deed.on_behalf_of == awa.account) is (way is not ByCard)
    assert WRONG in said(hand.client.get(hand.at("minutes", of.session.number)))
    assert "Compte rendu de la séance 1" in said(hand.client.get(hand.at("home")))


def test_whoever_was_not_there_does_not_read_the_minutes_before_they_are_public(story, awa):
    ben = sitting.member(story)
    of = minuting.submitted(story, awa)
    hand = ByCard(story, ben)

    assert hand.client.get(hand.at("minutes", of.session.number)).status_code == 404
    assert "Compte rendu" not in said(hand.client.get(hand.at("home")))


def test_minutes_are_begun_once_even_by_two_who_press_at_once(story, awa):
    session = minuting.held(story, awa)
    first, second = Minutes(session=session), Minutes(session=Session.objects.get(pk=session.pk))
    acts.begin(first, fanny(story))

    with pytest.raises(Refused) as refused:
        acts.begin(second, fanny(story))

    assert refused.value.decision.about == ("session_held",)


def test_the_paper_bears_the_record_as_it_was_when_the_text_was_published(story, awa):
    of = minuting.submitted(story, awa)
    minuting.approved(of, awa)
    minuting.published(story, acts.validate(of, fanny(story)))
    version = Version.objects.get(document__kind="minutes")
    entry = Entry.objects.get(act="version.publish", subject=version.reference)
    minuting.begun(story, awa)

    said_of_it = printed.content(version)["record"]

    before = islice(leaves(story.convention.pk), entry.position + 1)
    root = merkle.root(merkle.frontier_of(merkle.leaf_hash(one) for one in before))
    assert f"{entry.position + 1} actes, empreinte {root.hex()[:12]}" in said_of_it


def test_the_organisers_read_nothing_of_it_before_anybody(story, awa, team):
    of = minuting.submitted(story, awa)
    minuting.asked(of, awa, text=WRONG)
    organiser = Client()
    organiser.force_login(story.odile)

    page = said(organiser.get(here("minutes", of.session.pk)))

    assert "Vous le lirez, comme tout le monde" in page
    assert WRONG not in page
    assert of.sections[0]["text"] not in page
    assert organiser.get(here("minutes_write", of.pk)).status_code == 403
    assert WRONG in said(team.get(here("minutes", of.session.pk)))


def test_lateness_is_public(story, awa, client, day):
    of = minuting.submitted(story, awa)
    page = said(client.get(at("session", of.session.pk)))
    assert "relisent le compte rendu jusqu’au" in page
    assert "En retard" not in page

    day["at"] = cast.AT + timedelta(days=13)
    assert "En retard de 3 jours" in said(Client().get(at("session", of.session.pk)))


def test_two_who_write_at_once_see_both_texts(story, awa, team):
    of = minuting.begun(story, awa)
    url = here("minutes_write", of.pk)
    base = of.revision
    team.post(url, sent(base=base, title_1="La séance", text_1="Le premier."))

    answer = team.post(url, sent(base=base, title_1="La séance", text_1="Le second."))

    assert answer.status_code == 409
    assert "Le premier." in said(answer)
    assert "Le second." in said(answer)
    of.refresh_from_db()
    assert of.sections[0]["text"] == "Le premier."


def test_two_corrections_of_one_part_do_not_erase_each_other(story, awa, team):
    of = minuting.submitted(story, awa)
    one, two = minuting.asked(of, awa), minuting.asked(of, awa)
    base = Minutes.objects.get().revision
    team.post(here("correction_accept", one.pk), sent(text_1="Un.", base=base))

    answer = team.post(here("correction_accept", two.pk), sent(text_1="Deux.", base=base))

    assert answer.status_code == 409
    assert "Un." in said(answer)
    assert Minutes.objects.get().sections[0]["text"] == "Un."
    two.refresh_from_db()
    assert two.state == "proposed"


def test_a_request_that_names_somebody_is_not_published(story, awa, team, client):
    of = minuting.submitted(story, awa)
    wrong = minuting.asked(of, awa, text="Jean-Kevin a dit non.")
    team.post(
        here("correction_refuse", wrong.pk), sent(reason="Personne n’est nommé.", hidden="on")
    )
    minuting.approved(of, awa)
    team.post(here("minutes_validate", of.pk), sent())
    team.post(here("minutes_publish", of.pk), sent())

    text = said(client.get(at("document", Document.objects.get(kind="minutes").slug)))
    assert "Jean-Kevin" not in text
    assert "Personne n’est nommé." in text
