"""A first draft of the minutes, made from what the session left: who was heard, what was done in
each sequence, what tables said and confirmed, where people stood, what was asked. No member is named.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from isegoria.convention.sessions.captures import Capture, Kind, Moment
from isegoria.convention.sessions.experts import Hearing
from isegoria.convention.sessions.models import Session
from isegoria.convention.sessions.queries import agenda_of, present_at
from isegoria.convention.sessions.questioning import shown_questions
from isegoria.convention.sessions.questions import Origin, Question
from isegoria.convention.sessions.sequences import Sequence
from isegoria.core.runsheet.library import BY_KEY
from isegoria.core.runsheet.methods import OWN_NAME

Section = dict[str, str]
KEPT = ("confirmed", "published")


def first_draft(session: Session) -> list[Section]:
    """In the language of the convention. What tables did not confirm is not in it."""
    with override(session.convention.language):
        said = _said_in(session)
        parts = [
            _section(_("La séance"), _about(session)),
            _section(_("Les personnes entendues"), _heard(session)),
            *(_section(one.title, _done(one, said[one.pk])) for one in _worked(session)),
            _section(_("Les questions posées"), _asked(session)),
        ]
        return [one for one in parts if one["text"]]


def _section(title: str, lines: Iterable[str]) -> Section:
    return {"title": title, "text": "\n\n".join(one for one in lines if one)}


def _about(session: Session) -> list[str]:
    here = present_at(session)
    where = _("Lieu\u00a0: %(place)s.") % {"place": session.place} if session.place else ""
    return [
        session.aim,
        ngettext(
            "%(count)s membre du panel a pris part à cette séance (%(mode)s).",
            "%(count)s membres du panel ont pris part à cette séance (%(mode)s).",
            here,
        )
        % {"count": here, "mode": session.get_mode_display()},
        where,
    ]


def _heard(session: Session) -> list[str]:
    found = Hearing.objects.filter(session=session, state="held").select_related("seat")
    return [_hearing(one) for one in found.order_by("seat__name", "pk")]


def _hearing(one: Hearing) -> str:
    by = ", ".join(part for part in (one.seat.name, one.seat.organisation) if part)
    return _(
        "Audition\u00a0: **%(who)s**, sur «\u00a0%(topic)s\u00a0». Point de vue annoncé\u00a0:"
        " %(viewpoint)s. Personne proposée par\u00a0: %(proposer)s."
    ) % {
        "who": by,
        "topic": one.topic,
        "viewpoint": one.viewpoint,
        "proposer": one.get_proposed_by_display(),
    }


def _said_in(session: Session) -> dict[object, list[Capture]]:
    """Sequence → what its tables confirmed. Two queries."""
    rows = Capture.objects.filter(sequence__session=session, state__in=KEPT)
    said: dict[object, list[Capture]] = defaultdict(list)
    for one in rows.prefetch_related("zones").order_by("round", "table", "group", "taken_at", "pk"):
        said[one.sequence_id].append(one)
    return said


def _done(sequence: Sequence, said: list[Capture]) -> list[str]:
    how = _("Façon de travailler\u00a0: %(method)s, %(minutes)s minutes.") % {
        "method": _method(sequence),
        "minutes": sequence.minutes,
    }
    words = [f"- {_told(one)}" for one in said if one.kind != Kind.POSITIONS and one.words.strip()]
    stood = [line for one in said if one.kind == Kind.POSITIONS for line in _stood(one)]
    none = "" if said else _("Aucune table n’a laissé de trace écrite de cette séquence.")
    return [how, "\n".join(words), *stood, none]


def _worked(session: Session) -> list[Sequence]:
    """The sequences in which somebody was asked to express something: not the breaks."""
    rests = {key for key, method in BY_KEY.items() if method.rests}
    return [one for one in agenda_of(session) if one.method not in rests]


def _method(sequence: Sequence) -> str:
    found = BY_KEY.get(sequence.method)
    return _(found.name if found else OWN_NAME)


def _told(one: Capture) -> str:
    forms = {
        Kind.CARD: _("%(who)s\u00a0: «\u00a0%(words)s\u00a0»"),
        Kind.PICTURE: _("%(who)s a dessiné ou montré\u00a0: %(words)s"),
        Kind.VOICE: _("%(who)s a dit, à voix haute\u00a0: «\u00a0%(words)s\u00a0»"),
    }
    who = one.author[:1].upper() + one.author[1:]
    return forms[Kind(one.kind)] % {"who": who, "words": " ".join(one.words.split())}


def _stood(one: Capture) -> list[str]:
    """Counts alone, with their base."""
    lines = [" ".join(one.text.split())]
    for moment in Moment:
        zones = [zone for zone in one.zones.all() if zone.moment == moment]
        if zones:
            counted = ", ".join(f"{zone.label}\u00a0: {zone.count}" for zone in zones)
            lines.append(
                _("Positions, %(moment)s (%(all)s personnes)\u00a0— %(counted)s.")
                % {
                    "moment": moment.label,
                    "all": sum(zone.count for zone in zones),
                    "counted": counted,
                }
            )
    return lines


def _asked(session: Session) -> list[str]:
    found = shown_questions(session.convention).filter(session=session).order_by("number")
    lines = [
        _("- Question %(number)s (%(who)s)\u00a0: «\u00a0%(text)s\u00a0» %(answer)s")
        % {
            "number": one.number,
            "who": _asker(one),
            "text": " ".join(one.text.split()),
            "answer": _answered(one.state),
        }
        for one in found
    ]
    return ["\n".join(lines)]


def _asker(question: Question) -> str:
    """A table, or one of the members: never which."""
    by_table = question.origin == Origin.TABLE
    return question.author if by_table else str(Origin(question.origin).label)


def _answered(state: str) -> str:
    return (
        _("La réponse est publique.")
        if state == "published"
        else _("La réponse est attendue par écrit.")
    )
