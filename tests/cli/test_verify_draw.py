"""`./isegoria draw --list`, then `./isegoria verify-draw`, as the guarantors and a candidate do."""

import shutil

import pytest

from isegoria.cli import draw, verify_draw
from isegoria.cli.console import Stop
from tests.cli.test_draw import written

SIGNED = ["--signed-by", "Garante A", "--signed-by", "Garant B"]


@pytest.fixture(scope="module")
def sealed(tmp_path_factory):
    """A public draw, computed once, that no test may touch."""
    made = tmp_path_factory.mktemp("public")
    arguments = [*written(made), "--list", str(made / "tirage"), *SIGNED]
    assert draw.main([*arguments, "--seed", "7"]) == 0
    return made / "tirage"


@pytest.fixture
def folder(sealed, tmp_path):
    return shutil.copytree(sealed, tmp_path / "tirage")


def test_an_honest_folder_is_found_true(folder, capsys):
    assert verify_draw.main([str(folder)]) == 0

    said = capsys.readouterr().out
    assert "Les 1000 panels respectent les quotas (1000 différents)" in said
    assert said.endswith("Tout est conforme.\n")


def test_it_is_checked_in_english_too(folder, capsys):
    assert verify_draw.main([str(folder), "--lang", "en"]) == 0

    assert capsys.readouterr().out.endswith("Everything holds.\n")


def test_a_candidate_checks_their_receipt_without_the_openings(folder, capsys):
    (folder / "openings.json").unlink()

    assert verify_draw.main([str(folder), "--receipt", str(folder / "receipts/00017.json")]) == 0

    assert "« c017 » était dans la liste avant le tirage" in capsys.readouterr().out


def test_a_number_gives_its_panel(folder, capsys):
    verify_draw.main([str(folder), "--number", "427"])

    assert "Panel 427\u00a0: c0" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["notice.json", "openings.json", "record.json"])
@pytest.mark.parametrize("part", [0.0, 0.13, 0.37, 0.51, 0.77, 0.999])
def test_any_altered_byte_is_found(folder, name, part):
    path = folder / name
    content = bytearray(path.read_bytes())
    content[int(part * len(content))] ^= 1
    path.write_bytes(content)

    with pytest.raises(Stop):
        verify_draw.main([str(folder)])


@pytest.mark.parametrize("name", ["notice.json", "openings.json", "record.json"])
def test_an_added_space_is_found(folder, name):
    path = folder / name
    path.write_bytes(path.read_bytes() + b" ")

    with pytest.raises(Stop, match="un octet au moins a été modifié"):
        verify_draw.main([str(folder)])


def test_a_folder_that_holds_a_draw_is_never_written_over(tmp_path, folder):
    with pytest.raises(Stop, match="un nouveau tirage se fait dans un nouveau dossier"):
        draw.main([*written(tmp_path), "--list", str(folder), *SIGNED])


def test_two_guarantors_are_named_before(tmp_path):
    with pytest.raises(Stop, match="Nommez les deux garants"):
        draw.main([*written(tmp_path), "--list", str(tmp_path / "x"), "--signed-by", "Garante A"])
