"""A request to these pages, as access.py leaves it."""

from django.http import HttpRequest

from isegoria.convention.mandate.models import Convention
from isegoria.convention.people.viewer import Viewer


class AnsweringRequest(HttpRequest):
    """`convention` is the one that the address names; the viewer may read its pages."""

    viewer: Viewer
    convention: Convention
