"""The whole journal in one file, to be checked without this site.

One leaf a line (JSON Lines); or a ZIP with the same leaves as C2SP tlog-tiles entry bundles, the
body of the checkpoint (a signature comes later) and the public tables. Both are streamed: the
journal may be long.
"""

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from django.utils.translation import gettext_lazy as _

from isegoria.core.journal import record

BUNDLE = 256
FILES = {
    "journal.jsonl": _(
        "une entrée par ligne, dans l’ordre ; chaque ligne, sans sa fin de ligne, est une "
        "feuille de l’arbre (RFC 6962 : SHA-256 de 0x00 suivi de la feuille)"
    ),
    "checkpoint": _(
        "le corps du point de contrôle C2SP : origine, taille, racine en base64 ; pas encore signé"
    ),
    "tile/entries/": _(
        "les mêmes feuilles, par paquets de 256 (C2SP tlog-tiles : longueur sur deux octets, "
        "feuille)"
    ),
    "tables/": _("les tables publiques, pour un tableur"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The state of a journal: its name, its size and its root."""

    origin: str
    size: int
    root: bytes


def lines(leaves: Iterable[bytes], size: int) -> Iterator[bytes]:
    """The first `size` leaves, one a line, in chunks."""
    kept: list[bytes] = []
    for leaf in islice(leaves, size):
        kept.append(leaf + b"\n")
        if len(kept) == BUNDLE:
            yield b"".join(kept)
            kept.clear()
    yield b"".join(kept)


def bundles(leaves: Iterable[bytes], size: int) -> Iterator[tuple[str, bytes]]:
    """The entry bundles of the first `size` leaves, with their C2SP paths."""
    taken = iter(islice(leaves, size))
    number = 0
    while batch := list(islice(taken, BUNDLE)):
        partial = "" if len(batch) == BUNDLE else f".p/{len(batch)}"
        yield f"tile/entries/{tile_number(number)}{partial}", record.bundle(batch)
        number += 1


def tile_number(number: int) -> str:
    """C2SP tlog-tiles: groups of three digits, each but the last behind an x."""
    groups = [f"{number % 1000:03}"]
    while number := number // 1000:
        groups.append(f"x{number % 1000:03}")
    return "/".join(reversed(groups))


def archive(
    head: Head, leaves: Callable[[], Iterable[bytes]], *, tables: Mapping[str, bytes], at: datetime
) -> Iterator[bytes]:
    """The ZIP, as it is made. `leaves` is called twice: once for the lines, once for the bundles."""
    out = _Spout()
    made = zipfile.ZipFile(out, "w")
    for name, body in _small(head, tables).items():
        made.writestr(_file(name, at), body)
        yield out.taken()
    with made.open(_file("journal.jsonl", at), "w") as whole:
        for chunk in lines(leaves(), head.size):
            whole.write(chunk)
            yield out.taken()
    for name, body in bundles(leaves(), head.size):
        made.writestr(_file(name, at), body)
        yield out.taken()
    made.close()
    yield out.taken()


def _read_me(size: int) -> str:
    heading = _("Le registre public d’une convention, tel qu’il était à %(size)d entrées.")
    sealed = _(
        "Une entrée « sealed » existe et ne peut pas être ôtée ; son contenu n’est lu "
        "que par les rôles nommés."
    )
    files = "".join(f"{name}\n    {words}\n" for name, words in FILES.items())
    return f"{heading % {'size': size}}\n\n{files}\n{sealed}\n"


def _small(head: Head, tables: Mapping[str, bytes]) -> dict[str, bytes]:
    checkpoint = record.checkpoint_body(origin=head.origin, size=head.size, root=head.root)
    return {
        "LISEZ-MOI.txt": _read_me(head.size).encode(),
        "checkpoint": checkpoint.encode(),
        **{f"tables/{name}": body for name, body in tables.items()},
    }


def _file(name: str, at: datetime) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, at.timetuple()[:6])
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info


class _Spout(io.RawIOBase):
    """What is written here is taken away at once; it cannot be sought."""

    def __init__(self) -> None:
        super().__init__()
        self.kept = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, some: bytes | bytearray | memoryview) -> int:  # type: ignore[override]
        self.kept += some
        return len(some)

    def taken(self) -> bytes:
        body = bytes(self.kept)
        self.kept.clear()
        return body
