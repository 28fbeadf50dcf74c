"""A session as its page shows it: how far it is, and what to do next."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.sessions.models import Session

WAY = {
    "planned": gettext_lazy("préparée"),
    "agenda_published": gettext_lazy("ordre du jour publié"),
    "open": gettext_lazy("ouverte"),
    "held": gettext_lazy("tenue"),
    "minutes_draft": gettext_lazy("compte rendu en préparation"),
    "minutes_validated": gettext_lazy("compte rendu validé"),
    "published": gettext_lazy("compte rendu publié"),
}
MINUTES = "facilitation:minutes"
# By state: the act that leads on ("" where its page holds several), its page, and what to do now
# in words.
NEXT = {
    "planned": (
        "session.publish_agenda",
        "facilitation:session_publish",
        gettext_lazy(
            "Composez le déroulé, vérifiez le lieu et la date, puis publiez l’ordre du jour : au moins sept jours avant."
        ),
    ),
    "agenda_published": (
        "session.open",
        "facilitation:session_open",
        gettext_lazy("Le jour venu, ouvrez la séance quand vous commencez."),
    ),
    "open": (
        "session.close",
        "facilitation:session_close",
        gettext_lazy("La séance a commencé. Notez qui est présent. À la fin, fermez-la ici."),
    ),
    "held": (
        "",
        MINUTES,
        gettext_lazy(
            "La séance est tenue. Commencez le compte rendu : le logiciel en écrit un premier texte. S’il y a un enregistrement, ajoutez-le avec sa transcription."
        ),
    ),
    "minutes_draft": (
        "",
        MINUTES,
        gettext_lazy(
            "Faites relire le compte rendu aux membres présents, répondez à chaque correction, puis validez-le."
        ),
    ),
    "minutes_validated": (
        "",
        MINUTES,
        gettext_lazy("Le compte rendu est validé : publiez-le."),
    ),
    "published": (
        "",
        MINUTES,
        gettext_lazy("Le compte rendu est public. Une correction sera une nouvelle version."),
    ),
}


def steps(session: Session) -> list[dict[str, Any]]:
    """From prepared to published minutes. A cancelled session has no way to go."""
    if session.state not in WAY:
        return []
    here = list(WAY).index(session.state)
    return [
        {"name": name, "state": _place(number, here), "said": _said(number, here)}
        for number, name in enumerate(WAY.values())
    ]


def _place(number: int, here: int) -> str:
    return "current" if number == here else "done" if number < here else "next"


def _said(number: int, here: int) -> str:
    return _("maintenant") if number == here else _("fait") if number < here else _("à venir")


def following(session: Session) -> dict[str, Any] | None:
    """The act that leads on from here."""
    if session.state not in NEXT:
        return None
    act, page, words = NEXT[session.state]
    return {"act": act, "page": page, "words": words}
