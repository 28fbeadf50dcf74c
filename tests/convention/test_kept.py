"""The database itself refuses to rewrite what was done, said or published."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from isegoria.convention.models import Disclosure
from isegoria.convention.verbs import publishing
from tests import story

pytestmark = pytest.mark.django_db
ROWS_THAT_ARE_KEPT = (
    "entry",
    "calendardate",
    "quotacell",
    "reading",
    "signer",
    "remark",
    "wording",
)
TABLES_THAT_ARE_KEPT = {
    "version": ("title", "summary", "body", "source", "file", "text_alternative", "plain_body",
                "plain_readers", "content_sha256", "number"),
    "mandateversion": ("question", "scope", "commitment", "act_reference", "reason", "source",
                       "content_sha256", "number", "panel_min", "panel_max"),
    "quotatable": ("note", "reason", "content_sha256", "panel_size", "number"),
    "interestdeclaration": ("text",),
    "launchopinion": ("text", "verdict"),
    "draw": ("notice", "notice_sha256", "pool_sha256", "source", "source_text", "number"),
    "composition": ("tables", "filled", "pool", "seats", "number"),
    "rules": ("alternates", "quorum_percent", "reason", "number"),
    "erasure": ("count",),
    "question": ("text", "answer", "origin", "number"),
    "expertrequest": ("text", "origin", "number"),
    "capture": ("text", "alternative", "transcript", "file_sha256", "kind", "group"),
}  # fmt: skip
NUMBERS = {
    "alternates",
    "count",
    "filled",
    "number",
    "pool",
    "quorum_percent",
    "seats",
    "panel_min",
    "panel_max",
    "panel_size",
}
FITTING = {
    "source": "'named'",
    "tables": "'[1]'",
    "origin": "'public'",
}  # what the column's type takes
FREE = (
    "'draft', 'discarded', 'abandoned', 'captured', 'transcribed', 'confirmed',"
    " 'received', 'asked', 'confided', 'answered'"
)
ALL = (*ROWS_THAT_ARE_KEPT, *TABLES_THAT_ARE_KEPT, "deed")


def run(sql, *values):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.rowcount


@pytest.mark.parametrize("table", ROWS_THAT_ARE_KEPT)
def test_a_row_that_is_kept_cannot_be_changed_in_any_way(told, table):
    with pytest.raises(IntegrityError, match="is kept as it is"):
        run(f"UPDATE convention_{table} SET id = id")


@pytest.mark.parametrize(
    ("table", "column"),
    [(table, column) for table, columns in TABLES_THAT_ARE_KEPT.items() for column in columns],
)
def test_a_column_that_is_kept_cannot_be_changed_by_anybody(told, table, column):
    where = f"WHERE state NOT IN ({FREE})" if "state" in states(table) else ""
    new = "99" if column in NUMBERS else FITTING.get(column, "'rewritten'")

    with pytest.raises(IntegrityError, match="is kept as it is"):
        run(f'UPDATE convention_{table} SET "{column}" = {new} {where}')


def test_the_hand_behind_an_act_cannot_be_changed(told):
    with pytest.raises(IntegrityError, match="is kept as it is"):
        run(
            "UPDATE convention_deed SET actor_id = %s WHERE actor_id = %s",
            key(told.gaston),
            key(told.odile),
        )


@pytest.mark.parametrize(("column", "new"), [("body", "'{}'"), ("salt", "entry_id")])
def test_what_a_sealed_entry_says_cannot_be_changed(told, column, new):
    with pytest.raises(DatabaseError):
        run(f"UPDATE convention_disclosure SET {column} = {new}")


@pytest.mark.parametrize("new", ["size = size - 1", "size = size"])
def test_a_book_never_grows_shorter(told, new):
    with pytest.raises(IntegrityError, match="is kept as it is"):
        run(f"UPDATE convention_log SET {new}")


def test_a_book_is_never_destroyed(told):
    with pytest.raises(IntegrityError, match="is kept as it is"):
        run("DELETE FROM convention_log")


@pytest.mark.parametrize("table", ALL)
def test_nothing_that_is_kept_can_be_deleted(told, table):
    with pytest.raises(IntegrityError, match="is kept as it is"):
        run(f"DELETE FROM convention_{table}")


@pytest.mark.parametrize("table", ALL)
def test_nothing_that_is_kept_can_be_truncated(told, table):
    if connection.vendor != "postgresql":
        assert connection.vendor == "sqlite"  # which has no TRUNCATE: DELETE is refused above
        return
    run("SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises(IntegrityError, match="is kept as it is"):
        run(f"TRUNCATE convention_{table} CASCADE")


def test_a_draft_is_edited_until_it_is_validated_and_again_when_it_is_reopened(told):
    version = story.drafted(told, slug="autre")
    publishing.edit(version, told.organiser, changes={"body": "second thoughts"})
    publishing.validate(version, told.organiser)

    with pytest.raises(IntegrityError, match="is kept as it is"):
        run("UPDATE convention_version SET body = 'x' WHERE id = %s", key(version))
    publishing.reopen(version, told.organiser)

    assert run("UPDATE convention_version SET body = 'x' WHERE id = %s", key(version)) == 1


@pytest.mark.parametrize("state", ["published", "superseded", "withdrawn", "abandoned"])
def test_a_version_that_is_no_longer_a_draft_cannot_be_edited(told, state):
    with pytest.raises(IntegrityError, match="is kept as it is"):
        run("UPDATE convention_version SET body = 'x' WHERE state = %s", state)


def test_a_version_cannot_go_back_to_draft_by_changing_its_text_in_the_same_breath(told):
    with pytest.raises(IntegrityError, match="is kept as it is"):
        run("UPDATE convention_version SET state = 'draft', body = 'x' WHERE state = 'superseded'")


def test_a_disclosure_can_be_forgotten(told):
    assert Disclosure.objects.all()[:1].get().delete()[0] == 1


def test_every_table_that_is_kept_still_has_its_triggers_after_the_last_migration():
    """SQLite drops the triggers of a table that a migration makes again."""
    wanted = {(f"convention_{table}", event) for table in ALL for event in ("UPDATE", "DELETE")}

    assert wanted - triggers() == set()


def triggers():
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT tbl_name, upper(sql) FROM sqlite_master WHERE type = 'trigger'")
            return {
                (table, event)
                for table, sql in cursor.fetchall()
                for event in ("UPDATE", "DELETE")
                if f"BEFORE {event} ON" in sql
            }
        cursor.execute(
            "SELECT event_object_table, event_manipulation FROM information_schema.triggers"
        )
        return set(cursor.fetchall())


def states(table):
    with connection.cursor() as cursor:
        return {
            one.name
            for one in connection.introspection.get_table_description(cursor, f"convention_{table}")
        }


def key(row):
    return row._meta.pk.get_db_prep_value(row.pk, connection)
