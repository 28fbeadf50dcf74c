"""Documents from the desk: a draft, its file, its life in public, and two people at once."""

import io
import re
from datetime import date
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from isegoria.convention.chartered import By
from isegoria.convention.models import Document, Version
from isegoria.convention.verbs import publishing
from isegoria.web import clock
from tests import cast


@pytest.fixture(autouse=True)
def _day(monkeypatch, settings, tmp_path):
    monkeypatch.setattr(clock, "now", lambda: cast.AT)
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def desk(client, odile):
    client.force_login(odile)
    return client


@pytest.fixture
def draft(poitiers, odile):
    document = Document(convention=poitiers, slug="presentation", kind="page")
    return publishing.draft(
        Version(document=document, title="Présentation", body="Bonjour."), By(odile, cast.AT)
    )


@pytest.fixture
def published(draft, odile):
    publishing.validate(draft, By(odile, cast.AT))
    return publishing.publish(draft, By(odile, cast.AT))


def page(name, *args):
    return reverse(f"desk:{name}", args=["poitiers", *args])


def sent(**given):
    return {"once": uuid4(), **given}


def written(**given):
    return sent(title="Présentation", body="Bonjour.", **given)


def picture():
    kept = io.BytesIO()
    Image.new("RGB", (8, 8)).save(kept, "PNG")
    return kept.getvalue()


def test_a_new_document_takes_its_address_from_its_title(desk, poitiers):
    answer = desk.post(
        page("document_new"),
        sent(title="Pourquoi cette convention ?", kind="page", language="fr"),
    )

    made = Version.objects.get()
    assert (made.document.slug, made.state) == ("pourquoi-cette-convention", "draft")
    assert answer.url == page("version_edit", made.pk)


def test_two_documents_do_not_share_an_address(desk, draft):
    answer = desk.post(page("document_new"), sent(title="Présentation", kind="page", language="fr"))

    assert answer.status_code == 422
    assert "déjà cette adresse" in answer.content.decode()


def test_a_place_shows_one_document(desk, poitiers, odile):
    placed = Document(convention=poitiers, slug="a-propos", kind="page", place="presentation")
    publishing.draft(Version(document=placed, title="À propos"), By(odile, cast.AT))

    answer = desk.post(
        page("document_new"),
        sent(title="Autre", kind="page", language="fr", place="presentation"),
    )

    assert answer.status_code == 422


def test_a_draft_is_edited(desk, draft):
    desk.post(
        page("version_edit", draft.pk),
        sent(title="Ce qui se passe", body="Un.\r\n\r\nDeux.", dated="2021-03-01"),
    )

    draft.refresh_from_db()
    assert (draft.title, draft.body, draft.dated) == (
        "Ce qui se passe",
        "Un.\n\nDeux.",
        date(2021, 3, 1),
    )


def test_a_preview_shows_the_text_and_saves_nothing(desk, draft):
    answer = desk.post(
        page("version_edit", draft.pk),
        sent(title="Essai", body="## Titre\n\n<script>alert(1)</script>", step="look"),
    )

    text = answer.content.decode()
    draft.refresh_from_db()
    assert "<h3>Titre</h3>" in text
    assert "<script>alert" not in text
    assert draft.title == "Présentation"


def test_two_people_who_edit_one_draft_see_both_texts(desk, draft, odile):
    publishing.edit(draft, By(odile, cast.AT), changes={"body": "Le texte d’Oscar."})

    answer = desk.post(
        page("version_edit", draft.pk), sent(base=1, title="Présentation", body="Le mien.")
    )

    text = answer.content.decode()
    draft.refresh_from_db()
    assert answer.status_code == 409
    assert "Le texte d’Oscar." in text
    assert "Le mien." in text
    assert draft.body == "Le texte d’Oscar."


def test_sending_again_after_a_conflict_takes_my_text(desk, draft, odile):
    publishing.edit(draft, By(odile, cast.AT), changes={"body": "Le texte d’Oscar."})
    again = desk.post(
        page("version_edit", draft.pk), sent(base=1, title="Présentation", body="Le mien.")
    ).content.decode()
    base = re.search(r'name="base" value="(\d+)"', again)[1]

    desk.post(page("version_edit", draft.pk), written(base=base) | {"body": "Le mien."})

    draft.refresh_from_db()
    assert draft.body == "Le mien."


def test_a_file_is_kept_with_its_kind_its_size_and_its_digest(desk, draft):
    given = SimpleUploadedFile("Plan du quartier.png", picture(), "text/html")

    desk.post(page("version_edit", draft.pk), written(file=given))

    draft.refresh_from_db()
    assert (draft.file_name, draft.media_type) == ("Plan-du-quartier.png", "image/png")
    assert draft.size == draft.file.size
    assert draft.file_sha256[:40] in draft.file.name


def test_a_refused_file_says_why_and_keeps_what_was_typed(desk, draft):
    given = SimpleUploadedFile("plan.svg", b"<svg onload=alert(1)>", "image/svg+xml")

    answer = desk.post(
        page("version_edit", draft.pk), sent(title="Le titre tapé", body="x", file=given)
    )

    text = answer.content.decode()
    assert answer.status_code == 422
    assert "SVG" in text
    assert "Le titre tapé" in text


