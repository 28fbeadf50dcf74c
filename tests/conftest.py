"""Fixtures: the cast, in a convention that is being prepared."""

import os
import tempfile

os.environ.setdefault("ISEGORIA_DATA", tempfile.mkdtemp(prefix="isegoria-tests-"))
os.environ.setdefault("ISEGORIA_STAFF_MFA", "optional")

import pytest
from hypothesis import settings

from isegoria.core.charter import Role

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


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
def gaston(poitiers, odile):
    from tests import cast

    return cast.holder(Role.GUARANTOR, poitiers, odile)


@pytest.fixture
def awa(poitiers, odile):
    from tests import cast

    return cast.holder(Role.MEMBER, poitiers, odile)
