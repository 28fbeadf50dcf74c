"""What the papers say of a convention, as plain values: no paper reads the database."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from isegoria.convention.mandate.models import Convention, MandateVersion
from isegoria.convention.mandate.queries import Dated, calendar_of, mandates_of
from isegoria.convention.people.queries import guarantors_of
from isegoria.convention.people.viewer import Viewer
from isegoria.web.dates import say, say_moment
from isegoria.web.papers import qr
from isegoria.web.ui.contrast import readable

ACCENT = "#14503c"
MOST_DATES = 6
LONG = timedelta(days=45)
STAGES = {
    gettext_lazy("Mandat"): ("draft", "prepared"),
    gettext_lazy("Panel"): ("launched", "recruiting"),
    gettext_lazy("Séances"): ("in_session",),
    gettext_lazy("Propositions"): ("proposals_delivered",),
    gettext_lazy("Avis"): ("under_study",),
    gettext_lazy("Conseil"): ("deliberated",),
    gettext_lazy("Feuille de route"): ("follow_up",),
}
Content = dict[str, Any]


def content(convention: Convention, viewer: Viewer) -> Content:
    """Everything a paper may show, in the language of the request."""
    mandate = next(iter(mandates_of(convention)), None)
    url = absolute("public:short", convention)
    mailbox = absolute("public:guarantors", convention)
    return {
        **_words(convention, url),
        **_dates(convention, viewer),
        "lang": (get_language() or "fr")[:2],
        "content_lang": convention.language,
        "accent": convention.accent if readable(convention.accent) else ACCENT,
        "author": convention.commissioner,
        "question": _short(convention.question or convention.title, 400),
        "lede": _short(convention.lede, 420),
        "notice": convention.notice,
        "facts": _facts(mandate),
        "stages": _stages(convention),
        "guarantors": _and(seat.name for seat in guarantors_of(convention)),
        "mailbox": mailbox,
        "mailbox_shown": shown(mailbox),
        "url": url,
        "shown": shown(url),
        "qr": qr.svg_file(url),
        "made": _("Feuille éditée le %(when)s. Ce qui change ensuite se lit sur le site.")
        % {"when": say_moment(viewer.at, convention.zone)},
    }


def absolute(name: str, convention: Convention, *more: object) -> str:
    return settings.PUBLIC_URL + reverse(name, args=[convention.slug, *more])


def shown(url: str) -> str:
    """An address as one copies it by hand."""
    parts = urlsplit(url)
    return f"{parts.netloc}{parts.path}".rstrip("/")


def _words(convention: Convention, url: str) -> Content:
    return {
        "title": convention.title,
        "convention": convention.title,
        "description": convention.question,
        "asks": _("Une question posée aux habitants"),
        "commissioner": convention.commissioner,
        "scan": _("Visez ce code avec un téléphone, ou copiez l’adresse."),
        "qr_alt": _("Code QR vers %(url)s") % {"url": shown(url)},
        "about_heading": _("De quoi s’agit-il ?"),
        "invited": _("Suivez la convention"),
        "invitation": _("Tout est public : la question, les dates, les textes, et qui a fait quoi."),
        "follow_heading": _("Suivre et vérifier"),
        "follow": _(
            "Sur le site : le calendrier, les documents, les membres, et le registre de tous les"
            " actes. Pas de compte à créer. On peut recevoir les nouvelles par courriel."
        ),
        "guarantee_heading": _("Qui veille au débat"),
        "guarantee": _(
            "Les garants veillent à un débat ouvert et sincère. Vous pouvez leur écrire, sans"
            " compte. Eux seuls lisent le message."
        ),
    }  # fmt: skip


def _dates(convention: Convention, viewer: Viewer) -> Content:
    """What comes next; when nothing is to come, what came last."""
    milestones = [
        one
        for one in calendar_of(convention)
        if not one.item.window and one.item.state != "cancelled" and _is_a_date(one)
    ]
    coming = [one for one in milestones if not one.is_past(viewer.at)]
    chosen = coming[:MOST_DATES] or milestones[-MOST_DATES:]
    return {
        "dates": [_dated(one, convention, viewer) for one in chosen],
        "coming": bool(coming),
        "dates_heading": _("Les prochaines dates") if coming else _("Ce qui a eu lieu"),
        "dates_note": _(
            "Les dates peuvent changer : le calendrier du site garde l’ancienne, la nouvelle et la"
            " raison."
        ),
    }  # fmt: skip


def _is_a_date(one: Dated) -> bool:
    """What lasts for months is not a date to come to."""
    return one.current.ends - one.current.starts <= LONG


def _dated(one: Dated, convention: Convention, viewer: Viewer) -> Content:
    when = say(one.current, convention.zone)
    return {
        "when": _capital(when),
        "label": _short(one.item.label, 110),
        "past": one.is_past(viewer.at),
    }


def _facts(mandate: MandateVersion | None) -> list[Content]:
    if mandate is None:
        return []
    told = {
        _("Qui participe"): _panel(mandate),
        _("Ce qui est promis en retour"): _short(mandate.commitment, 420),
        _("Réponse attendue"): mandate.answer_due_text,
    }
    return [{"name": name, "text": _capital(text)} for name, text in told.items() if text]


def _panel(mandate: MandateVersion) -> str:
    least, most = mandate.panel_min, mandate.panel_max
    if most is None:
        return ""
    if least not in {None, most}:
        return _("Un panel de %(least)d à %(most)d personnes.") % {"least": least, "most": most}
    return ngettext(
        "Un panel de %(most)d personne.", "Un panel de %(most)d personnes.", most
    ) % {"most": most}  # fmt: skip


def _stages(convention: Convention) -> list[Content]:
    current = next((i for i, held in enumerate(STAGES.values()) if convention.state in held), 0)
    return [
        {
            "label": str(name),
            "state": "done" if i < current else "current" if i == current else "next",
        }
        for i, name in enumerate(STAGES)
    ]


def _and(names: Sequence[str] | Any) -> str:
    *most, last = [name for name in names if name] or [""]
    return _("%(most)s et %(last)s") % {"most": ", ".join(most), "last": last} if most else last


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _short(text: str, length: int) -> str:
    return Truncator(" ".join(text.split())).chars(length)
