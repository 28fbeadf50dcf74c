"""The doctor: each trouble has a sentence and a remedy."""

import sqlite3

import pytest
from django.core import mail
from django.db import connection

from isegoria.cli import doctor, health, preparation


def said(check) -> list[str]:
    return [f"{one.subject} : {one.says} → {one.mend}" for one in check() if not one.is_well]


@pytest.fixture
def home(tmp_path, settings):
    settings.DATA_DIR = tmp_path
    preparation.close_to_others(tmp_path)
    (tmp_path / "keys" / "secret.key").touch(mode=0o600)
    return tmp_path


def test_a_readable_key_is_named_with_its_remedy(home):
    key = home / "keys" / "secret.key"
    key.chmod(0o644)

    assert said(health.keys) == [f"Clés : {key} est lisible par d’autres → chmod 600 {key}"]


def test_preparing_closes_the_data_to_others(home):
    home.chmod(0o755)

    preparation.close_to_others(home)

    assert said(health.keys) == []


def test_a_misspelt_variable_is_named(settings, home):
    settings.UNKNOWN_VARIABLES = ["ISEGORIA_DATABSE_URL"]

    assert said(health.configuration)[0].startswith(
        "Configuration : ISEGORIA_DATABSE_URL est inconnue"
    )


def test_a_site_that_does_not_answer_at_its_own_address_is_said(settings, home, db):
    settings.PUBLIC_URL, settings.ALLOWED_HOSTS = "https://convention.example.fr", ["localhost"]

    (sentence,) = said(health.configuration)
    assert sentence.endswith(
        "(convention.example.fr) → ajoutez convention.example.fr à ISEGORIA_HOSTS"
    )


def test_mail_that_goes_nowhere_is_said_of_a_public_site(settings):
    settings.SECURE, settings.DEMO = True, False
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"

    assert said(health.mail)[0].startswith("Courriel : aucun message ne part")


def test_a_wrong_configuration_is_split_into_what_and_how():
    wrong = SystemExit("ISEGORIA_DEBUG : « oui » n’est ni 0 ni 1.\n  → écrivez ISEGORIA_DEBUG=0")

    assert doctor.sentence_and_remedy(wrong) == (
        "ISEGORIA_DEBUG : « oui » n’est ni 0 ni 1.",
        "écrivez ISEGORIA_DEBUG=0",
    )


def test_a_check_that_breaks_is_a_finding():
    def broken():
        raise sqlite3.OperationalError("no such table: x\nmore")

    (finding,) = doctor.examine("Base de données", broken)

    assert finding.says == "OperationalError : no such table: x"
    assert finding.mend == "vérifiez ISEGORIA_DATABASE_URL et que le serveur est démarré"


def test_what_is_wrong_hides_what_is_well():
    def mixed():
        yield health.well("Clés", "présentes")
        yield health.wrong("Clés", "lisibles", "chmod 600")

    assert [finding.says for finding in doctor.examine("Clés", mixed)] == ["lisibles"]


def test_the_exit_code_tells_whether_anything_must_be_mended(capsys):
    codes = [
        doctor.report([health.well("Python", "3.11")]),
        doctor.report([health.wrong("Disque", "1 Mio libres", "libérez de la place")]),
    ]

    assert codes == [0, 1]
    assert "à corriger  Disque : 1 Mio libres\n            → libérez" in capsys.readouterr().out


def test_a_journal_that_lost_its_protection_is_said(db):
    table = " ON convention_entry" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER convention_entry_no_update{table}")

    assert [line.split(" → ")[0] for line in said(health.triggers)] == [
        (
            "Registre : la base laisserait récrire ce qui doit rester ; "
            "protections absentes : entry_no_update"
        )
    ]


def test_a_journal_that_is_protected_is_well(db):
    assert said(health.triggers) == []


def test_every_protection_of_the_database_is_looked_for(db):
    present = {name for name in health.present_triggers() if not name.endswith("_no_truncate")}

    assert present == set(health.KEPT)


def test_a_trial_message_is_sent_on_request():
    findings = doctor.send_to("mairie@example.fr")

    assert [message.to for message in mail.outbox] == [["mairie@example.fr"]]
    assert [finding.is_well for finding in findings] == [True]
