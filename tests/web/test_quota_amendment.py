"""After a list was sealed, another table is an amendment, and its page says so. Its cells are kept
by the database from the day it is frozen."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from isegoria.convention.models import QuotaTable
from tests import story
from tests.web.reading import said


def test_once_a_list_is_sealed_the_page_says_what_an_amendment_changes(told, client):
    later = story.quota_table(told)
    client.force_login(told.odile)

    page = said(client.get(reverse("desk:quota_freeze", args=[told.convention.slug, later.number])))

    assert "Une liste de tirage est déjà scellée" in page
    assert "Les garants seront prévenus par courriel, avec votre raison." in page
    assert "retirée" in page


def deleted(table):
    key = table._meta.pk.get_db_prep_value(table.pk, connection)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM convention_quotacell WHERE table_id = %s", [key])
        return cursor.rowcount


@pytest.mark.parametrize("state", ["frozen", "replaced", "discarded"])
def test_the_cells_of_a_table_that_is_no_draft_are_kept_by_the_database(told, state):
    table = QuotaTable.objects.filter(state=state)[0]

    with pytest.raises(IntegrityError, match="is kept as it is"):
        deleted(table)


def test_the_cells_of_a_draft_may_be_written_again(told):
    assert deleted(story.quota_table(told)) == 3