def test_a_file_of_a_draft_is_read_from_the_desk_as_a_download_only(desk, draft, client, awa):
    desk.post(
        page("version_edit", draft.pk),
        written(file=SimpleUploadedFile("plan.png", picture(), "image/png")),
    )

    answer = desk.get(page("version_file", draft.pk))
    b"".join(answer.streaming_content)
    client.force_login(awa)

    assert answer["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer["Content-Security-Policy"]
    assert client.get(page("version_file", draft.pk)).status_code == 403


def test_a_file_can_be_taken_out_of_a_draft(desk, draft):
    desk.post(
        page("version_edit", draft.pk),
        written(file=SimpleUploadedFile("plan.png", picture(), "image/png")),
    )

    desk.post(page("version_edit", draft.pk), written(remove_file="on"))

    draft.refresh_from_db()
    assert (draft.file.name, draft.file_sha256) == ("", "")


def test_a_file_without_its_words_is_not_validated(desk, draft):
    desk.post(
        page("version_edit", draft.pk),
        written(file=SimpleUploadedFile("plan.png", picture(), "image/png")),
    )

    answer = desk.post(page("version_act", draft.pk, "valider"), sent())

    assert answer.status_code == 409
    assert "description" in answer.content.decode()


def test_a_draft_is_validated_then_published_then_fixed(desk, draft):
    desk.post(page("version_act", draft.pk, "valider"), sent())
    desk.post(page("version_act", draft.pk, "publier"), sent())

    refused = desk.post(page("version_edit", draft.pk), written())

    draft.refresh_from_db()
    assert draft.state == "published"
    assert refused.status_code == 409


def test_publishing_says_first_what_becomes_public(desk, draft, odile):
    publishing.validate(draft, By(odile, cast.AT))

    seen = desk.get(page("version_act", draft.pk, "publier")).content.decode()

    assert "Le texte devient public" in seen


def test_a_correction_is_a_new_version_that_replaces_the_old(desk, published, odile):
    answer = desk.post(page("version_new", published.pk), sent())
    second = Version.objects.get(number=2)
    desk.post(
        page("version_edit", second.pk), sent(title="Présentation", body="Corrigé.", change="Faute")
    )
    desk.post(page("version_act", second.pk, "valider"), sent())
    desk.post(page("version_act", second.pk, "publier"), sent())

    published.refresh_from_db()
    second.refresh_from_db()
    assert answer.url == page("version_edit", second.pk)
    assert (published.state, published.body) == ("superseded", "Bonjour.")
    assert (second.state, second.body) == ("published", "Corrigé.")


def test_asking_twice_for_a_new_version_leads_to_the_same_draft(desk, published):
    desk.post(page("version_new", published.pk), sent())
    desk.post(page("version_new", published.pk), sent())

    assert Version.objects.count() == 2


def test_a_text_is_withdrawn_with_its_reason(desk, published):
    refused = desk.post(page("version_withdraw", published.pk), sent(reason=""))
    desk.post(page("version_withdraw", published.pk), sent(reason="Un nom y était."))

    published.refresh_from_db()
    assert refused.status_code == 422
    assert (published.state, published.withdrawal_reason) == ("withdrawn", "Un nom y était.")


def test_falc_names_its_readers(desk, draft):
    answer = desk.post(
        page("version_edit", draft.pk), written(plain_body="Bonjour.", plain_status="falc")
    )

    assert answer.status_code == 422
    assert "relu" in answer.content.decode()


def test_drafts_come_first_in_the_list(desk, published, poitiers, odile):
    other = Document(convention=poitiers, slug="autre", kind="news")
    late = publishing.draft(Version(document=other, title="Autre"), By(odile, cast.START))

    shown = desk.get(page("documents")).context["page"]

    assert list(shown) == [late, published]


@pytest.mark.parametrize(
    ("asked", "found"),
    [({"q": "autre"}, ["Autre"]), ({"etat": "published"}, ["Présentation"]),
     ({"nature": "news"}, ["Autre"]), ({"tri": "title"}, ["Autre", "Présentation"]),
     ({"q": "rien"}, []), ({"page": "99", "tri": "'; drop"}, ["Autre", "Présentation"])],
)  # fmt: skip
def test_the_list_is_searched_and_sorted(desk, published, poitiers, odile, asked, found):
    other = Document(convention=poitiers, slug="autre", kind="news")
    publishing.draft(Version(document=other, title="Autre"), By(odile, cast.AT))

    assert [str(one) for one in desk.get(page("documents"), asked).context["page"]] == found


def test_a_version_of_another_convention_is_not_found(desk, draft, alice, client):
    cast.convention(alice, slug="ailleurs")
    client.force_login(alice)

    answer = client.get(reverse("desk:version", args=["ailleurs", draft.pk]))

    assert answer.status_code in {403, 404}


def test_an_unknown_act_is_not_found(desk, draft):
    assert desk.get(page("version_act", draft.pk, "effacer")).status_code == 404


@pytest.mark.parametrize("name", ["version", "version_edit", "version_withdraw", "version_new"])
def test_a_member_does_not_see_a_draft(client, draft, awa, name):
    client.force_login(awa)

    assert client.get(page(name, draft.pk)).status_code == 403


@pytest.mark.parametrize("name", ["version_edit", "version_new", "version_withdraw"])
def test_what_cancels_is_a_link_back(desk, draft, odile, name):
    if name != "version_edit":
        publishing.validate(draft, By(odile, cast.AT))
        publishing.publish(draft, By(odile, cast.AT))

    text = desk.get(page(name, draft.pk)).content.decode()

    assert re.search(rf'button-quiet[^>]* href="{page("version", draft.pk)}"', text)


def test_a_file_that_is_lost_says_so_at_the_desk(desk, draft):
    given = SimpleUploadedFile("plan.png", picture(), "image/png")
    desk.post(page("version_edit", draft.pk), written(file=given))
    draft.refresh_from_db()
    draft.file.storage.delete(draft.file.name)

    answer = desk.get(page("version_file", draft.pk))

    assert answer.status_code == 404
    assert "plan.png" in answer.content.decode()
