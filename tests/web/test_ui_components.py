"""Components: what is misspelt is refused, what is declared is drawn."""

import pytest
from django.template import TemplateSyntaxError, engines
from django.test import RequestFactory

from isegoria.web.ui.components import COMPONENTS
from isegoria.web.ui.gallery import EXAMPLES, example
from isegoria.web.ui.icons import ICONS
from isegoria.web.ui.tags import icon_path


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
