"""Signed links that let one person in: once, for some minutes; or, in a demo, the cast all day."""

from typing import Any

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils.translation import gettext as _

from isegoria.convention.people.cards import one_in_service
from isegoria.convention.people.entering import used_up
from isegoria.convention.people.models import Account
from isegoria.convention.people.queries import account_at, cast_at
from isegoria.web import clock

SALT = "isegoria.entry"
DEMO_SALT = "isegoria.demo-entry"
DEMO_SECONDS = 12 * 3600


def entry_link(account: Account, base_url: str, *, minutes: int = 15) -> str:
    """The link that lets this person in once, during so many minutes."""
    token = signing.dumps(
        {"account": str(account.pk), "last": _last(account), "minutes": minutes}, salt=SALT
    )
    return _link(base_url, token)


def demo_links(base_url: str) -> list[tuple[str, str]]:
    """Who is in the cast of the demonstration, and the link that lets each in."""
    if not settings.DEMO:
        return []
    cast = [
        (str(one), _link(base_url, signing.TimestampSigner(salt=DEMO_SALT).sign(one.pk.hex)))
        for one in cast_at(clock.now())
    ]
    card = one_in_service()
    if card is not None:
        address = base_url.rstrip("/") + reverse("panel:card", args=[card.code])
        cast.append((_("Membre du panel, %(card)s") % {"card": card}, address))
    return cast


def account_of(token: str) -> Account | None:
    """Whom this link lets in now; nobody when it has expired, has served, or is not ours."""
    return _by_single_use(token) or _by_demo(token)


def let_in_by(token: str) -> Account | None:
    """Whom this link lets in, using it up: of two requests at once, one comes in."""
    account = _by_single_use(token)
    if account is not None:
        return account if used_up(account, clock.now()) else None
    return _by_demo(token)


def minutes_said(minutes: int) -> str:
    """How long a link serves, in words."""
    if minutes < 120:
        return _("%(count)d minutes") % {"count": minutes}
    if minutes < 2 * 1440:
        return _("%(count)d heures") % {"count": minutes // 60}
    return _("%(count)d jours") % {"count": minutes // 1440}


def _by_single_use(token: str) -> Account | None:
    said = _read(token, SALT)
    if not said or not _read(token, SALT, max_age=int(said["minutes"]) * 60):
        return None
    account = account_at(said["account"])
    return account if account and _last(account) == said["last"] else None


def _by_demo(token: str) -> Account | None:
    if not settings.DEMO:
        return None
    try:
        key = signing.TimestampSigner(salt=DEMO_SALT).unsign(token, max_age=DEMO_SECONDS)
    except signing.BadSignature:
        return None
    return account_at(key)


def _read(token: str, salt: str, *, max_age: int | None = None) -> dict[str, Any]:
    try:
        return dict(signing.loads(token, salt=salt, max_age=max_age))
    except signing.BadSignature:
        return {}


def _last(account: Account) -> str:
    """A link dies with the next entry: what it was made for is the one before."""
    return account.last_login.isoformat() if account.last_login else ""


def _link(base_url: str, token: str) -> str:
    return base_url.rstrip("/") + reverse("compte:entry", args=[token])
