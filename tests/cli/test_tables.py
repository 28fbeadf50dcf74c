"""`./isegoria tables`, as somebody types it."""

import json

import pytest

from isegoria.cli import tables
from isegoria.cli.console import Stop
from isegoria.core.sheets.reading import sheet
from isegoria.core.sheets.writing import csv_of
from tests.core.seating.parties import panel

KEYS = {
    "seed", "rounds", "cards", "met", "met_before", "upper_bound", "possible_pairs", "fewest_met",
    "most_often", "bad_cells", "balance", "moved", "notes",
}  # fmt: skip


@pytest.fixture
def typed(tmp_path):
    """The file of thirty participants, with its options."""
    file = tmp_path / "participants.csv"
    file.write_bytes(
        csv_of(["id", "sexe", "âge"], [(one.id, *one.values) for one in panel().people])
    )
    return [str(file), "--tables", "5", "--rounds", "6", "--balance", "sexe", "--balance", "âge"]


def printed(capsys, arguments):
    assert tables.main(arguments) == 0
    return capsys.readouterr().out


def test_the_json_says_all_that_is_known(typed, capsys):
    result = json.loads(printed(capsys, [*typed, "--seed", "7", "--json"]))

    assert set(result) == KEYS
    assert result["bad_cells"] == []
    assert 360 <= result["met"] <= result["upper_bound"] <= result["possible_pairs"] == 435
    assert [sorted(map(len, one)) for one in result["rounds"]] == [[6] * 5] * 6


def test_a_seed_that_was_not_given_is_shown_and_gives_the_same_plan(typed, capsys):
    first = json.loads(printed(capsys, [*typed, "--json"]))

    again = json.loads(printed(capsys, [*typed, "--json", "--seed", str(first["seed"])]))

    assert again == first


def test_without_json_it_speaks_french(typed, capsys):
    said = printed(capsys, [*typed, "--seed", "7"])

    assert "Cases mal équilibrées : 0 sur 180 (plus d’une personne d’écart" in said
    assert "Rencontres : " in said
    assert "Graine : 7." in said


def test_a_later_session_continues_and_a_change_moves_few(typed, tmp_path, capsys):
    plan, cards, signs = (str(tmp_path / name) for name in ("plan.csv", "cartes.csv", "t.xlsx"))
    printed(capsys, [*typed, "--seed", "7", "--plan", plan, "--cards", cards, "--signs", signs])

    later = json.loads(printed(capsys, [*typed, "--seed", "8", "--held", plan, "--json"]))
    lines = (tmp_path / "participants.csv").read_bytes().splitlines(keepends=True)
    (tmp_path / "participants.csv").write_bytes(b"".join(lines[:5] + lines[6:]))
    kept = json.loads(printed(capsys, [*typed, "--keep", plan, "--from", "2", "--json"]))

    assert later["met"] > later["met_before"] >= 360
    assert len({one["round"] for one in kept["moved"]}) == len(kept["moved"]) <= 5
    assert kept["cards"]["p29"] == 30
    assert sheet("c", (tmp_path / "cartes.csv").read_bytes()).titles[:2] == ("carte", "tour 1")
    assert sheet("t", (tmp_path / "t.xlsx").read_bytes()).titles[0] == "tour"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (
            ["--balance", "quartier"],
            r"participants\.csv, ligne 1, colonne «\squartier\s»\s: il manque",
        ),
        (["--apart", "absent.csv"], r"absent\.csv\s: le fichier ne s’ouvre pas"),
        (["--tables", "31"], "30 personnes pour 31 tables"),
    ],
)
def test_what_is_wrong_is_said(typed, more, said):
    with pytest.raises(Stop, match=said):
        tables.main([*typed, *more])


@pytest.mark.parametrize("more", [["--tables", "0"], ["--rounds", "1000"]])
def test_a_number_out_of_reach_is_refused(typed, more):
    with pytest.raises(SystemExit):
        tables.main([*typed, *more])
