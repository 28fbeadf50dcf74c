"""A quota table goes from a spreadsheet to a draft to the public, and each step is looked at."""

import uuid
from random import Random

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from isegoria.convention.models import QuotaCell, QuotaTable
from tests.web.reading import said

TABLE = (
    "critère;valeur;min;cible;max;source\nSexe;Femme;15;16;17;Insee\nSexe;Homme;13;14;15;Insee\n"
)


def sent(client, name, fields, *args):
    return client.post(reverse(name, args=args), {"once": str(uuid.uuid4()), **fields})


@pytest.fixture
def desk(client, odile):
    client.force_login(odile)
    return client


def uploaded(desk, convention, text=TABLE, name="quotas.csv", size="30"):
    file = SimpleUploadedFile(name, text.encode() if isinstance(text, str) else text)
    fields = {"file": file, "panel_size": size, "note": "Reconstituée."}
    return sent(desk, "desk:quota_upload", fields, convention.slug)


def confirmed(desk, convention, look):
    form = look.context["form"]
    fields = {name: form[name].value() for name in ("cells", "panel_size", "note")}
    return sent(desk, "desk:quota_import", fields, convention.slug)


@pytest.fixture
def draft(desk, poitiers):
    confirmed(desk, poitiers, uploaded(desk, poitiers))
    return QuotaTable.objects.get()


def test_a_file_is_shown_with_its_sums_and_nothing_is_stored(desk, poitiers):
    page = said(uploaded(desk, poitiers))

    assert "2 cases lues dans « quotas.csv »" in page
    assert "le compte y est" in page
    assert not QuotaTable.objects.exists()


def test_a_table_that_fits_no_panel_is_said_to(desk, poitiers):
    page = said(uploaded(desk, poitiers, size="50"))

    assert "aucun panel ne convient" in page


def test_what_was_looked_at_is_what_is_imported(draft, poitiers):
    assert (draft.state, draft.number, draft.panel_size) == ("draft", 1, 30)
    assert draft.note == "Reconstituée."
    assert [cell.value for cell in draft.cells.all()] == ["Femme", "Homme"]


def test_what_was_looked_at_cannot_be_changed_on_the_way(desk, poitiers):
    look = uploaded(desk, poitiers)
    cells = look.context["form"]["cells"].value()

    answer = sent(
        desk, "desk:quota_import", {"cells": cells[:-3] + "abc", "panel_size": "30"}, poitiers.slug
    )

    assert answer.status_code == 422
    assert not QuotaTable.objects.exists()


def test_a_faulty_file_changes_nothing_and_every_fault_is_located(desk, poitiers):
    text = TABLE.replace("13;14;15", "13;dix;15").replace("Sexe;Femme", ";Femme")

    answer = uploaded(desk, poitiers, text)

    page = said(answer)
    assert answer.status_code == 422
    assert "2 défauts dans « quotas.csv »" in page
    assert "<code>dix</code>" in page
    assert not QuotaTable.objects.exists()


def test_a_file_s_content_is_shown_as_text(desk, poitiers):
    text = TABLE.replace("13;14;15", "<script>;14;15")

    page = said(uploaded(desk, poitiers, text, name="<b>.csv"))

    assert "<script>;" not in page
    assert "&lt;script&gt;" in page


def test_a_draft_is_frozen_and_becomes_the_table_in_force(desk, poitiers, draft):
    page = said(desk.get(reverse("desk:quota_freeze", args=[poitiers.slug, 1])))
    answer = sent(desk, "desk:quota_freeze", {"base": "1", "reason": ""}, poitiers.slug, 1)

    draft.refresh_from_db()
    assert "deviennent publiques" in page
    assert answer.status_code == 302
    assert draft.state == "frozen"


def test_a_cell_without_a_source_keeps_the_table_from_being_frozen(desk, poitiers):
    confirmed(desk, poitiers, uploaded(desk, poitiers, TABLE.replace("15;Insee", "15;")))

    page = said(desk.get(reverse("desk:quota_table", args=[poitiers.slug, 1])))
    answer = sent(desk, "desk:quota_freeze", {"base": "1", "reason": "x"}, poitiers.slug, 1)

    assert "sans source" in page
    assert "doit citer sa source" in page
    assert answer.status_code == 409


def test_a_second_table_needs_a_reason_and_replaces_the_first(desk, poitiers, draft):
    sent(desk, "desk:quota_freeze", {"base": "1", "reason": ""}, poitiers.slug, 1)
    confirmed(desk, poitiers, uploaded(desk, poitiers))

    silent = sent(desk, "desk:quota_freeze", {"base": "1", "reason": ""}, poitiers.slug, 2)
    told = sent(desk, "desk:quota_freeze", {"base": "1", "reason": "Erreur."}, poitiers.slug, 2)

    assert (silent.status_code, told.status_code) == (422, 302)
    assert [one.state for one in QuotaTable.objects.order_by("number")] == ["replaced", "frozen"]


def test_a_draft_is_discarded(desk, poitiers, draft):
    sent(desk, "desk:quota_discard", {"base": "1"}, poitiers.slug, 1)

    draft.refresh_from_db()
    assert draft.state == "discarded"
    assert QuotaCell.objects.count() == 2


def test_the_desk_s_quotas_are_not_for_members(client, poitiers, awa):
    client.force_login(awa)

    assert client.get(reverse("desk:quotas", args=[poitiers.slug])).status_code == 403
    assert uploaded(client, poitiers).status_code == 403


@pytest.mark.parametrize("number", [2, 99])
def test_a_version_that_does_not_exist_is_not_found(desk, poitiers, draft, number):
    assert desk.get(reverse("desk:quota_table", args=[poitiers.slug, number])).status_code == 404


def test_going_to_the_second_step_alone_leads_to_the_first(desk, poitiers):
    answer = desk.get(reverse("desk:quota_import", args=[poitiers.slug]))

    assert answer.url == reverse("desk:quota_upload", args=[poitiers.slug])


def test_sources_as_long_as_books_are_refused_before_they_block_the_next_page(desk, poitiers):
    chance = Random(1)
    lines = "".join(
        f"Âge;{number} ans;0;0;1;{chance.randbytes(140).hex()}\n" for number in range(4800)
    )

    answer = uploaded(desk, poitiers, "critère;valeur;min;cible;max;source\n" + lines)

    assert answer.status_code == 422
    assert "beaucoup trop longs" in said(answer)
