"""Who acts is read from the request, once for every view."""

import uuid
from datetime import UTC, datetime
from types import SimpleNamespace

from isegoria.convention.chartered import By
from isegoria.convention.people.viewer import Viewer
from isegoria.core.charter import Role
from isegoria.web.acting import acting

AT = datetime(2021, 4, 2, 9, tzinfo=UTC)


def request(rf):
    made = rf.get("/")
    made.viewer = Viewer(None, frozenset({Role.ANYONE}), AT)
    return made


def test_a_visitor_acts_at_the_instant_of_the_request(rf):
    assert acting(request(rf)) == By(None, AT)


def test_a_form_brings_its_number_and_its_revision(rf):
    once = uuid.uuid4()
    form = SimpleNamespace(cleaned_data={"once": once, "base": 3, "title": "…"})
    assert acting(request(rf), form) == By(None, AT, once=once, base=3)
