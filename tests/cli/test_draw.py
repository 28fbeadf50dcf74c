"""`./isegoria draw`, as somebody types it."""

import json

import pytest

from isegoria.cli import draw
from isegoria.cli.console import Stop
from isegoria.core.sheets.writing import csv_of, xlsx_of
from isegoria.core.sortition.writings import QUOTA_TITLES, quota_rows
from tests.core.sortition.oracle import fits
from tests.core.sortition.pools import town

KEYS = {
    "algorithm", "objective", "min_probability", "upper_bound", "gap", "probabilities", "panels",
    "panel", "objective_value", "theta", "unseatable", "seed",
}  # fmt: skip


@pytest.fixture
def files(tmp_path):
    return written(tmp_path)


def written(folder):
    """The town's two tables in this folder, and the arguments that name them."""
    problem = town()
    rows = [(person.id, *person.values, person.household) for person in problem.people]
    people, quotas = folder / "personnes.csv", folder / "quotas.xlsx"
    people.write_bytes(csv_of(["nom", *problem.criteria, "adresse"], rows))
    quotas.write_bytes(xlsx_of(QUOTA_TITLES, quota_rows(problem.quotas)))
    return [str(people), str(quotas), "-k", str(problem.seats), "--household", "adresse"]


def printed(capsys, arguments):
    assert draw.main(arguments) == 0
    return capsys.readouterr().out


def test_the_json_says_all_that_is_known(files, capsys):
    result = json.loads(printed(capsys, [*files, "--json", "--seed", "7"]))

    assert set(result) == KEYS
    assert result["min_probability"] <= result["upper_bound"]
    assert sum(panel["weight"] for panel in result["panels"]) == pytest.approx(1)
    assert sum(result["probabilities"].values()) == pytest.approx(20)
    assert result["panel"] in [panel["people"] for panel in result["panels"]]


def test_the_panel_meets_the_quotas_and_one_person_sits_by_home(files, capsys):
    problem = town()

    result = json.loads(printed(capsys, [*files, "--json", "--seed", "7"]))

    panel = [person for person in problem.people if person.id in result["panel"]]
    assert fits(problem, panel)


def test_a_seed_that_was_not_given_is_shown_and_gives_the_same_panel(files, capsys):
    first = json.loads(printed(capsys, [*files, "--json"]))

    again = json.loads(printed(capsys, [*files, "--json", "--seed", str(first["seed"])]))

    assert again == first


def test_without_json_it_speaks_french(files, capsys):
    said = printed(capsys, [*files, "--seed", "7"])

    assert "Tirage\u00a0: 20 places, 120 personnes. Graine\u00a0: 7." in said
    assert "Méthode\u00a0: leximin (demandé\u00a0: leximin)." in said


def test_it_speaks_english_when_it_is_asked_to(files, capsys):
    said = printed(capsys, [*files, "--seed", "7", "--lang", "en"])

    assert "Draw: 20 seats, 120 people. Seed: 7." in said
    assert "Tirage" not in said


def test_faults_are_told_in_english_and_the_next_command_is_french_again(files, tmp_path, capsys):
    damaged = tmp_path / "quotas.csv"
    damaged.write_text("feature,value,min\nsexe,F,=1\n")

    with pytest.raises(
        Stop, match=r"quotas\.csv, line 2, column “3”, value “=1”: this is a formula"
    ):
        draw.main([files[0], str(damaged), "-k", "20", "--lang=en"])

    assert "Tirage" in printed(capsys, [*files, "--seed", "7"])


def test_the_panel_is_written_as_it_came(files, tmp_path, capsys):
    out = tmp_path / "panel.csv"

    printed(capsys, [*files, "--seed", "7", "--selected", str(out)])

    assert len(out.read_text("utf-8-sig").splitlines()) == 21


def test_quotas_in_conflict_end_with_what_would_mend_them(files, capsys):
    with pytest.raises(Stop, match=r"(?s)voie\u00a0: téléphone\u00a0: au plus 15.*Solution 2"):
        draw.main([*files[:3], "22"])


def test_a_file_that_is_not_there_is_named(files):
    with pytest.raises(Stop, match=r"absent\.csv\s: le fichier ne s’ouvre pas \(il n’existe pas\)"):
        draw.main(["absent.csv", *files[1:]])
