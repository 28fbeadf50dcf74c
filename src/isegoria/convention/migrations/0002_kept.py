"""The database refuses to rewrite the journal, and what was published, drawn or said.

On SQLite a later migration that rebuilds one of these tables loses its triggers: it must end
with the same line as here (a test looks).
"""

from django.db import migrations

from isegoria.convention.journal.immutable import (
    append_only,
    forgotten_or_kept,
    kept_columns,
    kept_with,
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
DRAW = ["convention_id", "table_id", "number", "source", "source_text", "again", "pool_sha256",
        "notice", "notice_sha256", "certificate", "sealed_at"]  # panels are committed to by the notice
COMPOSITION = ["convention_id", "draw_id", "number", "tables", "seats", "filled", "pool",
               "published_at"]
RULES = ["convention_id", "number", "alternates", "replaced_until", "quorum_percent", "erased_on",
         "reason", "set_at"]
CAPTURE = ["sequence_id", "kind", "round", "table", "group", "text", "file", "file_sha256",
           "alternative", "transcript", "people", "taken_at", "published_at"]
QUESTION = ["number", "origin", "table", "member_id", "session_id", "text", "asked_at",
            "first_due_on", "due_on", "answer", "answered_at", "published_at"]
REQUEST = ["number", "origin", "table", "member_id", "text", "asked_at"]


class Migration(migrations.Migration):
    dependencies = [("convention", "0001_initial")]
    operations = [
        append_only("convention_entry"),
        append_only("convention_calendardate"),
        kept_with("convention_quotacell", "convention_quotatable", "table_id", unless_state="draft"),
        kept_columns("convention_version", VERSION, unless_state="draft"),
        kept_columns("convention_mandateversion", MANDATE),
        kept_columns("convention_quotatable", QUOTAS, unless_state="draft"),
        kept_columns("convention_interestdeclaration", ["seat_id", "nothing", "text", "declared_at"]),
        kept_columns("convention_launchopinion", ["convention_id", "verdict", "text", "given_at"]),
        kept_columns("convention_deed", ["entry_id", "actor_id", "on_behalf_of_id"]),
        forgotten_or_kept("convention_disclosure", ["entry_id", "salt", "body"]),
        only_grows("convention_log", "size"),
        append_only("convention_reading"),
        append_only("convention_signer"),
        append_only("convention_remark"),
        kept_columns("convention_draw", DRAW),
        kept_columns("convention_composition", COMPOSITION),
        kept_columns("convention_rules", RULES),
        kept_columns("convention_erasure", ["convention_id", "on_request", "count", "done_at"]),
        append_only("convention_arrangement"),
        kept_columns(
            "convention_capture", CAPTURE, unless_state=["captured", "transcribed", "confirmed"]
        ),
        append_only("convention_wording"),
        kept_columns(
            "convention_question", QUESTION, unless_state=["received", "asked", "confided", "answered"]
        ),
        kept_columns("convention_expertrequest", REQUEST),
    ]
