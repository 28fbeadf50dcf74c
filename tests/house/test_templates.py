"""Every template is named by some code, and every name leads to a template."""

import ast
import re
from fnmatch import fnmatchcase
from pathlib import Path

import allauth
import django
import pytest
from django.template import TemplateDoesNotExist
from django.template.loader import get_template

from tests.house.tree import ROOT, SOURCE, named, nodes, python, templates

SUFFIXES = (".html", ".txt", ".svg", ".xml")
SPOKEN = re.compile(r"{%\s*(?:extends|include)\s+[\"']([^\"']+)[\"']")
DRAWN = {"ui/qr.html"}  # a drawing that the site makes itself, from no one's words
BROUGHT = [Path(package.__file__).parent for package in (allauth, django)]


def names_in_python():
    """Template names in code; what is filled in later is a `*`."""
    for path in python():
        for node in nodes(path):
            if isinstance(node, ast.Constant) and is_a_name(node.value):
                yield node.value, named(path)
            if isinstance(node, ast.JoinedStr):
                parts = (
                    str(one.value) if isinstance(one, ast.Constant) else "*" for one in node.values
                )
                if is_a_name(name := "".join(parts)):
                    yield name, named(path)


def is_a_name(value):
    return (
        isinstance(value, str)
        and bool(re.fullmatch(r"[\w*]+(/[\w*.-]+)+", value))
        and (value.endswith(SUFFIXES))
    )


def names_in_templates():
    for template, path in templates().items():
        for name in SPOKEN.findall(path.read_text(encoding="utf-8")):
            yield name, template


def names():
    return [*names_in_python(), *names_in_templates()]


def replaces_a_librarys(template):
    """A template of ours in the place of one that a library names."""
    return any(
        (folder / template).is_file()
        for package in BROUGHT
        for folder in (package / "templates", package / "forms" / "templates")
    )


def test_every_template_is_named_by_some_code():
    said = {name for name, _ in names()}
    idle = [
        str(path.relative_to(ROOT))
        for template, path in templates().items()
        if not replaces_a_librarys(template)
        and not any(fnmatchcase(template, name) for name in said)
    ]

    assert "\n".join(idle) == ""


def test_every_template_that_is_named_exists():
    ours = {path.name for path in SOURCE.rglob("templates/*")}
    lost = [
        f"{name}, named in {where}"
        for name, where in names()
        if "*" not in name
        and name.partition("/")[0] in ours
        and name not in templates()
        and not replaces_a_librarys(name)
    ]

    assert "\n".join(lost) == ""


@pytest.mark.parametrize(
    "template", sorted(t for t in templates() if t.endswith((".html", ".txt")))
)
def test_a_template_can_be_read(template):
    try:
        assert get_template(template)
    except TemplateDoesNotExist as missing:
        pytest.fail(f"{template} wants {missing}")


@pytest.mark.parametrize("template", sorted(templates()))
def test_a_template_shows_and_does_not_think(template):
    """No rights, no roles and no script or style of its own."""
    text = templates()[template].read_text(encoding="utf-8")
    thoughts = [
        thought
        for thought in (
            r"{%\s*if[^%]*\b(user|request\.user)\.\w",
            r"\|add:",
            r"<style",
            r"\sstyle=",
            r"\son[a-z]+=\"",
            r"<script(?![^>]*\b(src|type=\"application/json\"))",
            r"https?://(?!www\.w3\.org)[^\s\"{]+\.(js|css|woff2?)",
        )
        if re.search(thought, text)
    ]

    assert thoughts == []


def test_only_plain_text_is_written_without_escaping():
    bare = [
        name
        for name, path in templates().items()
        if not name.endswith(".txt")
        and name not in DRAWN
        and re.search(r"autoescape off|\|safe\b|\|safeseq\b", path.read_text(encoding="utf-8"))
    ]

    assert "\n".join(bare) == ""
