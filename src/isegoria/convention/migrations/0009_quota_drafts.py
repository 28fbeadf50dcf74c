"""The cells of a draft may be taken out and written again; those of any other table are kept."""

from django.db import migrations

from isegoria.convention.journal.immutable import kept_with


class Migration(migrations.Migration):
    dependencies = [("convention", "0005_draw_signers")]
    operations = [
        kept_with(
            "convention_quotacell", "convention_quotatable", "table_id", unless_state="draft"
        ),
    ]
