"""Fixtures: the cast, in a convention that is being prepared."""

import pytest
from hypothesis import settings

from isegoria.core.charter import Role

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
THEIR_FIXTURES = {"db", "transactional_db", "django_db_setup", "town_hall"}


def pytest_configure() -> None:
    """Pages name their static files as they are; hashing them is the business of a start.

    Catalogues are compiled, so that English is English even when pytest is called by hand.
    """
    from django.conf import settings as site

    from isegoria.cli.catalogues import compile_stale

    compile_stale()
    site.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    site.STORAGES = {**site.STORAGES, "staticfiles": plain}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """`-m database` takes what a second database may answer otherwise, and nothing else."""
    for item in items:
        if item.get_closest_marker("django_db") or THEIR_FIXTURES & set(item.fixturenames):
            item.add_marker("database")


@pytest.fixture(autouse=True)
def no_other_database(request, monkeypatch):
    """The others cannot reach it, not even from a process that they start."""
    if not request.node.get_closest_marker("database"):
        monkeypatch.delenv("ISEGORIA_DATABASE_URL", raising=False)


@pytest.fixture(autouse=True)
def in_french():
    """What one test's reader speaks is not heard in the next."""
    from django.utils import translation

    with translation.override("fr"):
        yield


@pytest.fixture
def alice(db):
    from tests import cast

    return cast.administrator()


@pytest.fixture
def poitiers(alice):
    from tests import cast

    return cast.convention(alice)


@pytest.fixture
def odile(poitiers, alice):
    from tests import cast

    return cast.holder(Role.ORGANISER, poitiers, alice)


@pytest.fixture
def gaston(poitiers, alice):
    from tests import cast

    return cast.holder(Role.GUARANTOR, poitiers, alice)


@pytest.fixture
def awa(poitiers, odile):
    from tests import cast

    return cast.holder(Role.MEMBER, poitiers, odile)


@pytest.fixture(scope="module")
def story_of_the_module(django_db_setup, django_db_blocker):
    from django.db import transaction

    from tests import cast, story

    with django_db_blocker.unblock(), transaction.atomic():
        yield story.everything(cast.administrator())
        transaction.set_rollback(True)


@pytest.fixture
def told(story_of_the_module, db):
    """The whole story, written once a module; what a test does to it is undone."""
    return story_of_the_module
