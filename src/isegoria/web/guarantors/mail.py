"""The answer of the guarantors, mailed to whoever left an address. Sent by the background worker."""

from uuid import UUID

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _
from django_tasks import task

from isegoria.convention.governance.mailbox import answer_to_send


@task()
def send_answer(key: str) -> int:
    """The task holds the message's identity only: the text stays sealed in the database."""
    message = answer_to_send(UUID(key))
    if message is None:
        return 0
    with translation.override(message.convention.language):
        subject = _("Réponse des garants à votre message %(receipt)s") % {
            "receipt": message.receipt
        }
        body = render_to_string(
            "guarantors/answer_mail.txt",
            {"message": message, "public_url": settings.PUBLIC_URL},
        )
        return send_mail(subject, body, None, [message.sender_email])
