"""Reads the data of a demonstration. What is absent there is unknown, and stays so."""

import csv
import tomllib
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

HERE = Path(__file__).parent
ZONE = ZoneInfo("Europe/Paris")
LONGEST_SOURCE = 300
Fact = dict[str, Any]
Say = Callable[[Fact, str], str]  # `fr` or `en`


def fr(fact: Fact, name: str) -> str:
    """The French text of a fact, or nothing."""
    said = fact.get(name, {})
    return str(said.get("fr", "")) if isinstance(said, dict) else str(said)


def en(fact: Fact, name: str) -> str:
    """The English text of a fact, or nothing."""
    said = fact.get(name, {})
    return str(said.get("en", "")) if isinstance(said, dict) else str(said)


def joined(*texts: str) -> str:
    return " ".join(text for text in texts if text)


def instant(value: date, *, hour: int, minute: int = 0) -> datetime:
    """The instant of a date, at that hour of the place unless the fact has its own."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=ZONE)
    return datetime.combine(value, time(hour, minute), tzinfo=ZONE)


def span(fact: Fact) -> tuple[datetime, datetime]:
    """The first and the last instant of a dated fact; with no end, that of its precision."""
    starts, ends = fact["starts"], fact.get("ends")
    last = ends or _end_of(starts, fact["precision"])
    return instant(starts, hour=0), instant(last, hour=23, minute=59) + timedelta(seconds=59)


def _end_of(day: date, precision: str) -> date:
    if precision == "month":
        return day.replace(day=monthrange(day.year, day.month)[1])
    return day.replace(month=12, day=31) if precision == "year" else day


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A published text: its front matter, its body and its plain-language version."""

    about: Fact
    body: str
    plain: str


@dataclass(frozen=True)
class Facts:
    """The folder of one demonstration, read on demand."""

    name: str

    @property
    def folder(self) -> Path:
        return HERE / self.name

    def has(self, file: str) -> bool:
        return (self.folder / file).exists()

    def read(self, file: str) -> Fact:
        return tomllib.loads((self.folder / file).read_text("utf-8"))

    @cached_property
    def convention(self) -> Fact:
        return self.read("convention.toml")

    @cached_property
    def stages(self) -> dict[str, datetime]:
        """Name of a stage → where its clock stands, in the order of time."""
        return {
            one["name"]: instant(one["clock"], hour=12)
            for one in self.read("stages.toml")["stages"]
        }

    def rows(self, file: str) -> list[dict[str, str]]:
        with (self.folder / file).open(encoding="utf-8", newline="") as table:
            return list(csv.DictReader(table))

    def texts(self) -> list[Text]:
        return [
            _text(file.read_text("utf-8")) for file in sorted(self.folder.glob("documents/*.md"))
        ]

    def cited(self, keys: list[str]) -> str:
        """The sources that these keys name, with their titles if there is room for them."""
        known = {one["key"]: one for one in self.convention["sources"]}
        found = [known[key] for key in keys]
        long = " ; ".join(f"« {one['title']} », {_publisher(one)}" for one in found)
        return long if len(long) <= LONGEST_SOURCE else " ; ".join(map(_publisher, found))


def _publisher(source: Fact) -> str:
    when = source["date"].year if "date" in source else source.get("year", "")
    return f"{source['publisher']}, {when}" if when else str(source["publisher"])


def _text(content: str) -> Text:
    _, front, rest = content.split("+++\n", 2)
    body, _, plain = rest.partition("+++plain\n")
    return Text(about=tomllib.loads(front), body=body.strip(), plain=plain.strip())
