"""Damaged files for every reader of them: only its own clear errors may come out.

    python -m bench.fuzz_readers [--seconds 60] [--only NAME]

Each reader has `--seconds`; what escapes stops the command with a trace and the file kept.
"""

import argparse
import json
import os
import random
import time
from collections.abc import Callable
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "isegoria.config.settings")
django.setup()

from isegoria.convention.recruitment import sheets as quota_import  # noqa: E402
from isegoria.convention.recruitment.registers import drawable, register_of  # noqa: E402
from isegoria.core.seating import readings as seating  # noqa: E402
from isegoria.core.sheets.reading import Unreadable, sheet  # noqa: E402
from isegoria.core.sheets.writing import csv_of, xlsx_of  # noqa: E402
from isegoria.core.sortition.proof import Altered  # noqa: E402
from isegoria.core.sortition.readings import Columns, people_of, quotas_of  # noqa: E402
from isegoria.core.sortition.verification import openings_hold  # noqa: E402

QUOTAS = ("feature", "value", "min", "max"), (("sexe", "F", 1, 2), ("sexe", "H", 0, 2))
PEOPLE = ("id", "sexe", "rue"), (("a", "F", "r1"), ("b", "H", "r2"), ("c", "F", "r1"))
SEATED = (
    ("id", "sexe", "place", "groupe", "absent"),
    (
        ("a", "F", "1", "x", "1 2"),
        ("b", "H", "", "x", ""),
    ),
)
PLAN = ("id", "carte", "tour 1", "tour 2"), (("a", 1, 1, 2), ("b", 2, 2, 1))
GRID = ("critère", "valeur", "min", "cible", "max", "source"), (("sexe", "F", 1, 1, 2, "Insee"),)
NOTICE = {
    "v": 1, "software": "x", "objective": "leximin", "algorithm": "leximin", "seats": 1,
    "quotas": [{"criterion": "sexe", "value": "F", "least": 0, "most": 1}], "promised": 0,
    "unseatable": [], "source": {"kind": "balls"}, "tickets": ["0" * 64], "candidates": ["1" * 64],
}  # fmt: skip
OPENINGS = {"v": 1, "notice": "0" * 64, "tickets": [{}], "candidates": [{}]}
PIECES = (
    b"\0", b'"', b"\r", b"\n", b";", b"\t", b"=", b"'", b"-", b"\xff\xfe", b"\xef\xbb\xbf", b"sep=;",
    b"PK\x03\x04", b"9" * 400, b"-1", b"1e999", b"null", b"[]", b"{}", b"[" * 3000, b"\xc2\xb2",
    b"\xd9\xa3", b"\xed\xa0\x80", b"\\ud800", b"NaN",
)  # fmt: skip


def damaged(content: bytes, chance: random.Random) -> bytes:
    """The file with up to eight bytes, pieces or lengths changed."""
    made = bytearray(content)
    for _ in range(chance.randint(0, 8)):
        at = chance.randint(0, len(made))
        match chance.randint(0, 3):
            case 0:
                made[at : at + 1] = bytes([chance.randint(0, 255)])
            case 1:
                made[at:at] = chance.choice(PIECES)
            case 2:
                del made[at : at + chance.randint(1, 20)]
            case 3:
                made[at:at] = made[: chance.randint(0, 200)]
    return bytes(made)


KNOWN = quotas_of(sheet("q", csv_of(*QUOTAS)))


def _quotas(content: bytes) -> None:
    quotas_of(sheet("q", content))


def _people(content: bytes) -> None:
    people_of(sheet("p", content), KNOWN, Columns(household=("rue",)))


def _seating(content: bytes) -> None:
    columns = seating.Columns(
        balance=("sexe",), place="place", together="groupe", away="absent"
    )  # fmt: skip
    seating.people_of(sheet("s", content), columns, 3)


def _pairs(content: bytes) -> None:
    seating.pairs_of(sheet("s", content), ("a", "b"))


def _plan(content: bytes) -> None:
    seating.rounds_of(sheet("s", content))


def _register(content: bytes) -> None:
    drawable(register_of("r", content), [0], [0], one=True)


def _imported(content: bytes) -> None:
    quota_import.read("t.csv", content)


def _verified(content: bytes) -> None:
    try:
        documents = json.loads(content)
    except (ValueError, RecursionError):
        return
    if isinstance(documents, list) and len(documents) == 2:
        openings_hold(*documents)


def _tables(*tables: tuple[tuple[str, ...], tuple[tuple[object, ...], ...]]) -> list[bytes]:
    return [written(*one) for written in (csv_of, xlsx_of) for one in tables]


READERS: dict[str, tuple[Callable[[bytes], None], list[bytes]]] = {
    "quotas": (_quotas, _tables(QUOTAS)),
    "people": (_people, _tables(PEOPLE)),
    "seating": (_seating, _tables(SEATED)),
    "pairs": (_pairs, _tables((("un", "deux"), (("a", "b"),)))),
    "plan": (_plan, _tables(PLAN)),
    "register": (_register, _tables(PEOPLE)),
    "import": (_imported, _tables(GRID)),
    "verify-draw": (_verified, [json.dumps([NOTICE, OPENINGS]).encode()]),
}


def fuzzed(name: str, chance: random.Random, until: Callable[[int], bool]) -> tuple[int, int]:
    """How many files were tried, and how many refused in words; anything else escapes."""
    read, seeds = READERS[name]
    tried = refused = 0
    while until(tried):
        content = damaged(chance.choice(seeds), chance)
        tried += 1
        try:
            read(content)
        except (Unreadable, Altered):
            refused += 1
        except Exception:
            Path(f"/tmp/escaped-{name}").write_bytes(content)
            raise
    return tried, refused


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", action="append", choices=sorted(READERS))
    options = parser.parse_args()
    for name in options.only or READERS:
        end = time.monotonic() + options.seconds
        tried, refused = fuzzed(
            name, random.Random(options.seed), lambda _tried, end=end: time.monotonic() < end
        )
        print(f"{name}: {tried} files, {refused} refused in words, no other error", flush=True)


if __name__ == "__main__":
    main()
