"""A refusal of the charter becomes a page that says why, once for every view."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from isegoria.convention.governance.conduct import AlreadyDone, Conflict, Refused
from isegoria.web import errors
from isegoria.web.links import address_of


class Refusals:
    """Middleware."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponseBase | None:
        match exception:
            case Refused():
                return errors.refused(request, exception)
            case Conflict():
                return errors.conflict(request, exception)
            case AlreadyDone():
                messages.info(request, _("C’était déjà enregistré : rien n’a été fait deux fois."))
                return redirect(address_of(exception.entry.subject, request) or request.path)
            case ValidationError():  # a form of the sign-in library, sent out of its order
                return errors.csrf_failure(request)
        return None
