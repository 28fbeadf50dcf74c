"""MP4 sound: one track of AAC or Opus; what is said of it (titles, places) becomes empty room."""

from collections.abc import Iterator

from isegoria.convention.publishing.refusing import RefusedFile

AT_THE_TOP = {
    b"ftyp",
    b"styp",
    b"moov",
    b"moof",
    b"mdat",
    b"mfra",
    b"sidx",
    b"free",
    b"skip",
    b"wide",
}
SAID = {b"udta", b"meta", b"uuid", b"free", b"skip", b"wide"}
OPENED = {b"moov", b"trak", b"mdia", b"minf", b"stbl", b"moof", b"traf", b"mvex"}
CODECS = {b"mp4a", b"Opus"}
MOST_BOXES = 50_000
Box = tuple[bytes, int, int]


def sound(content: bytes) -> tuple[bytes, float]:
    """The same bytes, with empty room in the place of what is not sound; and its seconds."""
    top = list(_boxes(content, 0, len(content)))
    kinds = [kind for kind, _, _ in top]
    if kinds.count(b"moov") != 1 or b"mdat" not in kinds or not set(kinds) <= AT_THE_TOP:
        raise RefusedFile("voice_broken")
    every = list(_every(content, 0, len(content)))
    handlers = [content[at + 8 : at + 12] for kind, at, _ in every if kind == b"hdlr"]
    codecs = {content[at + 12 : at + 16] for kind, at, _ in every if kind == b"stsd"}
    if handlers != [b"soun"] or not codecs or not codecs <= CODECS:
        raise RefusedFile("voice_unknown")
    kept = bytearray(content)
    for kind, at, end in every:
        if kind in SAID:
            kept[at - 4 : end] = b"free" + bytes(end - at)
    return bytes(kept), _seconds(content, every)


def _seconds(content: bytes, every: list[Box]) -> float:
    """What the header says, or, when it was written before its end, the fragments."""
    said = [_header(content, at) for kind, at, _ in every if kind in {b"mvhd", b"mdhd"}]
    longest = max((length / scale for length, scale in said if scale), default=0.0)
    scale = next((_header(content, at)[1] for kind, at, _ in every if kind == b"mdhd"), 0)
    begun = [_begun(content, at) for kind, at, _ in every if kind == b"tfdt"]
    return max(longest, max(begun, default=0) / scale if scale else 0.0)


def _header(content: bytes, at: int) -> tuple[int, int]:
    """Length and units a second, of the box that begins with a version."""
    wide = content[at] == 1
    start = at + (20 if wide else 12)
    scale = int.from_bytes(content[start : start + 4])
    length = content[start + 4 : start + (12 if wide else 8)]
    return (0 if length.strip(b"\xff") == b"" else int.from_bytes(length)), scale


def _begun(content: bytes, at: int) -> int:
    return int.from_bytes(content[at + 4 : at + (12 if content[at] == 1 else 8)])


def _every(content: bytes, at: int, end: int) -> Iterator[Box]:
    for kind, inside, close in _boxes(content, at, end):
        yield kind, inside, close
        if kind in OPENED:
            yield from _every(content, inside, close)


def _boxes(content: bytes, at: int, end: int) -> Iterator[Box]:
    """The boxes between two places, which they fill exactly."""
    for _ in range(MOST_BOXES):
        if at == end:
            return
        length, inside = int.from_bytes(content[at : at + 4]), at + 8
        if length < 8 or at + length > end:
            raise RefusedFile("voice_broken")
        yield content[at + 4 : at + 8], inside, at + length
        at += length
    raise RefusedFile("voice_broken")
