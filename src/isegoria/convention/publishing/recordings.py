"""MP3 sound: the frames alone, without the tags around them."""

from isegoria.convention.publishing.refusing import Kind, Read, RefusedFile

MP3 = Kind(media_type="audio/mpeg", extensions=("mp3",), label="MP3")
ENOUGH_FRAMES = 5
MOST_LEFT = 2000  # bytes: half a frame, where a recording was cut
BITRATES = {
    True: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    False: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}


def announced(content: bytes) -> bool:
    return content.startswith(b"ID3") or _frame_length(content[:4]) > 0


def mp3(content: bytes) -> Read:
    """Tags (titles, pictures, places) are cut; the first frames must follow each other."""
    sound = _without_tags(content)
    start = 0
    for _ in range(ENOUGH_FRAMES):
        length = _frame_length(sound[start : start + 4])
        if not length or start + length > len(sound):
            raise RefusedFile("sound_broken")
        start += length
    return sound, MP3


def frames(content: bytes) -> tuple[bytes, float]:
    """The frames that follow each other and nothing after them; how many seconds they last."""
    sound, at, seconds, count = _without_tags(content), 0, 0.0, 0
    while length := _frame_length(sound[at : at + 4]):
        if at + length > len(sound):
            break
        seconds += _frame_seconds(sound[at : at + 4])
        at, count = at + length, count + 1
    if count < ENOUGH_FRAMES or len(sound) - at > MOST_LEFT:
        raise RefusedFile("sound_broken")
    return sound[:at], seconds


def _frame_seconds(header: bytes) -> float:
    version, rate = header[1] >> 3 & 3, header[2] >> 2 & 3
    return (1152 if version == 3 else 576) / RATES[version][rate]


def _without_tags(content: bytes) -> bytes:
    while content.startswith(b"ID3") and len(content) > 10:
        sizes = content[6:10]
        length = sum(
            (byte & 0x7F) << shift for byte, shift in zip(sizes, (21, 14, 7, 0), strict=True)
        )
        content = content[10 + length :]
    return content[:-128] if content[-128:-125] == b"TAG" else content


def _frame_length(header: bytes) -> int:
    """The length of the layer III frame that this header announces; 0 when it is none."""
    if len(header) < 4 or header[0] != 0xFF or header[1] & 0xE6 != 0xE2:
        return 0
    version, bitrate, rate = header[1] >> 3 & 3, header[2] >> 4, header[2] >> 2 & 3
    if version == 1 or bitrate in {0, 15} or rate == 3:
        return 0
    whole = version == 3
    samples = 144 if whole else 72
    return samples * BITRATES[whole][bitrate] * 1000 // RATES[version][rate] + (header[2] >> 1 & 1)
