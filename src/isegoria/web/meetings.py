"""Sessions in words, wherever a page speaks of one: how far it is, from when to when."""

from datetime import datetime, tzinfo

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isegoria.convention.mandate.models import Precision
from isegoria.convention.sessions.models import Arrangement, Session
from isegoria.web.dates import say_span

register = template.Library()
STATES = {
    "planned": gettext_lazy("en préparation"),
    "agenda_published": gettext_lazy("annoncée"),
    "open": gettext_lazy("en cours"),
    "held": gettext_lazy("tenue"),
    "minutes_draft": gettext_lazy("tenue, compte rendu en préparation"),
    "minutes_validated": gettext_lazy("tenue, compte rendu validé"),
    "published": gettext_lazy("tenue, compte rendu publié"),
    "cancelled": gettext_lazy("annulée"),
}


@register.filter
def session_state(session: Session, at: datetime | None = None) -> str:
    """`{{ session|session_state:now }}`: an announced day that is over says that nothing is said."""
    if at and session.state == "agenda_published" and session.ends < at:
        return _("date passée\u00a0: rien n’est dit")
    return str(STATES.get(session.state, ""))


@register.filter
def from_to(value: Session | Arrangement, zone: tzinfo) -> str:
    """`{{ session|from_to:convention.zone }}`: « samedi 29 mai 2021, 9 h–12 h 30 »."""
    first, last = value.starts.astimezone(zone), value.ends.astimezone(zone)
    return say_span(first, last, Precision.MINUTE)
