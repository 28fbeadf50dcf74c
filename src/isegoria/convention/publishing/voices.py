"""Sound recorded by somebody's device: the container is walked to its end, and only what makes
sound is kept. The name, the announced type and whatever else the bytes held are left out."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from isegoria.convention.publishing import mp4, recordings, webm
from isegoria.convention.publishing.files import Accepted
from isegoria.convention.publishing.refusing import Kind, RefusedFile

LARGEST = 10 * 1024 * 1024
LONGEST = 10 * 60  # seconds
OGG = Kind(media_type="audio/ogg", extensions=("ogg",), label="Ogg")
WEBM = Kind(media_type="audio/webm", extensions=("webm",), label="WebM")
MP4 = Kind(media_type="audio/mp4", extensions=("m4a",), label="MP4")
PAGE, OPUS_RATE = 27, 48_000


@dataclass(frozen=True, slots=True)
class Sound:
    """What makes sound, and how many seconds it lasts."""

    content: bytes
    seconds: float


def examine_voice(content: bytes) -> Accepted:
    """The recording as it may be kept. Raises RefusedFile, whose code says why not."""
    if not content:
        raise RefusedFile("empty")
    if len(content) > LARGEST:
        raise RefusedFile("voice_large", limit=LARGEST // 2**20)
    kind, read = _reader(content)
    try:
        sound = read(content)
    except (IndexError, ValueError) as wrong:
        raise wrong if isinstance(wrong, RefusedFile) else RefusedFile("voice_broken") from wrong
    if sound.seconds > LONGEST:
        raise RefusedFile("voice_long", limit=LONGEST // 60)
    return Accepted(
        name=f"voix.{kind.extensions[0]}",
        media_type=kind.media_type,
        content=sound.content,
        sha256=hashlib.sha256(sound.content).hexdigest(),
    )


def _reader(content: bytes) -> tuple[Kind, Callable[[bytes], Sound]]:
    if content.startswith(b"\x1a\x45\xdf\xa3"):
        return WEBM, lambda kept: Sound(*webm.sound(kept))
    if content.startswith(b"OggS"):
        return OGG, ogg
    if content[4:8] == b"ftyp":
        return MP4, lambda kept: Sound(*mp4.sound(kept))
    if recordings.announced(content):
        return recordings.MP3, lambda kept: Sound(*recordings.frames(kept))
    raise RefusedFile("voice_unknown")


def ogg(content: bytes) -> Sound:
    """One Opus stream, page after page, to the last byte. Its comments are left empty."""
    at, kept, granule, number = 0, [], 0, 0
    serial = content[14:18]
    while at < len(content):
        length = PAGE + content[at + 26] + sum(_lacing(content, at))
        page = content[at : at + length]
        if len(page) < length or not page.startswith(b"OggS\0") or page[14:18] != serial:
            raise RefusedFile("voice_broken")
        body = page[PAGE + page[26] :]
        if number == 2 and page[5] & 1:  # the comments go on: they were not those of a recorder
            raise RefusedFile("voice_broken")
        if number == 0 and not body.startswith(b"OpusHead"):
            raise RefusedFile("voice_unknown")
        granule = max(granule, int.from_bytes(page[6:14], "little", signed=True))
        kept.append(_without_comments(page) if number == 1 else page)
        at, number = at + len(page), number + 1
    if number < 3:
        raise RefusedFile("voice_broken")
    return Sound(b"".join(kept), granule / OPUS_RATE)


def _lacing(content: bytes, at: int) -> bytes:
    return content[at + PAGE : at + PAGE + content[at + 26]]


def _without_comments(page: bytes) -> bytes:
    """The second page holds titles, places and pictures: an empty one takes its place."""
    if not page[PAGE + page[26] :].startswith(b"OpusTags"):
        raise RefusedFile("voice_broken")
    body = b"OpusTags" + (0).to_bytes(4, "little") + (0).to_bytes(4, "little")
    bare = page[:22] + bytes(4) + b"\x01" + bytes([len(body)]) + body
    return bare[:22] + _checksum(bare).to_bytes(4, "little") + bare[26:]


def _checksum(page: bytes) -> int:
    """As Ogg says: polynomial 0x04c11db7, from zero, nothing turned round."""
    register = 0
    for byte in page:
        register ^= byte << 24
        for _ in range(8):
            carried = register & 0x80000000
            register = (register << 1) & 0xFFFFFFFF ^ (0x04C11DB7 if carried else 0)
    return register
