"""A name, a phone, an e-mail and an address are looked for everywhere after the erasure: nowhere."""

import uuid

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from isegoria.convention.governance.conduct import Refused
from isegoria.convention.models import Candidate
from isegoria.convention.verbs import candidates
from isegoria.web import clock
from tests import forgotten, recruiting
from tests.cast import AT
from tests.recruiting import OLD, officer
from tests.story import announced


@pytest.fixture(autouse=True)
def that_day(monkeypatch, settings, tmp_path):
    monkeypatch.setattr(clock, "now", lambda: AT)
    settings.DATA_DIR = tmp_path
    cache.clear()


@pytest.fixture
def told(alice):
    told = announced(alice)
    forgotten.found_by_every_way(told, signed_in)
    return told


def signed_in(account):
    client = Client()
    if account is not None:
        client.force_login(account)
    return client


def posted(told, page, *args):
    url = reverse(f"recruiters:{page}", args=[told.convention.slug, *args])
    answer = signed_in(officer(told).actor).post(url, {"once": str(uuid.uuid4())})
    assert answer.status_code == 302, answer.content.decode()


def test_after_the_erasure_nothing_of_anybody_is_found_not_even_in_a_copy_made_before(
    told, django_capture_on_commit_callbacks
):
    left = forgotten.drawn_and_left(told)
    copy = forgotten.Copy()
    before = copy.left()

    for one in left:
        candidates.withdraw(one, officer(told))
    with django_capture_on_commit_callbacks(execute=True):
        posted(told, "erasure")

    assert {"zorblax", "mirabeltine", "vermicelle"} <= before
    assert any("digest of" in one for one in before)
    assert copy.left() == set()
    assert forgotten.Copy().left() == set()


def test_after_a_request_nothing_of_that_person_is_found_and_the_others_are_still_known(
    told, django_capture_on_commit_callbacks
):
    copy = forgotten.Copy()

    with django_capture_on_commit_callbacks(execute=True):
        for one in forgotten.marked(told):
            posted(told, "candidate_erase", one.pk)

    assert copy.left() == set()
    assert forgotten.Copy().left() == set()
    stays = told.convention.candidates.first()
    twin, said = Candidate(convention=told.convention, relay=stays.relay), recruiting.said(OLD)
    with pytest.raises(Refused) as refused:
        candidates.enter(twin, officer(told), said={**said, "identity": stays.identity})
    assert refused.value.decision.about == ("not_known",)
