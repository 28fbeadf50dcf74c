"""Finding words in a text, whatever the accents and the capitals."""

import unicodedata

JOINED = str.maketrans({"œ": "oe", "æ": "ae", "’": "'", "\N{NO-BREAK SPACE}": " "})
MOST_WORDS = 6


def folded(text: str) -> str:
    """Small letters without accents, one for one: a place here is a place there."""
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in text).lower()


def searchable(*texts: str) -> str:
    """What is looked into: folded, with letters that are joined taken apart."""
    return "\n".join(folded(text).translate(JOINED) for text in texts if text)


def wanted_words(words: str) -> list[str]:
    """What is looked for in it: the first words that somebody asked for, folded alike."""
    return [searchable(word) for word in words.split()[:MOST_WORDS]]
