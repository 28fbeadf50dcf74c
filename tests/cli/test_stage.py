"""`./isegoria stage`: a demonstration takes the place of a demonstration, and of nothing else."""

import json

import pytest

from isegoria.cli import demonstration, stage
from isegoria.stages import CannotLoad


@pytest.fixture
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("ISEGORIA_DATABASE_URL", "")
    (tmp_path / "isegoria.sqlite3").touch()
    (tmp_path / "files").mkdir()
    return tmp_path


def names(folder) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_demonstration_is_replaced(data):
    (data / demonstration.MEMORY).write_text(json.dumps({"name": "poitiers"}))

    stage.make_room(data)

    assert names(data) == []


def test_real_data_are_left_alone(data):
    stage.make_room(data)

    assert names(data) == ["files", "isegoria.sqlite3"]


def test_data_whose_demonstration_was_declined_are_left_alone(data):
    (data / demonstration.MEMORY).write_text(json.dumps(demonstration.NONE))

    stage.make_room(data)

    assert "isegoria.sqlite3" in names(data)


def test_an_unknown_stage_is_refused_with_the_known_ones():
    with pytest.raises(CannotLoad, match="« lunch » n’est pas une étape de « poitiers »"):
        stage.require("poitiers", "lunch")


def test_the_stage_of_a_first_start_exists():
    stage.require(demonstration.FIRST_NAME, demonstration.FIRST_STAGE)
