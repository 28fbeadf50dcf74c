"""`./isegoria admin`: the host names an administrator, who signs in without a password."""

import argparse
import os

from isegoria.cli import demonstration, preparation
from isegoria.cli.console import say, stop, wake_django
from isegoria.cli.options import Options
from isegoria.cli.run import choose_data

MINUTES = 60


def main(arguments: list[str]) -> int:
    options = parse(arguments)
    os.umask(0o077)
    data = choose_data(options.data)
    demonstration.recall(data)
    wake_django()
    preparation.everything()
    say(appointed(options.email.strip(), options.name.strip()))
    return 0


def parse(arguments: list[str]) -> argparse.Namespace:
    parser = Options(
        "admin", "Nomme une personne à l’administration et donne un lien d’entrée à usage unique."
    )
    parser.add_argument("email", metavar="ADRESSE", help="son adresse électronique")
    parser.add_argument("--name", default="", metavar="NOM", help="son nom, affiché aux équipes")
    parser.data()
    return parser.parse_args(arguments)


def appointed(email: str, name: str) -> str:
    """Appoint, and tell how to sign in; for somebody already appointed, only the latter."""
    from django.conf import settings
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email

    from isegoria.convention.stewardship.actions import found_instance
    from isegoria.web.account.entry import entry_link
    from isegoria.web.clock import now

    try:
        validate_email(email)
    except ValidationError:
        stop(f"« {email} » n’est pas une adresse électronique.", code=2)
    account = found_instance(email, name=name, at=now())
    link = entry_link(account, settings.PUBLIC_URL, minutes=MINUTES)
    return (
        f"{account} administre cette installation.\n"
        f"Pour entrer (une seule fois, pendant {MINUTES} minutes) :\n  {link}\n"
        "Isegoria doit être démarrée : ./isegoria run"
    )
