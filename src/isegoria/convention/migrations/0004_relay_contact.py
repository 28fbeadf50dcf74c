"""Whom a person who accepted may call is said with the relay, for the card they are given."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("convention", "0003_recruitment"),
    ]

    operations = [
        migrations.AddField(
            model_name="relay",
            name="contact",
            field=models.CharField(
                blank=True, max_length=160, verbose_name="à qui téléphoner", default=""
            ),
            preserve_default=False,
        ),
    ]
