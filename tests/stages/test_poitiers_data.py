"""The story of Poitiers is told honestly: sources named, fiction marked, plain words plain."""

import csv
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from isegoria.core.charter import Role, Window

FOLDER = Path(__file__).parents[2] / "src" / "isegoria" / "stages" / "poitiers"
TEXTS = sorted((FOLDER / "documents").glob("*.md"))
LONGEST_PLAIN_SENTENCE = 15


def table(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


def front(path: Path) -> tuple[dict[str, Any], str]:
    _, head, body = path.read_text("utf-8").split("+++\n", 2)
    return tomllib.loads(head), body


def cited(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            if name.endswith(("source", "sources")) and all(isinstance(one, str) for one in inner):
                yield from inner
            else:
                yield from cited(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from cited(inner)


def plain_sentences(path: Path) -> list[str]:
    _, _, plain = front(path)[1].partition("+++plain\n")
    return re.split(r"(?<=[.!?])\s+", plain.strip()) if plain else []


def test_every_source_that_is_cited_is_listed() -> None:
    listed = {source["key"] for source in table("convention")["sources"]}
    files = [tomllib.loads(path.read_text("utf-8")) for path in FOLDER.glob("*.toml")]
    uses = set(cited(files)) | set(cited([front(path)[0] for path in TEXTS]))
    assert uses - listed == set()


def test_every_text_exists_in_both_languages() -> None:
    french = {path.name for path in TEXTS if not path.name.endswith(".en.md")}
    english = {path.name.replace(".en.md", ".md") for path in TEXTS if path.name.endswith(".en.md")}
    assert french == english


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_a_text_is_named_and_its_links_lead_somewhere(path: Path) -> None:
    head, body = front(path)
    slugs = {front(one)[0]["slug"] for one in TEXTS}
    inner = {link for link in re.findall(r"\]\(([^)]+)\)", body) if "://" not in link}
    assert head["slug"] == path.name.split(".")[0]
    assert inner - slugs == set()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_a_plain_version_is_plain_and_never_claims_to_be_easy_to_read(path: Path) -> None:
    head, body = front(path)
    too_long = [
        sentence
        for sentence in plain_sentences(path)
        if len(re.findall(r"[\w’-]+", sentence)) > LONGEST_PLAIN_SENTENCE
    ]
    assert too_long == []
    assert ("+++plain\n" in body) == (head.get("plain_status") == "simplified")
    assert "+++plain\n" in body or not head.get("key")


def test_a_new_plan_says_why_and_ends_after_it_starts() -> None:
    for item in table("calendar")["items"]:
        for number, version in enumerate(item["versions"]):
            assert number == 0 or version["state"] != "planned" or version["reason"]["fr"]
            assert version["starts"] <= version.get("ends", version["starts"])


def test_every_window_of_the_charter_is_dated_once() -> None:
    windows = [item["window"] for item in table("calendar")["items"] if "window" in item]
    assert sorted(windows) == sorted(Window)


def test_versions_are_known_in_the_order_in_which_they_are_told() -> None:
    def day(value: date | datetime) -> date:
        return value.date() if isinstance(value, datetime) else value

    for item in table("calendar")["items"]:
        recorded = [day(version["recorded"]) for version in item["versions"]]
        assert recorded == sorted(recorded), item["slug"]


def test_the_committee_has_its_fourteen_seats() -> None:
    bodies = {body["kind"]: body for body in table("bodies")["bodies"]}
    assert [seat["position"] for seat in bodies["committee"]["seats"]] == list(range(1, 15))
    assert bodies["experts"]["seats"] == []


def test_the_cast_is_fictional_and_writes_from_example_org() -> None:
    real = {
        seat["name"].split()[0]
        for b in table("bodies")["bodies"]
        for seat in b["seats"]
        if "name" in seat
    }
    people = table("cast")["people"]
    assert {person["email"].partition("@")[2] for person in people} == {"example.org"}
    assert {person["name"].split(",")[0] for person in people} & real == set()
    assert {person["role"] for person in people} <= set(Role)


def test_what_is_invented_says_so() -> None:
    assert all(
        one["fictional"] and one["mark"]["fr"] for one in table("round_tables")["round_tables"]
    )
    assert table("gate")["launch"]["provenance"] == "A"
    assert all("(données fictives)" in one["name"]["fr"] for one in table("examples")["bodies"])


def test_an_example_is_marked_in_its_title_and_its_text() -> None:
    marks = {"fr": "données fictives", "en": "fictional data"}
    for path in TEXTS:
        head, body = front(path)
        marked = head["title"].endswith(f"({marks[head['language']]})")
        assert marked == head.get("fictional", False) == path.name.startswith("exemple-")
        assert not marked or marks[head["language"]] in body.lower()


def test_seats_that_are_made_up_are_held_by_the_cast() -> None:
    cast = {one["key"]: one["name"].split(",")[0] for one in table("cast")["people"]}
    for body in table("examples")["bodies"]:
        assert [seat["name"] for seat in body["seats"]] == [
            f"{cast[seat['cast']]} (personnage fictif)" for seat in body["seats"]
        ]


def test_each_criterion_fills_the_panel_and_each_cell_cites_a_source() -> None:
    with (FOLDER / "quotas.csv").open(encoding="utf-8", newline="") as file:
        cells = list(csv.DictReader(file))
    seats: Counter[str] = Counter()
    for cell in cells:
        seats[cell["feature"]] += int(cell["target"])
        assert int(cell["min"]) <= int(cell["target"]) <= int(cell["max"])
    assert len(cells) == 39
    assert set(seats.values()) == {30}
    assert all(re.search(r"\([SVDA]\)", cell["source"]) for cell in cells)
