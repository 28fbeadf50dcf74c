"""The database refuses to rewrite the journal, and what was published or said."""

from django.db import migrations

from isegoria.convention.journal.immutable import append_only, kept_columns

VERSION = ["document_id", "number", "title", "summary", "body", "dated", "source", "change",
           "file", "file_name", "media_type", "size", "file_sha256", "text_alternative",
           "plain_body", "plain_status", "plain_readers", "plain_since"]
MANDATE = ["convention_id", "number", "question", "scope", "commitment", "answer_due",
           "answer_due_text", "panel_min", "panel_max", "act_reference", "decided_on", "precision",
           "reason", "source", "recorded_at", "content_sha256"]


class Migration(migrations.Migration):
    dependencies = [("convention", "0001_initial")]
    operations = [
        append_only("convention_entry"),
        append_only("convention_calendardate"),
        kept_columns("convention_mandateversion", MANDATE),
        kept_columns("convention_version", VERSION, unless_state="draft"),
        kept_columns("convention_interestdeclaration", ["seat_id", "nothing", "text", "declared_at"]),
        kept_columns("convention_launchopinion", ["convention_id", "verdict", "text", "given_at"]),
        append_only("convention_quotacell"),
    ]
