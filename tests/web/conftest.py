"""What several tests of pages begin with."""

import pytest

from isegoria.web import clock
from tests.cast import AT
from tests.web.letters import city


@pytest.fixture
def register(alice, monkeypatch, settings, tmp_path):
    """A city with a register, on the day of the story; its files in a folder of their own."""
    monkeypatch.setattr(clock, "now", lambda: AT)
    settings.DATA_DIR = tmp_path
    return city(alice)
