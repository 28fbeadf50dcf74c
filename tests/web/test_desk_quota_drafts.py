"""A quota table is made at the desk, criterion by criterion, from reference figures."""

import json
import uuid

import pytest
from django.urls import reverse

from isegoria.convention.chartered import By
from isegoria.convention.models import Entry, QuotaCell, QuotaTable
from isegoria.convention.verbs import quotas
from tests.cast import AT
from tests.web.reading import said
from tests.web.test_desk_quotas import sent

SEX = "Femme ; 34 507\nHomme ; 30 318"
INSEE = "Insee, recensement 2006"


@pytest.fixture
def desk(client, odile):
    client.force_login(odile)
    return client


def begun(desk, poitiers, **more):
    fields = {"start": "empty", "panel_size": "30", "note": "", **more}
    return sent(desk, "desk:quota_begin", fields, poitiers.slug)


@pytest.fixture
def draft(desk, poitiers):
    begun(desk, poitiers)
    return QuotaTable.objects.get()


@pytest.fixture
def by_hundreds(poitiers, odile):
    """A draft whose one criterion has more values than a page can show."""
    streets = [
        QuotaCell(criterion="Rue", value=f"rue {n}", minimum=0, target=0, maximum=30)
        for n in range(101)
    ]
    table = QuotaTable(convention=poitiers, panel_size=30)
    return quotas.import_table(table, By(odile, AT), cells=streets)


def computed(desk, draft, lines=SEX, **more):
    fields = {"criterion": "Sexe", "lines": lines, "source": INSEE, "mark": "D", "tolerance": "1"}
    return sent(desk, "desk:quota_figures", {**fields, **more}, draft.convention.slug, draft.number)


def typed(form):
    """What the browser sends of a form that nobody touched."""
    values = {field.name: field.value() for field in form}
    return {name: value for name, value in values.items() if value not in (None, "", False)}


def kept(desk, draft, look, **changes):
    fields = {**typed(look.context["form"]), **changes}
    return sent(desk, "desk:quota_criterion", fields, draft.convention.slug, draft.number)


def opened(desk, draft, name):
    page = reverse("desk:quota_criterion", args=[draft.convention.slug, draft.number])
    return desk.get(page, {"critere": name})


def with_sex(desk, draft):
    kept(desk, draft, computed(desk, draft))


def with_age(desk, draft):
    lines = "moins de 40 ans ; 50 %\n40 ans ou plus ; 50 %"
    kept(desk, draft, computed(desk, draft, lines, criterion="Âge"))


def cells(draft):
    return [(cell.criterion, cell.value, *cell.figures) for cell in draft.cells.all()]


def names(draft):
    return list(dict.fromkeys(cell.criterion for cell in draft.cells.all()))


def test_a_draft_begins_empty_and_says_so(desk, poitiers, draft):
    page = said(desk.get(reverse("desk:quota_table", args=[poitiers.slug, 1])))

    assert (draft.state, draft.panel_size) == ("draft", 30)
    assert "La table n’a encore aucun critère." in page


def test_figures_become_seats_and_their_exact_shares_are_shown_before_anything_is_kept(desk, draft):
    answer = computed(desk, draft)

    rows = [(row.fields[0].value(), row.share) for row in answer.context["form"].lines()]
    assert rows == [("Femme", "15,97"), ("Homme", "14,03")]
    assert cells(draft) == []


def test_the_cells_that_were_looked_at_are_kept_with_their_figure_in_their_source(desk, draft):
    with_sex(desk, draft)

    assert cells(draft) == [("Sexe", "Femme", 15, 16, 17), ("Sexe", "Homme", 13, 14, 15)]
    assert draft.cells.first().source.replace("\u00a0", " ").replace("\u202f", " ") == (
        "déduit (D) : Insee, recensement 2006 (34 507 sur 64 825)"
    )


def test_a_cell_is_adjusted_before_it_is_kept(desk, draft):
    kept(desk, draft, computed(desk, draft), minimum_0="14", source_0="Choix du comité (A)")

    cell = draft.cells.first()
    assert (cell.figures, cell.source) == ((14, 16, 17), "Choix du comité (A)")


