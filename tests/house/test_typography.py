"""French as it is printed: every message that a page may show keeps to the same few rules."""

import re
from functools import cache

import pytest

from isegoria.cli.catalogues import in_sources

RULES = {
    "a no-break space before : ; ! ? »": re.compile(r"[ \u202f][:;!?»]"),
    "no letter against ; ! ? »": re.compile(r"[^\W\d_][;!?»]"),
    "a colon against a word ends a time or an address": re.compile(r"[^\W\d_]:(?!//)"),
    "a no-break space after «": re.compile(r"«[^\u00a0]"),
    "a guillemet that opens is one that closes": re.compile(r"^[^«]*»|«[^»]*$"),
    "the narrow space is not in the typeface": re.compile(r"\u202f"),
    "a typographic apostrophe": re.compile(r"'"),
    "no straight quotation mark": re.compile(r'"'),
    "one character for …": re.compile(r"\.\.\."),
    "œ is one letter": re.compile(r"(?:c|s|n|v|m)oeu|\boeu", re.IGNORECASE),
    "no two spaces, but before a remedy": re.compile(r"(?<!\n)[ \u00a0]{2}"),
}
MARKUP = re.compile(r"<[^>]+>")


@cache
def prose() -> list[str]:
    found = in_sources().messages.values()
    texts = {text for one in found for text in (one.singular, one.plural) if text}
    return sorted(MARKUP.sub("", text) for text in texts)


@pytest.mark.parametrize("rule", RULES)
def test_each_message_is_printed_french(rule):
    assert [text for text in prose() if RULES[rule].search(text)] == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Raison : aucune", "a no-break space before : ; ! ? »"),
        ("Vraiment?", "no letter against ; ! ? »"),
        ("Raison: aucune", "a colon against a word ends a time or an address"),
        ("Dites « oui\u00a0»", "a no-break space after «"),
        ("L'avis", "a typographic apostrophe"),
        ("Une soeur", "œ is one letter"),
    ],
)
def test_a_fault_of_each_sort_is_seen(text, rule):
    assert RULES[rule].search(text)
