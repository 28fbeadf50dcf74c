"""Fixtures: the cast, in a convention that is being prepared."""

import tempfile
import os

os.environ.setdefault("ISEGORIA_DATA", tempfile.mkdtemp(prefix="isegoria-tests-"))
os.environ.setdefault("ISEGORIA_STAFF_MFA", "optional")

import pytest  # noqa: E402

from isegoria.core.charter import Role  # noqa: E402


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
