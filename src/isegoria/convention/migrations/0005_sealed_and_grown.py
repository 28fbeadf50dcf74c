"""The fields of a sealed entry are kept as they are or forgotten; a book never grows shorter."""

from django.db import migrations

from isegoria.convention.journal.immutable import forgotten_or_kept, only_grows


class Migration(migrations.Migration):
    dependencies = [("convention", "0004_a_cancelled_date_says_why")]
    operations = [
        forgotten_or_kept("convention_disclosure", ["entry_id", "salt", "body"]),
        only_grows("convention_log", "size"),
    ]
