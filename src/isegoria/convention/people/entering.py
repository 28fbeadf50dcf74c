"""Coming in by a link that serves once."""

from datetime import datetime

from isegoria.convention.people.models import Account


def used_up(account: Account, at: datetime) -> bool:
    """Make every link given since the last entry useless; true for one caller alone.

    A link holds the moment of the entry before it: of two requests at once, one changes it.
    """
    before = Account.objects.filter(pk=account.pk, last_login=account.last_login)
    return before.update(last_login=at) == 1
