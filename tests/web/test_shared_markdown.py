"""A text that somebody wrote becomes HTML that can do no harm and fits in a page."""

from html.parser import HTMLParser

import pytest

from isegoria.web.markdown import html, plain


class Found(HTMLParser):
    """The elements, attributes and links that a browser would see."""

    def __init__(self):
        super().__init__()
        self.tags, self.attributes, self.links = set(), set(), []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value for name, value in attrs if name == "href"]


def test_headings_start_at_h2_and_skip_no_level():
    assert html("# Un\n\n### Deux\n\n## Trois") == "<h2>Un</h2>\n<h3>Deux</h3>\n<h3>Trois</h3>\n"


def test_a_text_that_starts_low_starts_at_h2_too():
    assert html("### Un\n\n#### Deux") == "<h2>Un</h2>\n<h3>Deux</h3>\n"


def test_headings_may_start_lower_inside_a_section():
    assert html("# Un", 3) == "<h3>Un</h3>\n"


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "[clic](javascript:alert(1))",
        "[clic](data:text/html,<script>alert(1)</script>)",
        '<img src=x onerror="alert(1)">',
        "![x](javascript:alert(1))",
        '[a](http://x "\\" onmouseover=alert(1)")',
        '<a href="http://x" style="position:fixed">x</a>',
    ],
)
def test_nothing_written_can_run(attack):
    found = Found()
    found.feed(html(attack))
    assert found.tags <= {"p", "a"}
    assert found.attributes <= {"href", "rel", "title"}
    assert not any(link.startswith(("javascript:", "data:")) for link in found.links)


def test_a_link_gives_no_hold_on_our_page():
    assert html("[CNDP](https://exemple.org/)") == (
        '<p><a href="https://exemple.org/" rel="noopener">CNDP</a></p>\n'
    )


def test_an_image_from_elsewhere_is_a_link_that_says_what_it_is():
    assert html("![Le plan](https://exemple.org/p.png)") == (
        '<p><a href="https://exemple.org/p.png" rel="noopener">Le plan</a></p>\n'
    )


def test_an_image_of_ours_is_shown():
    assert html("![Le plan](/conventions/p/plan.png)") == (
        '<p><img src="/conventions/p/plan.png" alt="Le plan"></p>\n'
    )


def test_a_table_scrolls_by_itself_and_names_its_columns():
    made = html("| a | b |\n|---|---|\n| 1 | 2 |")
    assert made.startswith(
        '<div class="table-wrap" tabindex="0" role="group"><table class="table">'
    )
    assert made.count('<th scope="col">') == 2


def test_the_words_alone():
    assert plain("# Titre\n\nUn **mot** et un [lien](https://x.org).") == (
        "Titre\nUn mot et un lien."
    )


def test_an_empty_text_is_empty():
    assert html("") == ""
