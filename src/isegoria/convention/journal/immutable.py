"""Triggers that make rows, or some columns of rows, unchangeable on SQLite and PostgreSQL."""

from collections.abc import Callable, Sequence

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation


class Close(Operation):
    """Set triggers. The models of the moment are not rendered for it, as RunPython would, each time."""

    reduces_to_sql = False

    def __init__(self, close: Callable[[BaseDatabaseSchemaEditor], None]) -> None:
        self.close = close

    def state_forwards(self, _app_label: str, _state: object) -> None:
        """The models stay as they are."""

    def database_forwards(
        self, _app_label: str, schema_editor: BaseDatabaseSchemaEditor, _old: object, _new: object
    ) -> None:
        self.close(schema_editor)

    def database_backwards(
        self, _app_label: str, _schema_editor: BaseDatabaseSchemaEditor, _old: object, _new: object
    ) -> None:
        """The triggers go with their table."""

    def describe(self) -> str:
        return "Refuse to rewrite"


def append_only(table: str) -> Close:
    """Refuse UPDATE, DELETE and (PostgreSQL) TRUNCATE on the table."""

    def close(editor: BaseDatabaseSchemaEditor) -> None:
        for event in ("UPDATE", "DELETE"):
            _refuse(editor, table, f"{table}_no_{event.lower()}", event)
        _refuse_truncate(editor, table)

    return Close(close)


def kept_columns(
    table: str, columns: Sequence[str], *, unless_state: str | Sequence[str] = ""
) -> Close:
    """Refuse a change of these columns, unless the row is in `unless_state` (or in one of them);
    refuse DELETE and (PostgreSQL) TRUNCATE.

    Said again of a table, it replaces what was said before.
    """

    def close(editor: BaseDatabaseSchemaEditor) -> None:
        changed = " OR ".join(f"{_distinct(editor, column)}" for column in columns)
        states = [unless_state] if isinstance(unless_state, str) else unless_state
        listed = ", ".join(f"'{state}'" for state in states)
        when = f"({changed})" + (f" AND OLD.state NOT IN ({listed})" if unless_state else "")
        _refuse(editor, table, f"{table}_is_fixed", "UPDATE", when)
        _refuse(editor, table, f"{table}_no_delete", "DELETE")
        _refuse_truncate(editor, table)

    return Close(close)


def forgotten_or_kept(table: str, columns: Sequence[str]) -> Close:
    """Refuse a change of these columns. The row may be destroyed: that is how one forgets."""

    def close(editor: BaseDatabaseSchemaEditor) -> None:
        changed = " OR ".join(_distinct(editor, column) for column in columns)
        _refuse(editor, table, f"{table}_is_fixed", "UPDATE", changed)

    return Close(close)


def kept_with(table: str, owner: str, key: str, *, unless_state: str) -> Close:
    """Refuse UPDATE and TRUNCATE, and DELETE unless the row's owner is in `unless_state`.

    Said again of a table, it replaces what was said before.
    """
    of_its_owner = f"FROM {owner} WHERE id = OLD.{key} AND state = '{unless_state}'"
    free = f"EXISTS (SELECT 1 {of_its_owner})"

    def close(editor: BaseDatabaseSchemaEditor) -> None:
        _refuse(editor, table, f"{table}_no_update", "UPDATE")
        if editor.connection.vendor == "postgresql":  # whose conditions hold no query
            _refuse_unless(editor, table, free)
        else:
            _refuse(editor, table, f"{table}_no_delete", "DELETE", f"NOT {free}")
        _refuse_truncate(editor, table)

    return Close(close)


def only_grows(table: str, column: str) -> Close:
    """Refuse that this number stays or falls when the row is written, DELETE and TRUNCATE."""

    def close(editor: BaseDatabaseSchemaEditor) -> None:
        _refuse(editor, table, f"{table}_only_grows", "UPDATE", f"NEW.{column} <= OLD.{column}")
        _refuse(editor, table, f"{table}_no_delete", "DELETE")
        _refuse_truncate(editor, table)

    return Close(close)


def _distinct(editor: BaseDatabaseSchemaEditor, column: str) -> str:
    operator = "IS DISTINCT FROM" if editor.connection.vendor == "postgresql" else "IS NOT"
    return f'OLD."{column}" {operator} NEW."{column}"'


def _refuse(
    editor: BaseDatabaseSchemaEditor, table: str, name: str, event: str, when: str = ""
) -> None:
    condition = f" WHEN ({when})" if when else ""
    if editor.connection.vendor == "postgresql":
        editor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")
        editor.execute(_postgres_body(table))
        editor.execute(
            f"CREATE TRIGGER {name} BEFORE {event} ON {table}"
            f" FOR EACH ROW{condition} EXECUTE FUNCTION {table}_is_kept()"
        )
    else:
        editor.execute(f"DROP TRIGGER IF EXISTS {name}")
        editor.execute(
            f"CREATE TRIGGER {name} BEFORE {event} ON {table}{condition}"
            f" BEGIN SELECT RAISE(ABORT, '{table} is kept as it is'); END"
        )


def _refuse_unless(editor: BaseDatabaseSchemaEditor, table: str, free: str) -> None:
    """PostgreSQL: refuse DELETE, except of the rows that are free."""
    name = f"{table}_no_delete"
    editor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")
    editor.execute(
        f"CREATE OR REPLACE FUNCTION {table}_is_kept_unless() RETURNS trigger LANGUAGE plpgsql AS"
        f" $$ BEGIN IF {free} THEN RETURN OLD; END IF;"
        f" RAISE EXCEPTION '{table} is kept as it is'"
        " USING ERRCODE = 'integrity_constraint_violation'; END $$"
    )
    editor.execute(
        f"CREATE TRIGGER {name} BEFORE DELETE ON {table}"
        f" FOR EACH ROW EXECUTE FUNCTION {table}_is_kept_unless()"
    )


def _refuse_truncate(editor: BaseDatabaseSchemaEditor, table: str) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_truncate ON {table}")
        editor.execute(_postgres_body(table))
        editor.execute(
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}"
            f" FOR EACH STATEMENT EXECUTE FUNCTION {table}_is_kept()"
        )


def _postgres_body(table: str) -> str:
    return (
        f"CREATE OR REPLACE FUNCTION {table}_is_kept() RETURNS trigger LANGUAGE plpgsql AS"
        f" $$ BEGIN RAISE EXCEPTION '{table} is kept as it is'"
        " USING ERRCODE = 'integrity_constraint_violation'; END $$"
    )
