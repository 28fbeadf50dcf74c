"""The database refuses to rewrite the journal, and what was published or said.

On SQLite a later migration that rebuilds one of these tables loses its triggers: it must end
with the same line as here (a test looks).
"""

from django.db import migrations

from isegoria.convention.journal.immutable import (
    append_only,
    forgotten_or_kept,
    kept_columns,
    only_grows,
)

VERSION = ["document_id", "number", "title", "summary", "body", "dated", "precision", "source",
           "change", "file", "file_name", "media_type", "size", "file_sha256", "text_alternative",
           "plain_body", "plain_status", "plain_readers", "plain_since", "content_sha256"]
MANDATE = ["convention_id", "number", "question", "scope", "commitment", "answer_due",
           "answer_due_text", "panel_min", "panel_max", "act_reference", "decided_on", "precision",
           "reason", "source", "recorded_at", "content_sha256"]
QUOTAS = ["convention_id", "number", "panel_size", "note", "reason", "content_sha256",
          "recorded_at", "frozen_at"]


class Migration(migrations.Migration):
    dependencies = [("convention", "0001_initial")]
    operations = [
        append_only("convention_entry"),
        append_only("convention_calendardate"),
        append_only("convention_quotacell"),
        kept_columns("convention_version", VERSION, unless_state="draft"),
        kept_columns("convention_mandateversion", MANDATE),
        kept_columns("convention_quotatable", QUOTAS, unless_state="draft"),
        kept_columns("convention_interestdeclaration", ["seat_id", "nothing", "text", "declared_at"]),
        kept_columns("convention_launchopinion", ["convention_id", "verdict", "text", "given_at"]),
        kept_columns("convention_deed", ["entry_id", "actor_id", "on_behalf_of_id"]),
        forgotten_or_kept("convention_disclosure", ["entry_id", "salt", "body"]),
        only_grows("convention_log", "size"),
    ]
