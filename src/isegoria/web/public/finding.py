"""What a search found, with the words marked where they are."""

import re
from dataclasses import dataclass

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from isegoria.core.texts import folded, searchable, wanted_words
from isegoria.web.markdown import plain

AROUND = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    title: str
    url: str
    kind: str
    text: str


def holds(text: str, words: str) -> bool:
    """Every word is there, whatever the accents and the capitals."""
    searched = searchable(text)
    return all(word in searched for word in wanted_words(words))


def excerpt(text: str, words: str) -> SafeString:
    """The neighbourhood of the first word found, with each word marked."""
    text = " ".join(plain(text).split())
    places = _places(text, words)
    start = _word_start(text, places[0][0] - AROUND) if places else 0
    end = _word_end(text, start + 2 * AROUND + 40)
    pieces: list[tuple[str, str]] = []
    here = start
    for first, last in places:
        if first < here or last > end:
            continue
        pieces += [("", text[here:first]), ("mark", text[first:last])]
        here = last
    pieces.append(("", text[here:end] + ("…" if end < len(text) else "")))
    before = "…" if start else ""
    return SafeString(before) + format_html_join("", "{}", (_piece(one) for one in pieces))


def _word_start(text: str, place: int) -> int:
    return text.find(" ", place) + 1 if place > 0 else 0


def _word_end(text: str, place: int) -> int:
    return len(text) if place >= len(text) else max(text.rfind(" ", 0, place), 1)


def _places(text: str, words: str) -> list[tuple[int, int]]:
    wanted = [re.escape(folded(word)) for word in words.split()[:6]]
    if not wanted:
        return []
    searched = folded(text)
    if len(searched) != len(text):  # some rare letters have longer small forms
        return []
    return [found.span() for found in re.finditer("|".join(wanted), searched)]


def _piece(one: tuple[str, str]) -> tuple[object]:
    tag, text = one
    return (format_html_join("", "<mark>{}</mark>", [(text,)]) if tag else text,)
