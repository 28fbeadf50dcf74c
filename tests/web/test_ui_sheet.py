"""The sheet: light enough to load, dark enough to read."""

import gzip
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.http import Http404
from django.test import RequestFactory
from fontTools.ttLib import TTFont

from isegoria.web.ui.contrast import contrast, lightened, readable
from isegoria.web.ui.views import accent

STATIC = Path(__file__).parents[2] / "src/isegoria/web/ui/static/ui"
SHEET = (STATIC / "ui.css").read_text()
NEEDED = "œŒæ€«»’“”…–—·×°éèêëàâîïôöùûüçÉÈÊÀÂÎÔÙÇñ \u00a0"


BLOCKS = re.findall(r":root[^{]*\{\s*color-scheme:(\w+);([^}]*)\}", SHEET)


def tokens(mode):
    light, dark, forced = (
        dict(re.findall(r"--([\w-]+):(#[0-9a-f]{3,6})", b)) for _, b in BLOCKS[:3]
    )
    assert dark == forced
    named = light | dark if mode == "dark" else light
    return {
        name: f"#{''.join(c * 2 for c in v[1:])}" if len(v) == 4 else v for name, v in named.items()
    }


PAIRS = [
    ("ink", "paper", 7), ("ink", "surface", 7), ("ink", "sunk", 7), ("soft", "paper", 4.5),
    ("soft", "surface", 4.5), ("soft", "sunk", 4.5), ("accent", "paper", 4.5),
    ("accent", "surface", 4.5), ("accent", "sunk", 4.5), ("accent", "accent-paper", 4.5),
    ("accent-strong", "accent-paper", 4.5), ("on-accent", "accent", 7),
    ("on-accent", "accent-strong", 7), ("amber", "amber-paper", 4.5), ("amber", "paper", 4.5),
    ("ink", "amber-paper", 7), ("soft", "amber-paper", 4.5), ("accent", "amber-paper", 4.5),
    ("red", "red-paper", 4.5), ("red", "surface", 4.5), ("ink", "red-paper", 7),
    ("amber", "surface", 4.5), ("red", "paper", 4.5), ("red", "sunk", 4.5), ("on-foot", "foot", 7),
    ("foot-soft", "foot", 4.5), ("edge", "surface", 3), ("edge", "paper", 3),
    ("focus", "paper", 3), ("focus", "surface", 3), ("focus", "sunk", 3),
]  # fmt: skip


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_every_pair_of_colours_is_readable(mode, front, back, least):
    named = tokens(mode)

    assert contrast(named[front], named[back]) >= least


def test_a_reader_who_chooses_dark_gets_the_dark_of_the_system():
    assert [mode for mode, _ in BLOCKS[:3]] == ["light", "dark", "dark"]
    assert BLOCKS[1][1].split() == BLOCKS[2][1].split()


def test_the_sheet_is_at_most_15_kb_compressed():
    assert len(gzip.compress(SHEET.encode())) <= 15_000


@pytest.mark.parametrize("weight", [400, 700])
def test_the_face_has_the_letters_of_french(weight):
    font = TTFont(STATIC / f"fonts/atkinson-{weight}.woff2")
    cmap = font.getBestCmap()

    assert (STATIC / f"fonts/atkinson-{weight}.woff2").stat().st_size <= 12_000
    assert [letter for letter in NEEDED if ord(letter) not in cmap] == []


def test_what_the_sheet_asks_for_is_there():
    asked = re.findall(r'url\("([^"]+)"\)', SHEET)

    assert [one for one in asked if not (STATIC / one).exists()] == []


def test_a_pale_accent_is_not_readable():
    assert readable("#14503c")
    assert not readable("#ffd700")
    assert not readable("red")


@pytest.mark.parametrize("colour", ["#14503c", "#000000", "#7a0019", "#1d3f8f"])
def test_an_accent_is_lightened_for_the_dark_paper(colour):
    assert contrast(lightened(colour), "#11171e") >= 7


def test_a_city_s_accent_is_dark_on_light_light_on_dark_and_dark_on_paper():
    request = RequestFactory().get("/")
    request.convention = SimpleNamespace(accent="#7a0019", is_public=True)

    sheet = accent(request, "ville").content.decode()

    assert sheet.startswith(":root{--accent:#7a0019;")
    assert "@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){" in sheet
    assert "@media screen{:root[data-theme=dark]{" in sheet
    assert sheet.count("{") == sheet.count("}")


def test_an_accent_that_cannot_be_read_is_not_served():
    request = RequestFactory().get("/")
    request.convention = SimpleNamespace(accent="#ffd700")

    with pytest.raises(Http404):
        accent(request, "ville")


@pytest.mark.parametrize(("is_public", "kept"), [(True, True), (False, False)])
def test_the_accent_of_a_draft_is_kept_by_nobody(is_public, kept):
    request = RequestFactory().get("/")
    request.convention = SimpleNamespace(accent="#7a0019", is_public=is_public)

    answer = accent(request, "ville")

    assert ("no-store" not in answer["Cache-Control"]) == kept
    assert ("public" in answer["Cache-Control"]) == kept
