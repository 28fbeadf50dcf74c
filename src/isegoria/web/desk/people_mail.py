"""The letter that tells somebody which role they were given, with a link to come in."""

from uuid import UUID

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _
from django_tasks import task

from isegoria.convention.people.appointing import named_at
from isegoria.web.entry import entry_link, minutes_said

MINUTES = 3 * 24 * 60


@task()
def send_invitation(key: str) -> int:
    """The link is made when the letter leaves, so that it is kept nowhere else."""
    given = named_at(UUID(key))
    if given is None:
        return 0
    link = entry_link(given.account, settings.PUBLIC_URL, minutes=MINUTES)
    if (to := given.account.email) is None:
        return 0
    with translation.override(given.convention.language if given.convention else "fr"):
        body = render_to_string(
            "desk/people/invitation.txt",
            {
                "given": given,
                "link": link,
                "lasts": minutes_said(MINUTES),
                "public_url": settings.PUBLIC_URL,
            },
        )
        return send_mail(_("Votre rôle, et un lien pour entrer"), body, None, [to])