def test_a_channel_gets_exact_quotas(desk, draft):
    lines = "Téléphone ; 20\nAssociation ; 10"
    kept(desk, draft, computed(desk, draft, lines, criterion="Voie", exact="on", mark="S"))

    assert cells(draft) == [("Voie", "Téléphone", 20, 20, 20), ("Voie", "Association", 10, 10, 10)]


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ("Femme 34507\nHomme ; 3", "Ligne 1 : il manque le point-virgule"),
        ("Femme ; dix\nHomme ; 3", "« dix » n’est pas un chiffre"),
        ("Femme ; -3\nHomme ; 3", "« -3 » n’est pas un chiffre"),
        ("Femme ; 1e9\nHomme ; 3", "« 1e9 » n’est pas un chiffre"),
        ("Femme ; 3\nFemme ; 4", "Ligne 2 : cette valeur est écrite deux fois."),
        ("; 3\nFemme ; 4", "Ligne 1 : il manque la valeur."),
        ("=A1 ; 3\nFemme ; 4", "ne commencez pas par = ni par @."),
        ("Femme ; 3", "Un critère a au moins deux valeurs."),
        ("Femme ; 3 %\nHomme ; 12", "Écrivez partout des pourcentages"),
        ("Femme ; 0\nHomme ; 0", "Aucun chiffre de référence n’est positif"),
    ],
)
def test_figures_that_cannot_be_read_are_told_line_by_line(desk, draft, lines, fault):
    answer = computed(desk, draft, lines)

    assert answer.status_code == 422
    assert fault in said(answer)
    assert cells(draft) == []


def test_a_minimum_over_its_target_is_refused_where_it_stands(desk, draft):
    answer = kept(desk, draft, computed(desk, draft), minimum_0="20")

    assert answer.status_code == 422
    assert "au moins (20) ≤ visé (16) ≤ au plus (17)" in said(answer)
    assert cells(draft) == []


def test_what_no_panel_can_satisfy_is_said_while_it_is_written(desk, draft):
    answer = kept(desk, draft, computed(desk, draft), maximum_0="16", target_1="13",
                  maximum_1="13", step="look")  # fmt: skip

    page = said(answer)
    assert "les maximums font 29 pour 30 places. Relevez-les de 1 place." in page
    assert cells(draft) == []


def test_lines_are_added_without_losing_what_was_typed(desk, draft):
    answer = kept(desk, draft, computed(desk, draft), source_1="Autre", step="more")

    rows = [[field.value() for field in row.fields] for row in answer.context["form"].lines()]
    assert (len(rows), rows[1][0], rows[1][4]) == (4, "Homme", "Autre")


def test_a_criterion_is_renamed_and_loses_a_value_in_its_place(desk, draft):
    with_sex(desk, draft)
    with_age(desk, draft)

    changes = {"criterion": "Genre", "value_1": "", "target_0": "30", "maximum_0": "30"}
    answer = kept(desk, draft, opened(desk, draft, "Sexe"), **changes)

    page = said(desk.get(answer.url))
    assert cells(draft)[0] == ("Genre", "Femme", 15, 30, 30)
    assert names(draft) == ["Genre", "Âge"]
    assert "« Genre » n’a qu’une valeur" in page


def test_a_criterion_moves_up_and_is_removed(desk, poitiers, draft):
    with_sex(desk, draft)
    with_age(desk, draft)

    sent(desk, "desk:quota_move", {"base": "3", "criterion": "Âge", "way": "up"}, poitiers.slug, 1)
    moved = names(draft)
    page = reverse("desk:quota_remove", args=[poitiers.slug, 1]) + "?critere=Sexe"
    desk.post(page, {"once": str(uuid.uuid4()), "base": "4"})

    assert moved == ["Âge", "Sexe"]
    assert names(draft) == ["Âge"]


