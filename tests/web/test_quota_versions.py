"""A table that was published is amended in the open: what changed is shown, and guarantors hear."""

import io

import pytest
from django.core import mail
from django.urls import reverse
from openpyxl import load_workbook

from isegoria.convention.chartered import By
from isegoria.convention.models import QuotaCell, QuotaTable
from isegoria.convention.recruitment.amending import changes
from isegoria.convention.recruitment.sheets import read
from isegoria.convention.verbs import quotas
from isegoria.core.sheets.reading import sheet
from isegoria.core.sortition.readings import quotas_of
from tests.cast import AT
from tests.web.reading import said
from tests.web.test_desk_quotas import sent

WOMEN = ("Sexe", "Femme", 15, 16, 17, "Insee (V)")
MEN = ("Sexe", "Homme", 13, 14, 15, "déduit (D) : le reste ; calage : hypothèse (A)")
YOUNG, OLD = ("Âge", "- de 40 ans", 14, 15, 16, "Insee"), ("Âge", "40 ans", 14, 15, 16, "Insee")


def cell(criterion, value, low, aim, high, source):
    return QuotaCell(
        criterion=criterion, value=value, minimum=low, target=aim, maximum=high, source=source
    )


def drafted(convention, by, *cells):
    table = QuotaTable(convention=convention, panel_size=30)
    return quotas.import_table(table, by, cells=[cell(*one) for one in cells])


@pytest.fixture
def by(odile):
    return By(odile, AT)


@pytest.fixture(autouse=True)
def posted(settings):
    """Letters leave at once."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


@pytest.fixture
def amended(poitiers, by, django_capture_on_commit_callbacks):
    """Two versions: women change, an age is removed, another comes."""
    quotas.freeze(drafted(poitiers, by, WOMEN, MEN, YOUNG, OLD), by)
    older = ("Âge", "40 ans ou plus", 14, 15, 16, "Insee")
    second = drafted(poitiers, by, (*WOMEN[:2], 14, *WOMEN[3:]), MEN, YOUNG, older)
    with django_capture_on_commit_callbacks(execute=True):
        quotas.freeze(second, by, reason="Erreur de recopie.")
    return second


@pytest.fixture
def desk(client, odile):
    client.force_login(odile)
    return client


def test_what_changed_is_told_cell_by_cell():
    before = [cell(*WOMEN), cell(*MEN), cell(*YOUNG)]
    after = [cell(*WOMEN[:5], "Insee, 2021 (V)"), cell(*MEN), cell(*OLD)]

    found = [(one.kind, one.cell.value, one.moved) for one in changes(before, after)]

    assert found == [
        ("changed", "Femme", False),
        ("added", "40 ans", True),
        ("removed", "- de 40 ans", True),
    ]


@pytest.mark.usefixtures("gaston")
def test_the_guarantors_hear_of_an_amendment_with_its_reason_and_what_changed(amended):
    letters = [one for one in mail.outbox if "table des quotas" in one.subject]

    assert [one.to for one in letters] == [["gaston@exemple.org"]]
    text = letters[0].body.replace("\u00a0", " ")
    assert "Raison : Erreur de recopie." in text
    assert "- Sexe · Femme : 15, 16, 17 → 14, 16, 17" in text
    assert "- Âge · 40 ans : 14, 15, 16 → —" in text
    assert "/recrutement/?version=2#quotas" in text


@pytest.mark.usefixtures("gaston")
def test_the_first_table_is_no_amendment(poitiers, by, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        quotas.freeze(drafted(poitiers, by, WOMEN, MEN), by)

    assert mail.outbox == []


def test_the_public_reads_what_changed_and_any_version_as_a_file(client, poitiers, amended, by):
    page = reverse("public:recruitment", args=[poitiers.slug])
    client.force_login(by.actor)

    newest, first = said(client.get(page)), said(client.get(page + "?version=1"))
    file = client.get(reverse("public:quotas_csv", args=[poitiers.slug]) + "?version=1")

    assert "Ce qui a changé depuis la version 1" in newest
    assert "Ce qui a changé depuis" not in first
    assert b"Femme,15,17,16" in file.content


def test_marks_of_provenance_are_words_on_the_public_page_and_at_the_desk(desk, poitiers, amended):
    public = said(desk.get(reverse("public:recruitment", args=[poitiers.slug])))
    inside = said(desk.get(reverse("desk:quota_table", args=[poitiers.slug, 2])))

    for page in (public, inside):
        assert 'badge-success">source vérifiée</span>' in page
        assert 'badge-neutral">déduit</span>' in page
        assert 'badge-warn">hypothèse</span>' in page
        assert "Ce que vaut chaque nombre" in page


def test_two_versions_are_compared_at_the_desk(desk, poitiers, amended):
    page = said(desk.get(reverse("desk:quota_compare", args=[poitiers.slug, 2])))

    assert "De la version 1 à la version 2" in page
    assert "15, 16, 17" in page
    assert "14, 16, 17" in page


def test_a_version_alone_has_nothing_to_be_compared_with(desk, poitiers, by):
    drafted(poitiers, by, WOMEN, MEN)

    page = said(desk.get(reverse("desk:quota_compare", args=[poitiers.slug, 1])))

    assert "Il n’y a qu’une version" in page


def test_a_table_that_no_panel_can_satisfy_is_not_frozen(desk, poitiers, by):
    drafted(poitiers, by, WOMEN, ("Sexe", "Homme", 1, 2, 3, "Insee"))

    page = said(desk.get(reverse("desk:quota_freeze", args=[poitiers.slug, 1])))
    answer = sent(desk, "desk:quota_freeze", {"base": "1", "reason": ""}, poitiers.slug, 1)

    assert "Aucun panel de cette taille ne peut satisfaire toutes les cases" in page
    assert answer.status_code == 409
    assert QuotaTable.objects.get().state == "draft"


def exported(desk, poitiers, kind):
    return desk.get(reverse(f"desk:quota_{kind}", args=[poitiers.slug, 2])).content


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_file_of_a_version_is_read_back_as_the_same_table(desk, poitiers, amended, kind):
    reading = read(f"quotas.{kind}", exported(desk, poitiers, kind))

    assert reading.faults == ()
    assert [(one.value, one.figures, one.source) for one in reading.cells] == [
        (one.value, one.figures, one.source) for one in amended.cells.all()
    ]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_same_file_is_read_by_the_draw_of_the_command_line(desk, poitiers, amended, kind):
    found = quotas_of(sheet(f"quotas.{kind}", exported(desk, poitiers, kind)))

    assert [(one.criterion, one.least, one.most) for one in found] == [
        (one.criterion, one.minimum, one.maximum) for one in amended.cells.all()
    ]


def test_no_cell_of_a_workbook_is_a_formula(desk, poitiers, by):
    drafted(poitiers, by, ("Sexe", "=1+1", 0, 1, 30, "@x"), MEN)

    body = desk.get(reverse("desk:quota_xlsx", args=[poitiers.slug, 1])).content

    row = list(load_workbook(io.BytesIO(body)).active.rows)[1]
    assert [one.data_type for one in row] == ["s", "s", "n", "n", "n", "s"]
