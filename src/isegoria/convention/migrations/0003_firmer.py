"""Administrators are the instance's; a cancelled window may be dated again; more is kept."""

from django.db import migrations, models

from isegoria.convention.journal.immutable import kept_columns

VERSION = ["document_id", "number", "title", "summary", "body", "dated", "source", "change",
           "file", "file_name", "media_type", "size", "file_sha256", "text_alternative",
           "plain_body", "plain_status", "plain_readers", "plain_since", "content_sha256"]
MANDATE = ["convention_id", "number", "question", "scope", "commitment", "answer_due",
           "answer_due_text", "panel_min", "panel_max", "act_reference", "decided_on", "precision",
           "reason", "source", "recorded_at", "content_sha256"]
QUOTAS = ["convention_id", "number", "panel_size", "note", "reason", "content_sha256",
          "recorded_at", "frozen_at"]


class Migration(migrations.Migration):
    dependencies = [("convention", "0002_what_is_kept")]
    operations = [
        migrations.RemoveConstraint(model_name="calendaritem", name="a_window_is_dated_once"),
        migrations.AddConstraint(
            model_name="calendaritem",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    models.Q(("window", ""), _negated=True),
                    models.Q(("state", "cancelled"), _negated=True),
                ),
                fields=("convention", "window"),
                name="a_window_is_dated_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("convention__isnull", True),
                    models.Q(("role", "administrator"), _negated=True),
                    _connector="OR",
                ),
                name="an_administrator_is_the_whole_instances",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                condition=models.Q(("role__in", ["host", "anyone"]), _negated=True),
                name="nobody_is_appointed_host_or_anyone",
            ),
        ),
        kept_columns("convention_version", VERSION, unless_state="draft"),
        kept_columns("convention_mandateversion", MANDATE),
        kept_columns("convention_quotatable", QUOTAS, unless_state="draft"),
        kept_columns("convention_interestdeclaration", ["seat_id", "nothing", "text", "declared_at"]),
        kept_columns("convention_launchopinion", ["convention_id", "verdict", "text", "given_at"]),
        kept_columns("convention_deed", ["entry_id", "actor_id", "on_behalf_of_id"]),
    ]
