"""The versions of a mandate, and in words what each changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from isegoria.convention.mandate.models import MandateVersion
from isegoria.core.texts import Piece, word_differences
from isegoria.web.dates import say_known_day, say_short_day
from isegoria.web.public.counting import panel_size
from isegoria.web.spoken import spoken

COMPARED = ("question", "scope", "commitment", "answer_due_text")


@dataclass(frozen=True, slots=True)
class Changed:
    """One field that is not what it was."""

    name: str
    pieces: Sequence[Piece]


def compared(versions: Sequence[MandateVersion], language: str) -> list[dict[str, Any]]:
    """Each version beside what it changed; the newest first."""
    earlier: list[MandateVersion | None] = [*versions[1:], None]
    return [
        {
            "version": version,
            "facts": facts(version, language),
            "changes": list(_changes(before, version)) if before else [],
        }
        for version, before in zip(versions, earlier, strict=True)
    ]


def facts(version: MandateVersion, language: str) -> list[tuple[str, str]]:
    """What the version fixes, apart from its texts."""
    decided = say_known_day(version.decided_on, version.precision)
    rows = [
        (_("Référence de l’acte"), spoken(version.act_reference, language)),
        (_("Date de l’acte"), decided),
        (_("Taille du panel"), _people(version)),
        (_("Réponse promise"), answer_due(version, language)),
        (_("Source"), spoken(version.source, language)),
    ]
    return [(name, said) for name, said in rows if said]


def answer_due(version: MandateVersion, language: str) -> str:
    """The deadline as it was announced; the exact day only when that was all that was said."""
    if version.answer_due_text:
        return spoken(version.answer_due_text, language)
    if version.answer_due is None:
        return ""
    return _("au plus tard le %(day)s") % {"day": say_short_day(version.answer_due)}


def _people(version: MandateVersion) -> str:
    size = panel_size(version)
    return _("%(size)s personnes") % {"size": size} if size else ""


def _changes(before: MandateVersion, after: MandateVersion) -> list[Changed]:
    told = [(_field(name), getattr(before, name), getattr(after, name)) for name in COMPARED]
    told.append((_("taille du panel"), _people(before), _people(after)))
    return [Changed(name, word_differences(old, new)) for name, old, new in told if old != new]


def _field(name: str) -> str:
    return str(MandateVersion._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
