"""The checks themselves can fail: a page with known faults has each of them found."""

import pytest

from tests.journeys import looks

pytestmark = pytest.mark.looks

BAD = """<!doctype html><html><head><title>x</title></head><body>
<img src="/static/ui/mark.svg"><table width="900"><tr><td>large</table><input><div id=a></div><div id=a></div>
<table><caption>c</table><a href="#"></a></body></html>"""


@pytest.fixture
def bad_page(visit):
    page = visit()
    page.goto("/robots.txt")
    page.set_content(BAD)
    return page


@pytest.mark.parametrize("rule", ["image-alt", "label", "html-has-lang", "link-name", "region"])
def test_axe_finds_what_is_wrong(bad_page, rule):
    assert [one for one in looks.axe(bad_page) if one.startswith(f"{rule}:")]


def test_the_html_checker_finds_what_is_wrong(tmp_path):
    found = looks.checked_html({"https://exemple.org/bad": BAD}, tmp_path)

    assert [one for one in found if "Duplicate ID" in one and "exemple.org/bad" in one]


def test_what_sticks_out_of_a_narrow_screen_is_found(bad_page):
    assert looks.overflow(bad_page)


def test_a_page_that_asks_too_much_is_found(visit, town_hall):
    page = visit()
    with looks.Watch(page) as watch:
        page.goto("/")

    assert watch.faults("https://exemple.org")
