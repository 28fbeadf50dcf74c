"""A city's register, read to draw letters: its columns, its strata. Nothing here writes anything."""

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from isegoria.core.sheets.reading import Fault, Sheet, Unreadable, sheet
from isegoria.core.sortition.strata import Stratum, one_a_home

MOST_BYTES = 10_000_000
MOST_ROWS = 100_000
MOST_STRATA = 60


@dataclass(frozen=True, slots=True)
class Register:
    """The rows, and the digest of the file, by which another may know that it is the same."""

    sheet: Sheet
    sha256: str


@dataclass(frozen=True, slots=True)
class Drawable:
    """The rows that may get a letter, and the stratum of each; of a home, one row if asked.

    places: for each row, what says where its letter goes: the whole line, and the address.
    left_out: how many were set aside because a letter went there before.
    """

    rows: tuple[tuple[str, ...], ...]
    strata: tuple[Stratum, ...]
    places: tuple[tuple[str, ...], ...] = ()
    left_out: int = 0

    @property
    def holds(self) -> dict[Stratum, int]:
        """Stratum → how many may get a letter, in the order of their names."""
        return dict(sorted(Counter(self.strata).items()))


Known = Callable[[Collection[str]], Collection[str]]  # of these places, those written to before


def nowhere(places: Collection[str]) -> Collection[str]:  # noqa: ARG001 -- a Known
    """No letter went anywhere before."""
    return ()


def register_of(name: str, content: bytes) -> Register:
    """The register in this file. Raises Unreadable, which says every fault and its remedy."""
    if len(content) > MOST_BYTES:
        raise _whole(name, _("Le fichier dépasse 10 Mo."), _("Gardez les seules colonnes utiles."))
    found = sheet(name, content)
    if not found.rows:
        raise _whole(
            name,
            _("Il n’y a personne sous les titres."),
            _("Mettez une personne ou une adresse par ligne."),
        )
    if len(found.rows) > MOST_ROWS:
        raise _whole(
            name,
            _("Le registre dépasse 100 000 lignes."),
            _("Coupez-le, par exemple par quartier, et faites un envoi pour chaque partie."),
        )
    return Register(found, hashlib.sha256(content).hexdigest())


def drawable(
    register: Register,
    by: Sequence[int],
    homes: Sequence[int],
    *,
    one: bool,
    known: Known = nowhere,
) -> Drawable:
    """Who may get a letter. by, homes: the columns of the strata and of the address, from 0.

    one: one row stands for each address; which one depends on the register alone. Set aside are
    the lines that were written to before and, with one letter for each address, their addresses.
    """
    rows = [cells for _line, cells in register.sheet.rows]
    lines = [_place("line", row) for row in rows]
    addresses = [_place("home", (row[at] for at in homes)) for row in rows]
    kept = one_a_home(addresses, register.sha256) if one else range(len(rows))
    before = set(known({*lines, *addresses} if one else set(lines)) or ())
    if one:
        before |= {home for line, home in zip(lines, addresses, strict=True) if line in before}
    before.discard("")
    free = [at for at in kept if not before & {lines[at], addresses[at] if one else ""}]
    return Drawable(
        tuple(rows[at] for at in free),
        tuple(tuple(rows[at][column] for column in by) for at in free),
        tuple(tuple(filter(None, (lines[at], addresses[at]))) for at in free),
        len(kept) - len(free),
    )


def _place(kind: str, cells: Iterable[str]) -> str:
    """Where a letter goes, as one text; nothing when every cell is empty."""
    said = _plain(cells)
    return "\x1f".join((kind, *said)) if any(said) else ""


def _plain(cells: Iterable[str]) -> tuple[str, ...]:
    """An address without case or punctuation: “12, rue Haute” is “12 RUE HAUTE”."""
    return tuple(
        " ".join("".join(c if c.isalnum() else " " for c in cell.casefold()).split())
        for cell in cells
    )


def _whole(name: str, problem: str, remedy: str) -> Unreadable:
    return Unreadable([Fault(name, problem, remedy)])
