"""The convention's own short texts, in the reader's language: written at the desk, read on the site."""

import re
import uuid

import pytest
from django.urls import reverse

from isegoria.convention.mandate.renderings import digest_of, renderings_of
from isegoria.convention.stewardship.short_texts import short_texts
from isegoria.convention.verbs import stewardship
from tests import story
from tests.web.public_site import at
from tests.web.reading import said


@pytest.fixture
def reader(client):
    client.cookies["langue"] = "en"
    return client


@pytest.fixture
def questioned(alice):
    """A public convention that asks a question in French."""
    told = story.announced(alice)
    changes = {"question": "Quel numérique ?", "themes": ["eau", "air"]}
    stewardship.describe(told.convention, told.organiser, changes=changes)
    return told


def translated(told, texts):
    stewardship.translate(told.convention, told.organiser, language="en", texts=texts)


def sent(client, told, texts):
    fields = {digest_of(text): english for text, english in texts.items()}
    where = reverse("desk:translations", args=[told.convention.slug])
    return client.post(where, {"once": str(uuid.uuid4()), **fields})


def test_a_text_without_a_rendering_keeps_its_own_language(questioned, reader):
    assert '<span lang="fr">Quel numérique ?</span>' in said(reader.get(at("convention")))


def test_a_rendering_is_read_in_its_language_only(questioned, client):
    translated(questioned, {"Quel numérique ?": "Which digital technology?", "eau": "water"})

    french = said(client.get(at("convention")))
    client.cookies["langue"] = "en"
    english = said(client.get(at("convention")))

    assert "Quel numérique ?" in french
    assert "Which digital technology?" not in french
    assert "Which digital technology?" in english
    assert "Quel numérique ?" not in english
    assert '<span lang="fr">air</span>' in english


def test_a_list_is_said_when_all_of_it_is_known(questioned, reader):
    story.seat(questioned, story.body(questioned), domains=["eau", "climat"])
    translated(questioned, {"eau": "water", "climat": "climate"})

    assert "water, climate" in said(reader.get(at("who")))


def test_the_list_of_conventions_says_their_renderings(questioned, reader):
    translated(questioned, {"Quel numérique ?": "Which digital technology?"})

    assert "Which digital technology?" in said(reader.get("/"))


def test_french_pages_ask_nothing_of_the_renderings(
    questioned, client, django_assert_max_num_queries
):
    translated(questioned, {"Quel numérique ?": "Which digital technology?"})

    with django_assert_max_num_queries(15) as asked:
        client.get(at("convention"))

    assert not [one for one in asked if "rendering" in one["sql"]]


def test_a_text_that_changes_has_no_rendering_any_more(questioned, reader):
    translated(questioned, {"Quel numérique ?": "Which digital technology?"})
    stewardship.describe(
        questioned.convention, questioned.organiser, changes={"question": "Quelle eau ?"}
    )

    page = said(reader.get(at("convention")))

    assert '<span lang="fr">Quelle eau ?</span>' in page
    assert "Which digital technology?" not in page


def test_a_rendering_is_written_as_text(questioned, reader):
    translated(questioned, {"Quel numérique ?": "<b>Which?</b>"})

    assert "&lt;b&gt;Which?&lt;/b&gt;" in said(reader.get(at("convention")))


def test_an_organiser_writes_renderings_and_takes_one_away(questioned, client):
    client.force_login(questioned.odile)

    assert (
        sent(client, questioned, {"Quel numérique ?": "Which?", "eau": "water"}).status_code == 302
    )
    assert renderings_of(questioned.convention, "en") == {
        "Quel numérique ?": "Which?",
        "eau": "water",
    }

    sent(client, questioned, {"Quel numérique ?": "", "eau": "water"})
    assert renderings_of(questioned.convention, "en") == {"eau": "water"}


def test_what_somebody_else_translated_meanwhile_is_shown_and_kept(questioned, client):
    client.force_login(questioned.odile)
    where = reverse("desk:translations", args=[questioned.convention.slug])
    opened = hidden(client.get(where, {"textes": "tous"}))
    translated(questioned, {"Quel numérique ?": "Which digital?", "eau": "water"})

    fields = {**opened, digest_of("Quel numérique ?"): "What digital?", digest_of("air"): "air"}
    refused = client.post(where, fields)
    again = client.post(where, {**hidden(refused), **posted(fields)})

    assert refused.status_code == 422
    assert "Quelqu’un a écrit entre-temps : « Which digital? »" in said(refused)
    assert "What digital?" in said(refused)
    assert again.status_code == 302
    assert renderings_of(questioned.convention, "en") == {
        "Quel numérique ?": "What digital?",
        "eau": "water",
        "air": "air",
    }


def hidden(response):
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', said(response))
    return {name: value for name, value in found if name != "csrfmiddlewaretoken"}


def posted(fields):
    return {name: text for name, text in fields.items() if not name.startswith(("lu-", "once"))}


def test_the_desk_lists_what_lacks_a_rendering_first(questioned, client):
    client.force_login(questioned.odile)
    translated(questioned, {"eau": "water"})
    where = reverse("desk:translations", args=[questioned.convention.slug])

    lacking, whole = said(client.get(where)), said(client.get(where, {"textes": "tous"}))

    assert digest_of("eau") not in lacking
    assert digest_of("Quel numérique ?") in lacking
    assert digest_of("eau") in whole


def test_a_text_that_is_not_the_convention_s_is_not_kept(questioned, client):
    client.force_login(questioned.odile)

    sent(client, questioned, {"Un texte d’ailleurs": "A text from elsewhere"})

    assert renderings_of(questioned.convention, "en") == {}


def test_people_s_names_are_no_texts(questioned):
    story.seat(questioned, story.body(questioned), name="Zoé Personne", function="maire")

    texts = {one.text for one in short_texts(questioned.convention)}

    assert "maire" in texts
    assert "Zoé Personne" not in texts


def test_everything_rendered_says_so(questioned, client):
    client.force_login(questioned.odile)
    texts = [one.text for one in short_texts(questioned.convention)]
    translated(questioned, dict.fromkeys(texts, "said"))

    page = said(client.get(reverse("desk:translations", args=[questioned.convention.slug])))

    assert "Tout est traduit" in page
