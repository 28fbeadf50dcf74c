"""WebM sound: its header, its track and its clusters, written again without anything else."""

from collections.abc import Iterator

from isegoria.convention.publishing.refusing import RefusedFile

HEADER, DOC_TYPE, SEGMENT = 0x1A45DFA3, 0x4282, 0x18538067
INFO, TRACKS, CLUSTER = 0x1549A966, 0x1654AE6B, 0x1F43B675
LEFT_OUT = {0x114D9B74, 0x1C53BB6B, 0x1254C367, 0x1941A469, 0x1043A770, 0xEC, 0xBF}
TRACK, TRACK_TYPE, CODEC, AUDIO = 0xAE, 0x83, 0x86, 2
TIMESTAMP, SIMPLE_BLOCK, BLOCK_GROUP, BLOCK = 0xE7, 0xA3, 0xA0, 0xA1
IN_A_CLUSTER = {TIMESTAMP, SIMPLE_BLOCK, BLOCK_GROUP, 0xA7, 0xAB, 0xEC, 0xBF}
SCALE = 0x2AD7B1
UNKNOWN = b"\x01" + b"\xff" * 7
CODECS = {b"A_OPUS", b"A_VORBIS"}
MOST_ELEMENTS = 100_000
Element = tuple[int, int, int]  # what it is, where its content begins, where it ends


def sound(content: bytes) -> tuple[bytes, float]:
    """The same sound in a file of ours, and how many seconds it lasts."""
    elements = list(_elements(content, 0, len(content), {SEGMENT}))
    if [one for one, _, _ in elements] != [HEADER, SEGMENT]:
        raise RefusedFile("voice_broken")
    (_, head, head_end), (_, start, end) = elements
    if b"".join(_found(content, head, head_end, DOC_TYPE)).rstrip(b"\0") != b"webm":
        raise RefusedFile("voice_unknown")
    parts, scale, last = [], 1_000_000, 0
    for kind, inside, close in _elements(content, start, end, {CLUSTER}):
        if kind == INFO:
            scale = int.from_bytes(b"".join(_found(content, inside, close, SCALE))) or scale
            parts.append(_written(INFO, _written(SCALE, scale.to_bytes(4))))
        elif kind == TRACKS:
            _only_sound(content, inside, close)
            parts.append(_written(TRACKS, content[inside:close]))
        elif kind == CLUSTER:
            last = max(last, _latest(content, inside, close))
            parts.append(_written(CLUSTER, _bare(content, inside, close)))
        elif kind not in LEFT_OUT:
            raise RefusedFile("voice_broken")
    return content[:head_end] + SEGMENT.to_bytes(4) + UNKNOWN + b"".join(parts), last * scale / 1e9


def _elements(content: bytes, at: int, end: int, endless: set[int]) -> Iterator[Element]:
    """The elements between two places. Those that may have no end stop where their like begins."""
    for _ in range(MOST_ELEMENTS):
        if at == end:
            return
        kind, after = _number(content, at, keeps_mark=True)
        length, inside = _number(content, after)
        if length == 2 ** (7 * (inside - after)) - 1:
            if kind not in endless:
                raise RefusedFile("voice_broken")
            close = end if kind == SEGMENT else _end_of_cluster(content, inside, end)
        else:
            close = inside + length
        if close > end:
            raise RefusedFile("voice_broken")
        yield kind, inside, close
        at = close
    raise RefusedFile("voice_broken")


def _end_of_cluster(content: bytes, at: int, end: int) -> int:
    while at < end:
        kind, after = _number(content, at, keeps_mark=True)
        if kind not in IN_A_CLUSTER:
            return at
        length, inside = _number(content, after)
        at = inside + length
    return at


def _number(content: bytes, at: int, *, keeps_mark: bool = False) -> tuple[int, int]:
    """EBML: the zeros before the first one say how many bytes follow."""
    first = content[at]
    length = 9 - first.bit_length()
    if length > 8 or at + length > len(content):
        raise RefusedFile("voice_broken")
    number = int.from_bytes(content[at : at + length])
    return (number if keeps_mark else number & (1 << 7 * length) - 1), at + length


def _found(content: bytes, at: int, end: int, wanted: int) -> list[bytes]:
    return [content[a:b] for kind, a, b in _elements(content, at, end, set()) if kind == wanted]


def _only_sound(content: bytes, at: int, end: int) -> None:
    tracks = _elements(content, at, end, set())
    bodies = [(inside, close) for kind, inside, close in tracks if kind == TRACK]
    for inside, close in bodies:
        types = [int.from_bytes(one) for one in _found(content, inside, close, TRACK_TYPE)]
        codecs = set(_found(content, inside, close, CODEC))
        if types != [AUDIO] or not codecs <= CODECS:
            raise RefusedFile("voice_unknown")
    if len(bodies) != 1:
        raise RefusedFile("voice_unknown")


def _bare(content: bytes, at: int, end: int) -> bytes:
    """A cluster's time and its blocks."""
    kept = {TIMESTAMP, SIMPLE_BLOCK, BLOCK_GROUP}
    return b"".join(
        _written(kind, content[inside:close])
        for kind, inside, close in _elements(content, at, end, set())
        if kind in kept
    )


def _latest(content: bytes, at: int, end: int) -> int:
    base = latest = 0
    for kind, inside, close in _elements(content, at, end, set()):
        if kind == TIMESTAMP:
            base = int.from_bytes(content[inside:close])
        elif kind in {SIMPLE_BLOCK, BLOCK_GROUP}:
            start = inside
            if kind == BLOCK_GROUP:
                start = next(
                    a for one, a, _ in _elements(content, inside, close, set()) if one == BLOCK
                )
            _track, place = _number(content, start)
            latest = max(latest, base + int.from_bytes(content[place : place + 2], signed=True))
    return latest


def _written(kind: int, body: bytes) -> bytes:
    name = kind.to_bytes((kind.bit_length() + 7) // 8)
    return name + (len(body) | 1 << 56).to_bytes(8) + body
