"""Both languages are whole: each message is known, translated, sure, with the same values."""

import polib
import pytest

from isegoria.cli import catalogues


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_a_catalogue_is_complete(language):
    assert catalogues.faults(catalogues.in_sources(), language) == []


def test_the_french_catalogue_repeats_the_messages():
    for entry in polib.pofile(str(catalogues.po_path("fr")), encoding="utf-8"):
        forms = list(entry.msgstr_plural.values()) or [entry.msgstr]
        assert forms == [text for text in (entry.msgid, entry.msgid_plural) if text]


def test_no_french_punctuation_is_left_in_english():
    english = polib.pofile(str(catalogues.po_path("en")), encoding="utf-8")
    forms = [form for one in english for form in (one.msgstr, *one.msgstr_plural.values())]
    assert [form for form in forms if set(form) & set("«»'") or "\u00a0:" in form] == []
