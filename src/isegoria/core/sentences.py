"""Sentences of the core: written in French, kept whole until somebody's language is known.

A sentence travels as its source text and the values of its places, so that the web translates the
text and only then fills it, while the command line says it as it is.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


def _(sentence: str) -> str:
    """Mark a sentence for translation; the core itself speaks the source language."""
    return sentence


@dataclass(frozen=True, slots=True)
class Sentence:
    """A French text with `{name}` places, and what goes there; a value may be a sentence too."""

    text: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.translated(_)

    def translated(self, translate: Callable[[str], str]) -> str:
        """The sentence in the language of `translate` (text → text, gettext for instance)."""
        values = {
            name: value.translated(translate) if isinstance(value, Sentence) else value
            for name, value in self.values.items()
        }
        return translate(self.text).format_map(values)


def said(text: str, **values: object) -> Sentence:
    """A sentence in one line: `said(_("{count} places."), count=3)`."""
    return Sentence(text, values)
