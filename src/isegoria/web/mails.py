"""Letters to those who follow a convention, sent by the background worker."""

import logging
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django_tasks import task

from isegoria.convention.governance.correspondence import active_subscriptions
from isegoria.convention.governance.models import Subscription
from isegoria.convention.journal.queries import entry_at
from isegoria.convention.mandate.models import Convention
from isegoria.convention.mandate.queries import convention_at
from isegoria.convention.people.models import Account
from isegoria.convention.people.queries import holders_of
from isegoria.convention.recruitment.amending import amendment
from isegoria.convention.recruitment.remarks import derogation
from isegoria.convention.sessions.questioning import confided_by
from isegoria.core.charter import Audience, Role
from isegoria.web import clock, tokens
from isegoria.web.links import place_of
from isegoria.web.telling import tell

SUBSCRIBING, LEAVING = "subscribing", "leaving"
LIFE = timedelta(hours=24)
MOST_CHANGES = 40
log = logging.getLogger("isegoria.mails")


@task()
def ask_confirmation(slug: str, token: str, moment: str, language: str) -> int:
    """The task holds the encrypted link only; the address is read from it to send the letter.

    In the language in which it was asked for; the news are told in the convention's.
    """
    convention = convention_at(slug)
    said = tokens.opened(SUBSCRIBING, token, at=datetime.fromisoformat(moment), life=LIFE)
    if convention is None or not said:
        return 0
    link = _absolute("public:subscribe_confirm", slug, token)
    with translation.override(language):
        letter = EmailMessage(
            subject=_("Confirmez votre abonnement : %(title)s") % {"title": convention.title},
            body=render_to_string(
                "public/mail_confirm.txt", {"convention": convention, "link": link}
            ),
            to=[said["email"]],
        )
        return letter.send()


@task()
def tell_subscribers(entry: int) -> int:
    """One letter each about one act that anybody may see. Returns how many left."""
    found = entry_at(entry)
    if found is None or found.seen_by != Audience.PUBLIC:
        return 0
    subscriptions = active_subscriptions(found.convention)
    if not subscriptions:
        return 0
    convention = subscriptions[0].convention
    with translation.override(convention.language), get_connection() as connection:
        told = tell([found], audiences=[Audience.PUBLIC])[0]
        link = _site(place_of(found.subject, convention)) or _absolute(
            "public:entry", convention.slug, found.number
        )
        said = {"convention": convention, "sentence": told.sentence, "link": link}
        letters = [_letter(one, convention, said) for one in subscriptions if one.email]
        for letter in letters:
            letter.connection = connection
        return sum(_sent(letter) for letter in letters)


@task()
def tell_guarantors(entry: int) -> int:
    """One letter each about another quota table: what changed, and why. Returns how many left."""
    found = entry_at(entry)
    comparison = amendment(found.subject) if found else None
    if found is None or comparison is None:
        return 0
    convention = comparison.newer.convention
    with translation.override(convention.language):
        page = _absolute("public:recruitment", convention.slug)
        said = {
            "sentence": tell([found], audiences=[Audience.PUBLIC])[0].sentence,
            "comparison": comparison,
            "shown": comparison.changes[:MOST_CHANGES],
            "more": len(comparison.changes[MOST_CHANGES:]),
            "link": f"{page}?version={comparison.newer.number}#quotas",
        }
        subject = _("%(title)s : la table des quotas change") % {"title": convention.title}
        return _to_guarantors(convention, subject, "guarantors/quotas_mail.txt", said)


@task()
def tell_of_derogation(entry: int) -> int:
    """One letter each about somebody who was called out of turn, and why."""
    found = entry_at(entry)
    remark = derogation(found) if found else None
    if found is None or remark is None:
        return 0
    convention = remark.draw.convention
    with translation.override(convention.language):
        said = {
            "sentence": tell([found], audiences=[Audience.PUBLIC])[0].sentence,
            "reason": remark.reason,
            "link": _absolute("public:draw", convention.slug, remark.draw.number),
        }
        subject = _("%(title)s : un appel hors de l’ordre") % {"title": convention.title}
        return _to_guarantors(convention, subject, "guarantors/derogation_mail.txt", said)


@task()
def tell_the_answerer(entry: int) -> int:
    """A question was given to somebody: to their account, or to all who may answer in its place."""
    found = entry_at(entry)
    question = confided_by(found) if found else None
    if question is None:
        return 0
    convention = question.convention
    named = [question.confided_to] if question.confided_to else None
    accounts = named or holders_of(convention, Role(question.whom), at=clock.now())
    with translation.override(convention.language):
        said = {
            "question": question,
            "link": _absolute("answering:answer", convention.slug, question.pk),
        }
        subject = _("%(title)s : une question pour vous") % {"title": convention.title}
        return _to(accounts, convention, subject, "answering/confided_mail.txt", said)


def _to_guarantors(
    convention: Convention, subject: str, template: str, said: Mapping[str, object]
) -> int:
    accounts = holders_of(convention, Role.GUARANTOR, at=clock.now())
    return _to(accounts, convention, subject, template, said)


def _to(
    accounts: Iterable[Account],
    convention: Convention,
    subject: str,
    template: str,
    said: Mapping[str, object],
) -> int:
    body = render_to_string(template, {**said, "convention": convention})
    with get_connection() as connection:
        letters = [
            EmailMessage(subject=subject, body=body, to=[one.email], connection=connection)
            for one in accounts
            if one.email
        ]
        return sum(_sent(letter) for letter in letters)


def _letter(one: Subscription, convention: Convention, said: dict[str, object]) -> EmailMessage:
    token = tokens.sealed(LEAVING, {"subscription": str(one.pk)}, at=clock.now())
    leave = _absolute("public:unsubscribe", convention.slug, token)
    return EmailMessage(
        subject=_("%(title)s : du nouveau") % {"title": convention.title},
        body=render_to_string("public/mail_news.txt", {**said, "leave": leave}),
        to=[one.email],
        headers={
            "List-Unsubscribe": f"<{leave}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )


def _sent(letter: EmailMessage) -> int:
    """One bad address does not keep the letter from the others."""
    try:
        return letter.send()
    except OSError:  # smtplib's errors are of this family
        log.warning("a letter could not be sent", exc_info=True)
        return 0


def _absolute(name: str, *args: object) -> str:
    return _site(reverse(name, args=args))


def _site(path: str) -> str:
    return settings.PUBLIC_URL.rstrip("/") + path if path else ""
