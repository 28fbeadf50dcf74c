"""Whatever somebody can set, type, hold or do is written where they would look for it."""

import re

import pytest

from isegoria.cli.verbs import VERBS
from isegoria.config.env import SETTINGS
from isegoria.core.charter import CHARTER, Audience, Role, Window
from isegoria.web.public.rules import KINDS
from tests.house.tree import ROOT

OPERATE = "\n".join(path.read_text("utf-8") for path in (ROOT / "docs" / "operate").glob("*.md"))
GLOSSARY = (ROOT / "GLOSSARY.md").read_text("utf-8")
RIGHTS = (ROOT / "docs" / "charter.txt").read_text("utf-8")


@pytest.mark.parametrize("setting", [one.name for one in SETTINGS])
def test_every_setting_is_in_the_operators_pages(setting):
    assert f"`{setting}`" in OPERATE


def test_no_setting_is_documented_that_nobody_reads():
    known = {one.name for one in SETTINGS}

    assert set(re.findall(r"`(ISEGORIA_[A-Z_]*[A-Z])`", OPERATE)) - known == set()


@pytest.mark.parametrize("verb", [one.name for one in VERBS])
def test_every_command_is_in_the_operators_pages(verb):
    assert re.search(rf"`\./isegoria {verb}\b", OPERATE)


@pytest.mark.parametrize("act", sorted(CHARTER.acts))
def test_every_act_is_in_the_golden_file(act):
    assert re.search(rf"^{re.escape(act)} ", RIGHTS, re.MULTILINE)


@pytest.mark.parametrize("word", [*Role, *Window, *Audience])
def test_every_role_window_and_audience_is_in_the_glossary_or_the_golden_file(word):
    assert re.search(rf"\b{word.value}\b", GLOSSARY + RIGHTS)


@pytest.mark.parametrize("role", list(Role))
def test_every_role_is_in_the_glossary(role):
    assert re.search(rf"`?\b{role.value}\b", GLOSSARY)


@pytest.mark.parametrize("kind", sorted({one.kind for one in CHARTER}))
def test_every_kind_of_thing_is_in_the_golden_file(kind):
    assert f"\n{kind}." in RIGHTS


@pytest.mark.parametrize("kind", sorted({one.kind for one in CHARTER}))
def test_every_kind_of_thing_has_its_chapter_on_the_page_of_the_rules(kind):
    assert kind in KINDS
