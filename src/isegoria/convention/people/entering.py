"""Coming in: by a link that serves once, and by an address that may change."""

from datetime import datetime

from django.db import IntegrityError, transaction

from isegoria.convention.people.models import Account


def used_up(account: Account, at: datetime) -> bool:
    """Make every link given since the last entry useless; true for one caller alone.

    A link holds the moment of the entry before it: of two requests at once, one changes it.
    """
    before = Account.objects.filter(pk=account.pk, last_login=account.last_login)
    return before.update(last_login=at) == 1


def is_taken(email: str) -> bool:
    """Whether somebody comes in by this address."""
    return Account.objects.filter(email__iexact=email).exists()


def moved(account: Account, email: str) -> bool:
    """Come in by this address from now on, signed out everywhere; false if it is taken."""
    before, account.email = account.email, email.lower()
    account.set_unusable_password()
    try:
        with transaction.atomic():
            account.save(update_fields=["email", "password"])
    except IntegrityError:
        account.email = before
        return False
    return True
