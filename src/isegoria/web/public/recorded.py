"""What is left of a round table or of a hearing: its video, its chapters, its transcript in parts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from isegoria.convention.publishing.models import Recorded
from isegoria.web.public.videos import moment_of, video_at
from isegoria.web.recorded_forms import clock

HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*\s*$")


@dataclass(frozen=True, slots=True)
class Chapter:
    """Where one is: in the video, and in the transcript when a heading there says the same."""

    when: str
    title: str
    video: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the transcript; `anchor` is "" before the first chapter."""

    anchor: str
    text: str


def left_of(thing: Recorded) -> dict[str, Any]:
    """What the page of a talk shows of it."""
    titles = [str(one["title"]) for one in thing.chapters]
    parts = split(thing.transcript, titles)
    reached = {one.anchor for one in parts}
    return {
        "thing": thing,
        "video": video_at(thing.video_url),
        "parts": parts,
        "chapters": [
            Chapter(
                when=clock(int(one["at"])),
                title=str(one["title"]),
                video=moment_of(thing.video_url, int(one["at"])),
                anchor=_anchor(number) if _anchor(number) in reached else "",
            )
            for number, one in enumerate(thing.chapters, start=1)
        ],
    }


def split(transcript: str, titles: Sequence[str]) -> list[Part]:
    """A part begins at each heading that is the title of a chapter."""
    numbers = {_same(title): number for number, title in enumerate(titles, start=1)}
    parts: list[tuple[str, list[str]]] = [("", [])]
    for line in transcript.splitlines():
        heading = HEADING.match(line)
        number = numbers.pop(_same(heading[1]), 0) if heading else 0
        if number:
            parts.append((_anchor(number), []))
        parts[-1][1].append(line)
    return [Part(anchor, "\n".join(lines)) for anchor, lines in parts if "".join(lines).strip()]


def _anchor(number: int) -> str:
    return f"chapitre-{number}"


def _same(title: str) -> str:
    return " ".join(title.split()).casefold()
