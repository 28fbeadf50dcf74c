"""No page says a word that a translator has not seen."""

import ast
import re

import pytest

from isegoria.cli.catalogues import marked
from tests.house import tree

WORD = re.compile(r"[^\W\d_]{2,}|[«»]")
TRANSLATED = re.compile(r"{%\s*blocktranslate\b.*?{%\s*endblocktranslate\s*%}", re.DOTALL)
CODE = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}|<(script|pre)\b.*?</\1>|<[^>]*>", re.DOTALL)
OURS = {"desk", "Isegoria", "isegoria", "Français", "English", "printf", "LIGNE", "sha256sum"}
ALOUD = re.compile(
    r"\b(?:aria-label|title|alt|placeholder|data-label)=\"([^\"{]*[^\W\d_]{2,}[^\"]*)\""
)
FRENCH = re.compile(r"[éèêàâçôûîœÉÈÀÇ’]\w|« ")
PLAIN = {  # French that is nobody's sentence: what a file may call its columns, a city's first draft
    "convention/recruitment/sheets.py",
    "convention/stewardship/templates.py",
    "web/ui/gallery.py",
}


def written(template: str) -> list[str]:
    """The words that stand outside the tags."""
    bare = CODE.sub(" ", TRANSLATED.sub(" ", template))
    return [word for word in WORD.findall(bare) if word not in OURS]


@pytest.mark.parametrize("name", [one for one in tree.templates() if one.endswith(("html", "txt"))])
def test_a_template_says_no_word_by_itself(name):
    text = tree.templates()[name].read_text("utf-8")

    assert written(text) == []
    assert ALOUD.findall(text) == []


def test_a_word_outside_translation_is_seen():
    assert written('<p class="x">Bonjour {{ name }} {% translate "Au revoir" %}</p>') == ["Bonjour"]


def untranslated(path) -> list[str]:
    """The French of a Python file that no translator will see; docstrings are for developers."""
    nodes = list(tree.nodes(path))
    calls = [one for one in nodes if isinstance(one, ast.Call) and marked(one)]
    seen = {id(word) for call in calls for word in call.args}
    seen |= {id(one.value) for one in nodes if isinstance(one, ast.Expr)}
    said = [one for one in nodes if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    return [
        f"{tree.at(path, one)} {one.value}"
        for one in said
        if id(one) not in seen and FRENCH.search(one.value)
    ]


def test_no_sentence_of_the_code_escapes_translation():
    paths = [one for one in tree.python("convention", "web") if tree.named(one) not in PLAIN]

    assert [said for path in paths for said in untranslated(path)] == []