def test_two_people_who_write_the_same_criterion_see_both_texts(desk, draft):
    with_sex(desk, draft)
    mine = opened(desk, draft, "Sexe")
    kept(desk, draft, opened(desk, draft, "Sexe"), maximum_0="18")

    answer = kept(desk, draft, mine, minimum_0="13")

    page = said(answer)
    assert answer.status_code == 409
    assert "Quelqu’un a enregistré une autre version" in page
    assert [(one.label, one.typed, one.stored) for one in answer.context["conflict"]] == [
        ("au moins, ligne 1", "13", "15"),
        ("au plus, ligne 1", "17", "18"),
    ]
    assert cells(draft)[0] == ("Sexe", "Femme", 15, 16, 18)


def test_the_size_of_the_panel_changes_and_the_draft_says_what_no_longer_adds_up(
    desk, poitiers, draft
):
    with_sex(desk, draft)

    fields = {"panel_size": "40", "note": "Deux de plus.", "base": "2"}
    answer = sent(desk, "desk:quota_about", fields, poitiers.slug, 1)

    draft.refresh_from_db()
    assert (draft.panel_size, draft.note) == (40, "Deux de plus.")
    assert "les maximums font 32 pour 40 places. Relevez-les de 8 places." in said(
        desk.get(answer.url)
    )


def test_each_change_of_a_draft_is_told_with_the_digest_of_what_it_holds(desk, draft):
    with_sex(desk, draft)

    draft.refresh_from_db()
    entry = Entry.objects.get(act="quotas.edit")
    assert json.loads(entry.disclosure.body)["records"] == {
        "number": 1,
        "cells": 2,
        "content_sha256": draft.content_sha256,
    }


def test_a_frozen_table_is_no_longer_written(desk, poitiers, draft):
    with_sex(desk, draft)
    look = opened(desk, draft, "Sexe")
    sent(desk, "desk:quota_freeze", {"base": "2", "reason": ""}, poitiers.slug, 1)

    answer = kept(desk, draft, look, maximum_0="18", base="3")

    assert answer.status_code == 409
    assert QuotaCell.objects.count() == 2


def test_an_amendment_begins_with_the_cells_in_force(desk, poitiers, draft):
    with_sex(desk, draft)
    sent(desk, "desk:quota_freeze", {"base": "2", "reason": ""}, poitiers.slug, 1)

    begun(desk, poitiers, start="copy")

    assert cells(QuotaTable.objects.get(number=2)) == cells(draft)


def test_a_frozen_table_offers_no_form(desk, poitiers, draft):
    with_sex(desk, draft)
    sent(desk, "desk:quota_freeze", {"base": "2", "reason": ""}, poitiers.slug, 1)

    pages = [
        opened(desk, draft, "Sexe"),
        desk.get(reverse("desk:quota_figures", args=[poitiers.slug, 1])),
    ]

    for page in pages:
        assert "Ce n’est plus possible" in said(page)
        assert "Enregistrer dans le brouillon" not in said(page)
        assert "Calculer" not in said(page)


def test_a_criterion_of_very_many_values_goes_by_the_spreadsheet(desk, poitiers, by_hundreds):
    answer = desk.get(
        reverse("desk:quota_criterion", args=[poitiers.slug, 1]) + "?critere=Rue", follow=True
    )

    assert "Ce critère a plus de 100 valeurs" in said(answer)


def test_what_moved_meanwhile_is_not_moved_again(desk, poitiers, draft):
    with_sex(desk, draft)
    with_age(desk, draft)
    fields = {"base": "3", "criterion": "Âge", "way": "up"}
    sent(desk, "desk:quota_move", fields, poitiers.slug, 1)

    answer = sent(desk, "desk:quota_move", fields, poitiers.slug, 1)

    assert answer.status_code == 409
    assert names(draft) == ["Âge", "Sexe"]


def test_members_write_no_draft(client, poitiers, draft, awa):
    client.force_login(awa)

    assert opened(client, draft, "Sexe").status_code == 403
    assert computed(client, draft).status_code == 403
    assert begun(client, poitiers).status_code == 403
