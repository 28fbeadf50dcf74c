"""Components: what is misspelt is refused, what is declared is drawn."""

import gzip
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.template import TemplateSyntaxError, engines
from django.test import RequestFactory

from isegoria.web.ui.components import COMPONENTS
from isegoria.web.ui.gallery import EXAMPLES, example
from isegoria.web.ui.icons import ICONS
from isegoria.web.ui.tags import icon_path

STATIC = Path(__file__).parents[2] / "src/isegoria/web/ui/static/ui"


def compiled(source):
    return engines["django"].from_string(source)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ('{% ui "bagde" text="x" %}', "not a component"),
        ('{% ui "badge" txt="x" %}', "accepted: icon, text, tone"),
        ('{% ui "badge" %}', "needs the prop “text”"),
        ('{% ui "badge" text="x" tone="blue" %}', "accepted: info, neutral"),
        ('{% ui "badge" text="x" tone %}', "is not a prop=value"),
        ("{% ui badge %}", "in quotes"),
        (
            '{% uibox "notice" %}{% slot "foot" %}{% endslot %}{% enduibox %}',
            "not a slot of notice",
        ),
        ('{% uibox "notice" %}{% slot %}{% endslot %}{% enduibox %}', "slot"),
    ],
)
def test_a_misspelt_component_is_refused_when_the_template_is_read(source, said):
    with pytest.raises(TemplateSyntaxError, match=said):
        compiled(source)


def test_text_given_to_a_component_is_escaped():
    drawn = compiled('{% ui "badge" text=text %}').render({"text": "<script>"})

    assert "<script>" not in drawn
    assert "&lt;script&gt;" in drawn


def test_a_component_does_not_see_the_page_around_it():
    drawn = compiled('{% ui "badge" text="x" %}').render({"icon": "late", "tone": "warn"})

    assert "badge-neutral" in drawn
    assert "<svg" not in drawn


def test_a_slot_is_drawn_at_its_place_and_not_in_the_body():
    drawn = compiled(
        '{% uibox "notice" title="t" %}<p>corps</p>{% slot "actions" %}<b>ici</b>{% endslot %}{% enduibox %}'
    ).render({})

    assert drawn.count("<b>ici</b>") == 1
    assert '<div class="notice-body"><p>corps</p></div>' in drawn


def test_every_component_has_an_example():
    assert set(EXAMPLES) == set(COMPONENTS)


@pytest.mark.parametrize("name", COMPONENTS)
def test_every_example_is_drawn(name):
    assert example(name, RequestFactory().get("/")).strip()


def test_an_unknown_icon_is_a_defect():
    assert icon_path("late") == ICONS["late"]
    with pytest.raises(KeyError):
        icon_path("nothing")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ('{% uibox "badge" text="x" %}{% enduibox %}', "has no slot"),
        ('{% uibox "page_title" title="x" %}mots{% enduibox %}', "has no body"),
    ],
)
def test_content_with_no_place_to_go_is_refused(source, said):
    with pytest.raises(TemplateSyntaxError, match=said):
        compiled(source)


def test_a_slot_inside_a_condition_is_refused_and_not_lost():
    source = (
        '{% uibox "notice" %}{% if x %}{% slot "actions" %}a{% endslot %}{% endif %}{% enduibox %}'
    )

    with pytest.raises(TemplateSyntaxError, match="not directly inside"):
        compiled(source).render({"x": True})


def test_a_value_known_only_when_drawn_is_checked_too():
    with pytest.raises(TemplateSyntaxError, match="value of tone"):
        compiled('{% ui "badge" text="x" tone=tone %}').render({"tone": "blue"})


def test_a_sorted_column_says_which_way_and_turns():
    columns = [{"label": "Nom", "sort": "nom"}, "Rôle"]
    source = '{% uibox "table" caption="c" columns=columns sort=sort url="?tri=" %}{% enduibox %}'

    upwards = compiled(source).render({"columns": columns, "sort": "nom"})
    downwards = compiled(source).render({"columns": columns, "sort": "-nom"})

    assert 'aria-sort="ascending"><a href="?tri=-nom">Nom</a>' in upwards
    assert 'aria-sort="descending"><a href="?tri=nom">Nom</a>' in downwards
    assert '<th scope="col">Rôle</th>' in upwards


def test_a_file_says_only_what_is_known_of_it():
    drawn = compiled('{% ui "file_link" url="/f" title="Mandat" size="120 ko" %}').render({})

    assert '<span class="muted">(120 ko)</span>' in drawn


class Fragment(HTMLParser):
    """Opens and closes in order, names each thing once, and never nests what one can press."""

    VOID = frozenset({"br", "img", "input", "hr", "path", "circle", "rect"})
    PRESSED = frozenset({"a", "button", "summary", "select"})

    def __init__(self):
        super().__init__()
        self.opened, self.ids, self.wrong = [], [], []

    def handle_starttag(self, tag, attrs):
        if tag in self.PRESSED and self.PRESSED & set(self.opened):
            self.wrong.append(f"{tag} inside {self.opened}")
        self.ids += [value for name, value in attrs if name == "id"]
        self.wrong += [
            f"{name} on {tag}" for name, _ in attrs if name == "style" or name[:2] == "on"
        ]
        if tag not in self.VOID:
            self.opened.append(tag)

    def handle_endtag(self, tag):
        if tag not in self.VOID and self.opened.pop() != tag:
            self.wrong.append(f"</{tag}> closes another element")

    def handle_startendtag(self, tag, _attrs):
        if tag not in self.VOID:
            self.wrong.append(f"<{tag}/>")


@pytest.mark.parametrize("name", COMPONENTS)
def test_every_example_is_a_sound_fragment(name):
    fragment = Fragment()

    fragment.feed(example(name, RequestFactory().get("/")))

    assert fragment.wrong == []
    assert fragment.opened == []
    assert len(fragment.ids) == len(set(fragment.ids))


@pytest.mark.parametrize("script", ["drafts.js", "copy.js"])
def test_a_script_is_at_most_2_kb_compressed(script):
    assert len(gzip.compress((STATIC / script).read_bytes())) <= 2_000
