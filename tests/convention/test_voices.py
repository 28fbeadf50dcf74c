"""Recordings of a voice: what Chromium records is kept, and of the rest nothing but its sound."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isegoria.convention.publishing import voices
from isegoria.convention.publishing.refusing import IN_THE_ROOM, SENTENCES, RefusedFile
from isegoria.convention.publishing.voices import LARGEST, examine_voice

HERE = Path(__file__).parent / "recordings"
WEBM, MP4 = (HERE / "chromium.webm").read_bytes(), (HERE / "chromium.m4a").read_bytes()
FRAME = b"\xff\xfb\x90\x00" + bytes(413)
SECRET = b"48.8566N Marie"


def page(body, *, granule=0, number=0, flags=0):
    lacing = [*[255] * (len(body) // 255), len(body) % 255]
    head = b"OggS\0" + bytes([flags]) + granule.to_bytes(8, "little") + b"abcd"
    bare = head + number.to_bytes(4, "little") + bytes(4) + bytes([len(lacing), *lacing]) + body
    return bare[:22] + voices._checksum(bare).to_bytes(4, "little") + bare[26:]


def ogg(*, seconds=2, comment=b"", codec=b"OpusHead\x01\x01"):
    tags = b"OpusTags" + len(comment).to_bytes(4, "little") + comment + bytes(4)
    sound = page(bytes(300), granule=seconds * 48_000, number=2)
    return page(codec + bytes(10), flags=2) + page(tags, number=1) + sound


def box(kind, body):
    return (len(body) + 8).to_bytes(4) + kind + body


def element(kind, body):
    return bytes.fromhex(kind) + (len(body) | 1 << 28).to_bytes(4) + body


def film(track_type=b"\x01", codec=b"V_VP8", doc=b"webm"):
    head = element("1A45DFA3", element("4282", doc))
    track = element("AE", element("83", track_type) + element("86", codec))
    cluster = element("1F43B675", element("E7", b"\0") + element("A3", b"\x81\0\0\0x"))
    return head + element("18538067", element("1654AE6B", track) + cluster)


def with_tags():
    """What Chromium recorded, with a place written into it."""
    bare = film(b"\x02", b"A_OPUS")
    start = bare.index(bytes.fromhex("18538067"))
    inside = bare[start + 8 :] + element("1254C367", SECRET) + element("1941A469", SECRET)
    return bare[:start] + element("18538067", inside)


def placed_mp4():
    """A place, as telephones write it, after the sound."""
    return MP4 + box(b"free", SECRET)


KEPT = {
    "webm": (WEBM, "audio/webm"),
    "mp4": (MP4, "audio/mp4"),
    "ogg": (ogg(), "audio/ogg"),
    "mp3": (FRAME * 40, "audio/mpeg"),
    "mp3 cut short": (FRAME * 40 + FRAME[:200], "audio/mpeg"),
}
REFUSED = {
    "nothing": (b"", "empty"),
    "too much": (FRAME * (LARGEST // len(FRAME) + 1), "voice_large"),
    "an hour": (ogg(seconds=3600), "voice_long"),
    "a film": (film(), "voice_unknown"),
    "a film named webm that is matroska": (film(b"\x02", b"A_OPUS", b"matroska"), "voice_unknown"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(40), "voice_unknown"),
    "a page": (b"<!doctype html><script>alert(1)</script>", "voice_unknown"),
    "a drawing": (b"<svg onload='alert(1)'/>", "voice_unknown"),
    "a program": (b"MZ\x90\0" + bytes(60), "voice_unknown"),
    "a PDF": (b"%PDF-1.4\n", "voice_unknown"),
    "a WAV": (b"RIFF\x24\0\0\0WAVEfmt ", "voice_unknown"),
    "webm and a page": (film(b"\x02", b"A_OPUS") + b"<script>alert(1)</script>", "voice_broken"),
    "half a webm": (WEBM[:90], "voice_broken"),
    "mp4 and an archive": (MP4 + b"PK\x05\x06" + bytes(18), "voice_broken"),
    "half an mp4": (MP4[:400], "voice_broken"),
    "mp4 with a stranger": (MP4 + box(b"evil", SECRET), "voice_broken"),
    "ogg and a page": (ogg() + b"<html>" * 6, "voice_broken"),
    "ogg of something else": (ogg(codec=b"\x01vorbis"), "voice_unknown"),
    "half an ogg": (ogg()[:-40], "voice_broken"),
    "mp3 and a page": (FRAME * 40 + b"<html>" * 600, "sound_broken"),
    "two frames": (FRAME * 2, "sound_broken"),
}


@pytest.mark.parametrize("case", KEPT)
def test_a_recorded_voice_is_kept(case):
    content, media_type = KEPT[case]

    kept = examine_voice(content)

    assert (kept.media_type, kept.name.partition(".")[0]) == (media_type, "voix")


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_not_a_whole_recording_is_refused_with_its_reason(case):
    content, code = REFUSED[case]

    with pytest.raises(RefusedFile) as refused:
        examine_voice(content)

    assert refused.value.code == code
    assert "{" not in refused.value.sentence


@pytest.mark.parametrize("content", [with_tags(), placed_mp4(), ogg(comment=SECRET)])
def test_a_place_and_a_name_are_left_out(content):
    assert SECRET in content

    assert SECRET not in examine_voice(content).content


@pytest.mark.parametrize("case", KEPT)
def test_what_is_kept_would_be_kept_again_as_it_is(case):
    kept = examine_voice(KEPT[case][0])

    assert examine_voice(kept.content).content == kept.content


def test_the_length_is_read_in_the_sound():
    read = {
        name: voices._reader(content)[1](content).seconds for name, (content, _) in KEPT.items()
    }

    assert {name: round(seconds, 1) for name, seconds in read.items()} == {
        "webm": 1.4,
        "mp4": 1.5,
        "ogg": 2.0,
        "mp3": 1.0,
        "mp3 cut short": 1.0,
    }


def test_every_reason_of_a_voice_is_met():
    met = {code for _, code in REFUSED.values()}

    assert set(IN_THE_ROOM) - met == {"not_a_picture"}


@given(st.sampled_from([WEBM, MP4, ogg(), FRAME * 9]), st.integers(0, 2500), st.binary(max_size=9))
def test_whatever_is_changed_the_answer_is_a_file_or_a_reason(content, place, junk):
    torn = content[:place] + junk + content[place + len(junk) :]

    assert answer(torn) in {
        "audio/webm",
        "audio/mp4",
        "audio/ogg",
        "audio/mpeg",
        *SENTENCES,
        *IN_THE_ROOM,
    }


def answer(content):
    try:
        return examine_voice(content).media_type
    except RefusedFile as refused:
        return refused.code
