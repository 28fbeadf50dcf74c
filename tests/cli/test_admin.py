"""Naming the first administrator from the console."""

import pytest

from isegoria.cli import admin
from isegoria.cli.console import Stop
from isegoria.convention.people.models import Account
from isegoria.core.charter import Role


def test_somebody_is_named_and_gets_a_way_in(db, settings):
    settings.PUBLIC_URL = "https://convention.example.fr"

    said = admin.appointed("Maire@Exemple.fr", "Claude Martin")

    account = Account.objects.get(email="maire@exemple.fr")
    assert [one.role for one in account.appointments.filter(state="held")] == [Role.ADMINISTRATOR]
    assert said.startswith("Claude Martin administre cette installation.")
    assert "\n  https://convention.example.fr/" in said


def test_naming_somebody_again_only_gives_another_way_in(db):
    for _ in range(2):
        admin.appointed("maire@exemple.fr", "Claude Martin")

    assert Account.objects.get().appointments.count() == 1


def test_what_is_not_an_address_is_refused(db):
    with pytest.raises(Stop, match="« maire » n’est pas une adresse électronique"):
        admin.appointed("maire", "")

    assert not Account.objects.exists()
