"""Pages for what goes wrong: what happened, why, what to do, who can help."""

import sys
from collections.abc import Iterable

from django.core.exceptions import DisallowedHost, RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext as _

from isegoria.convention.governance.conduct import Conflict, Refused
from isegoria.convention.publishing.files import LARGEST
from isegoria.convention.publishing.refusing import SENTENCES
from isegoria.core.charter import ROLE_NAMES, Role
from isegoria.web.reasons import reason_of

FORBIDDEN, GONE, CONFLICT = 403, 410, 409
BAD, TOO_LARGE, UNAVAILABLE = 400, 413, 503


class Busy(Exception):  # noqa: N818 -- reads as what happens
    """Too many forms arrive at once, or too slowly."""


def _page(request: HttpRequest, status: int, **said: object) -> HttpResponse:
    return render(request, "ui/error.html", {"status": status, **said}, status=status)


def refusal_page(request: HttpRequest, *, roles: Iterable[Role]) -> HttpResponse:
    """Somebody who may not open this page."""
    names = ", ".join(sorted(_(ROLE_NAMES[role]) for role in roles))
    if getattr(request, "convention", None) is None:
        return _page(
            request,
            FORBIDDEN,
            title=_("Cette page n’est pas pour votre rôle"),
            why=_("Elle est réservée à ces rôles, tenus pour tout le site : %(who)s.")
            % {"who": names},
            remedy=_(
                "Un rôle dans une seule convention ne suffit pas ici. Si vous en avez besoin, "
                "demandez ce rôle pour tout le site à l’administration."
            ),
            who=_("L’administration du site. Donnez-lui l’adresse de cette page et l’heure."),
        )
    return _page(
        request,
        FORBIDDEN,
        title=_("Cette page n’est pas pour votre rôle"),
        why=_("Elle est réservée à : %(who)s.") % {"who": names},
        remedy=_("Si vous en avez besoin, demandez ce rôle à l’organisation."),
    )


def refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """An act that the charter does not allow now."""
    status = FORBIDDEN if refusal.decision.code == "wrong_role" else CONFLICT
    return _page(
        request,
        status,
        title=_("Ce n’est pas possible maintenant"),
        why=reason_of(refusal.decision),
        remedy=_("Rien n’a été enregistré. Revenez en arrière : votre texte est encore là."),
    )


def conflict(request: HttpRequest, conflict: Conflict) -> HttpResponse:  # noqa: ARG001
    """Somebody else changed it first, and the view had no better way to show it."""
    return _page(
        request,
        CONFLICT,
        title=_("Quelqu’un a changé cet élément pendant que vous le lisiez"),
        why=_("Votre demande portait sur une version plus ancienne."),
        remedy=_(
            "Rien n’a été enregistré. Rechargez la page pour voir l’état actuel, puis recommencez."
        ),
    )


def gone(request: HttpRequest, why: str, remedy: str) -> HttpResponse:
    """A link that has served, or that has expired."""
    return _page(request, GONE, title=_("Ce lien ne sert plus"), why=why, remedy=remedy)


def lost_file(request: HttpRequest, name: str) -> HttpResponse:
    """A file that was kept, and is no longer where it was stored."""
    return _page(
        request,
        404,
        title=_("Ce fichier manque"),
        why=_("Le site ne retrouve plus « %(name)s ». Ce n’est pas de votre fait.")
        % {"name": name},
        remedy=_(
            "La page du document dit ce qu’il contient. Signalez ce manque à l’organisation : "
            "elle peut le remettre depuis une sauvegarde."
        ),
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    return _page(
        request,
        FORBIDDEN,
        title=_("Le formulaire a expiré"),
        why=_("La page est restée ouverte trop longtemps, ou les cookies sont refusés."),
        remedy=_("Revenez en arrière, rechargez la page et renvoyez : votre texte est encore là."),
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    return _page(
        request,
        404,
        title=_("Cette page n’existe pas"),
        why=_("L’adresse est fausse, ou la page n’est pas publique."),
        remedy=_("Partez de l’accueil : tout ce qui est public s’y trouve."),
    )


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A request that no browser of good faith makes; or a form that is too long."""
    if isinstance(exception, DisallowedHost):  # our pages say their own address
        return HttpResponse("400", status=BAD, content_type="text/plain")
    if isinstance(exception, RequestDataTooBig):
        why, status = gettext(SENTENCES["large"]).format(limit=LARGEST // 2**20), TOO_LARGE
        return _page(request, status, title=_("Ce n’est pas possible maintenant"), why=why)
    response = not_found(request)
    response.status_code = BAD
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """What we did not foresee; and the database that does not answer, or cannot write."""
    away = isinstance(sys.exc_info()[1], (OperationalError, InterfaceError, Busy))
    response = _page(
        request,
        UNAVAILABLE if away else 500,
        title=_("Le site a rencontré une erreur"),
        why=_("Ce n’est pas de votre fait, et l’équipe technique peut la retrouver."),
        remedy=_("Rien n’a été enregistré. Réessayez dans une minute."),
        viewer=None,  # nor messages: both would ask the database
        messages=(),
    )
    if away:
        response["Retry-After"] = "60"
    response["Cache-Control"] = "no-store"
    return response
