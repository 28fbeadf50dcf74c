"""What is looked into in each text: kept beside it, since no database folds accents as we do."""

from django.db import migrations, models

from isegoria.convention.journal.immutable import kept_columns
from isegoria.core.texts import searchable

VERSION = ["document_id", "number", "title", "summary", "body", "dated", "precision", "source",
           "change", "file", "file_name", "media_type", "size", "file_sha256", "text_alternative",
           "plain_body", "plain_status", "plain_readers", "plain_since", "content_sha256"]


def look_into_each(apps, schema_editor):
    version = apps.get_model("convention", "Version")
    for one in version.objects.only("title", "summary", "body", "text_alternative").iterator():
        searched = searchable(one.title, one.summary, one.body, one.text_alternative)
        version.objects.filter(pk=one.pk).update(searched=searched)


class Migration(migrations.Migration):

    dependencies = [("convention", "0015_computations")]

    operations = [
        migrations.AddField(
            model_name="version",
            name="searched",
            field=models.TextField(blank=True, default="", editable=False),
            preserve_default=False,
        ),
        migrations.RunPython(look_into_each, migrations.RunPython.noop),
        kept_columns("convention_version", VERSION, unless_state="draft"),
    ]
