"""What a document is and where it stands is corrected from the desk until it is published."""

from uuid import uuid4

import pytest
from django.urls import reverse

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Refused
from isegoria.convention.models import Document, Entry, Version
from isegoria.convention.publishing.actions import SettledError
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


def drafted(convention, odile, **more):
    document = Document(convention=convention, **{"slug": "faute", "kind": "document", **more})
    return publishing.draft(
        Version(document=document, title="Titre", body="Texte."), By(odile, cast.AT)
    )


@pytest.fixture
def draft(poitiers, odile):
    return drafted(poitiers, odile)


def page(version):
    return reverse("desk:version_place", args=["poitiers", version.pk])


def sent(version, **given):
    fields = {"kind": "document", "slug": "faute", "place": "", "base": version.revision}
    return {"once": uuid4(), **fields, **given}


def published(version, odile):
    publishing.validate(version, By(odile, cast.AT))
    return publishing.publish(version, By(odile, cast.AT))


def test_a_kind_an_address_and_a_place_are_corrected_before_publication(desk, draft):
    answer = desk.post(page(draft), sent(draft, kind="page", slug="juste", place="presentation"))

    kept = Document.objects.get(pk=draft.document.pk)
    assert answer.status_code == 302
    assert (kept.kind, kept.slug, kept.place) == ("page", "juste", "presentation")
    assert Entry.objects.latest("position").act == "version.edit"


def test_the_page_of_the_draft_leads_there(desk, draft):
    shown = desk.get(reverse("desk:version", args=["poitiers", draft.pk])).content.decode()

    assert page(draft) in shown


def test_nothing_is_corrected_once_it_was_published(desk, draft, odile):
    published(draft, odile)
    following = publishing.continue_from(draft, By(odile, cast.AT))

    shown = desk.get(reverse("desk:version", args=["poitiers", following.pk])).content.decode()

    assert page(following) not in shown
    assert desk.get(page(following)).status_code == 404
    with pytest.raises(SettledError):
        publishing.place(following, By(odile, cast.AT), changes={"slug": "autre"})
    assert Document.objects.get(pk=draft.document.pk).slug == "faute"


def test_an_address_or_a_place_of_another_document_is_refused(desk, poitiers, draft, odile):
    drafted(poitiers, odile, slug="pris", place="presentation")

    answer = desk.post(page(draft), sent(draft, slug="pris", place="presentation"))

    assert answer.status_code == 422
    assert "Un document a déjà cette adresse" in answer.content.decode()
    assert "est déjà montré là" in answer.content.decode()


def test_saving_what_is_already_there_writes_nothing(desk, draft):
    before = Entry.objects.count()

    desk.post(page(draft), sent(draft))

    assert Entry.objects.count() == before


def test_two_people_who_correct_at_once_see_both_texts(desk, draft, odile):
    stale = sent(draft, slug="la-mienne")
    publishing.place(draft, By(odile, cast.AT), changes={"slug": "la-sienne"})

    answer = desk.post(page(draft), stale)

    assert answer.status_code == 409
    assert "la-sienne" in answer.content.decode()
    assert Document.objects.get(pk=draft.document.pk).slug == "la-sienne"


def test_a_refused_correction_leaves_no_trace(draft, odile):
    validated = publishing.validate(draft, By(odile, cast.AT))

    with pytest.raises(Refused):
        publishing.place(validated, By(odile, cast.AT), changes={"slug": "autre"})

    assert Document.objects.get(pk=draft.document.pk).slug == "faute"
