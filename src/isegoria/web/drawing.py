"""What every audience says alike of a draw: where it stands, and what is proven of the chances."""

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from isegoria.convention.mandate.models import Convention
from isegoria.convention.recruitment.draws import Draw
from isegoria.convention.recruitment.published import draw_at, draws_of
from isegoria.core.journal.canonical import Json, canonical
from isegoria.core.sortition.proof import Altered
from isegoria.core.sortition.verification import openings_hold, receipt_holds, record_holds

TONES = {"sealed": "info", "numbered": "warn", "drawn": "success", "void": "neutral"}
ALMOST_NOTHING = 1e-6
Rows = list[tuple[str, str]]


def found(convention: Convention, key: UUID) -> Draw:
    """A draw of this convention; another's is not found."""
    draw = draw_at(convention, key)
    if draw is None:
        raise Http404
    return draw


def listed(convention: Convention) -> list[tuple[Draw, str]]:
    """The draws, each with the tone of its state."""
    return [(one, tone_of(one)) for one in draws_of(convention)]


def standing(draw: Draw) -> dict[str, Any]:
    """What the head of its page says."""
    said, tone, ticket = state_of(draw), tone_of(draw), number_of(draw)
    return {"draw": draw, "said": said, "tone": tone, "ticket": ticket}


def state_of(draw: Draw) -> str:
    """Where it stands now, in a sentence."""
    return {
        "sealed": _("La liste est scellée ; le numéro n’est pas encore tiré."),
        "numbered": _(
            "Un garant a signé un numéro. Il en faut un autre, qui signe le même numéro."
        ),
        "drawn": _("Deux garants ont signé le numéro : le panel est tiré."),
        "void": _("Ce tirage est annulé : il ne compte plus, et reste visible."),
    }[draw.state]


def tone_of(draw: Draw) -> str:
    return TONES[draw.state]


def number_of(draw: Draw) -> str:
    """The number as the balls say it; empty while nobody signed one."""
    return "" if draw.ticket is None else f"{draw.ticket:03d}"


def percent(chance: float, places: int = 2) -> str:
    return _("%(number)s %%") % {"number": number_format(100 * chance, places)}


def figures(certificate: Mapping[str, Any]) -> Rows:
    """What is proven of the chances, a term and what it is for each line."""
    gap = certificate["gap"]
    small = gap < ALMOST_NOTHING
    return [
        (_("Plus petite chance"), percent(certificate["smallest"])),
        (_("Plus grande chance"), percent(certificate["largest"])),
        (
            _("Ce qu’aucun tirage ne peut dépasser pour la plus petite"),
            percent(certificate["upper"]),
        ),
        (
            _("Écart avec cette limite"),
            _("moins d’un millionième") if small else percent(gap, 4),
        ),
        (
            _("Part de sa chance idéale que chacun reçoit au moins (θ)"),
            percent(certificate["theta"], 4),
        ),
        (_("Calcul qui a vraiment tourné"), method_of(str(certificate["algorithm"]))),
        (
            _("Panels numérotés"),
            _("%(tickets)d, dont %(distinct)d différents") % certificate,
        ),
        (_("Panels où figure la personne la moins servie"), str(certificate["fewest"])),
        (_("Personnes qu’aucun panel ne peut accueillir"), str(certificate["unseatable"])),
    ]


def method_of(algorithm: str) -> str:
    """The name of the rule, and whether the computing went to its end."""
    name = algorithm.removesuffix("-within-gap")
    if name != algorithm:
        stopped = _("%(name)s, arrêté avant la preuve complète : l’écart est dit ci-dessus")
        return stopped % {"name": name}
    return _("%(name)s, mené jusqu’au bout") % {"name": name}


def followed(draw: Draw) -> tuple[bool, str]:
    """Do the steps published follow each other, and is the panel that of the number? And why."""
    return checked(record_holds, draw.published, draw.steps)


def opened(draw: Draw, openings: Mapping[str, Any]) -> tuple[bool, str]:
    return checked(openings_hold, draw.published, openings)


def received(draw: Draw, receipt: object) -> tuple[bool, str]:
    return checked(receipt_holds, draw.published, receipt)


def checked(check: Any, *documents: object) -> tuple[bool, str]:
    """Whether a check of the core holds, and its sentence in the reader's language."""
    try:
        return True, check(*documents).translated(_)
    except Altered as why:
        return False, why.said.translated(_)
    except RecursionError:
        return False, _("un document est beaucoup trop imbriqué")


def file_of(document: Json, name: str) -> HttpResponse:
    """A document to be saved, canonical to the byte, as `verify-draw` reads it."""
    return HttpResponse(
        canonical(document),
        content_type="application/json",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def plainly(document: object) -> str:
    """A document to be read and printed."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
