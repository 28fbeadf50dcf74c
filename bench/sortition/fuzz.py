"""Damaged tables for the parsers: anything but a reading or a list of faults stops with a trace."""

import argparse
import random
import time

from isegoria.core.sheets.reading import Unreadable, sheet
from isegoria.core.sheets.writing import csv_of, xlsx_of
from isegoria.core.sortition.readings import people_of, quotas_of

QUOTAS = [("sexe", "F", 1, 2), ("sexe", "H", 1, 2), ("âge", "18-24", 0, 2), ("âge", "25+", 0, 2)]
PEOPLE = [("a", "F", "18-24"), ("b", "H", "25+"), ("c", "F", "25+")]
PIECES = (
    b"\0",
    b'"',
    b"\r",
    b"\n",
    b";",
    b"\t",
    b"=",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"sep=;",
    b"PK\x03\x04",
    b"9" * 400,
)


def damaged(content: bytes, chance: random.Random) -> bytes:
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    chance, tried, refused = random.Random(options.seed), 0, 0
    good = quotas_of(sheet("q", csv_of(("feature", "value", "min", "max"), QUOTAS)))
    seeds = [
        written(titles, rows)
        for written in (csv_of, xlsx_of)
        for titles, rows in (
            (("feature", "value", "min", "max"), QUOTAS),
            (("id", "sexe", "âge"), PEOPLE),
        )
    ]
    end = time.monotonic() + options.seconds
    while time.monotonic() < end:
        content = damaged(chance.choice(seeds), chance)
        tried += 1
        try:
            table = sheet("fuzz", content)
            quotas_of(table) if chance.random() < 0.5 else people_of(table, good)
        except Unreadable:
            refused += 1
    print(f"{tried} tables, {refused} refused in words, none let through another error")


if __name__ == "__main__":
    main()
