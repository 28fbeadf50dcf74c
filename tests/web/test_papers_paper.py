"""The leaflet, the poster and the card: real PDF/UA, whatever was typed."""

import json
import re

import pytest
from django.utils import translation

from isegoria.convention.chartered import By
from isegoria.convention.mandate.models import MandateVersion
from isegoria.convention.people.models import Body, BodyType, Seat
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.verbs import mandate, people, stewardship
from isegoria.core.charter import Role
from isegoria.web.papers import content, leaflet, qr
from tests import cast

PAPERS = [leaflet.leaflet, leaflet.poster, leaflet.card]
HOSTILE = '#panic() "] <script>alert(1)</script> $x$ *gras* @nul \\ #read("/etc/passwd") `'
VIEWER = Viewer(None, frozenset({Role.ANYONE}), cast.AT)


@pytest.fixture
def announced(poitiers, odile):
    by = By(odile, cast.START)
    mandate.adopt(
        MandateVersion(
            convention=poitiers,
            question="Comment vivre avec le numérique ?",
            act_reference="Conseil du 28 septembre",
            decided_on=cast.START.date(),
            commitment="la Ville répond à chaque proposition.",
            answer_due_text="fin 2021",
            panel_min=30,
            panel_max=30,
        ),
        by,
    )
    stewardship.describe(poitiers, by, changes={"question": "Comment vivre avec le numérique ?"})
    return stewardship.announce(poitiers, by)


def written(text: str) -> bytes:
    """A text of a PDF's metadata, as UTF-16."""
    return f"\ufeff{text}".encode("utf-16-be").hex().upper().encode()


@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_is_tagged_titled_and_in_its_language(announced, paper):
    made = paper(announced, VIEWER)

    assert made.startswith(b"%PDF-1.7")
    assert b"/Lang(fr)" in made
    assert b"/StructTreeRoot" in made
    assert b"/Marked true" in made
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
    assert written(announced.title) in made


@pytest.mark.parametrize("paper", PAPERS)
def test_what_was_typed_is_never_run(announced, odile, paper):
    plain = paper(announced, VIEWER)
    fields = ("title", "question", "lede", "notice", "commissioner")
    changes = dict.fromkeys(fields, HOSTILE)
    stewardship.describe(announced, By(odile, cast.AT), changes=changes)

    made = paper(announced, VIEWER)

    assert made.startswith(b"%PDF")
    assert made != plain


@pytest.mark.parametrize("paper", PAPERS)
def test_long_texts_stay_on_their_pages(announced, odile, paper):
    pages = len(re.findall(rb"/Type\s*/Page\b", paper(announced, VIEWER)))
    changes = {
        "question": "mot " * 150,
        "lede": "mot " * 150,
        "notice": "m" * 400,
        "title": "titre " * 26,
    }
    stewardship.describe(announced, By(odile, cast.AT), changes=changes)  # fmt: skip

    assert len(re.findall(rb"/Type\s*/Page\b", paper(announced, VIEWER))) == pages


def test_the_same_words_are_set_once_and_give_the_same_bytes(announced):
    said = json.dumps(content.content(announced, VIEWER))

    first = leaflet.set_in_type("poster", said)
    kept = leaflet.set_in_type("poster", said)
    leaflet.set_in_type.cache_clear()

    assert first is kept
    assert leaflet.set_in_type("poster", said) == first


def test_a_paper_says_who_takes_part_what_is_promised_and_by_when(announced):
    said = content.content(announced, VIEWER)

    assert [(one["name"], one["text"]) for one in said["facts"]] == [
        ("Qui participe", "Un panel de 30 personnes."),
        ("Ce qui est promis en retour", "La Ville répond à chaque proposition."),
        ("Réponse attendue", "Fin 2021"),
    ]


def test_a_paper_names_the_guarantors_in_office(announced, odile):
    by = By(odile, cast.AT)
    body = people.create_body(
        Body(convention=announced, type=BodyType.GUARANTORS, name="Garants"), by
    )
    ada, zoe = (people.fill_seat(Seat(body=body, name=name), by) for name in ("Ada", "Zoé"))
    people.end_seat(ada, by, until=cast.AT.date(), reason="Fin de mission")

    assert content.content(announced, VIEWER)["guarantors"] == str(zoe)


def test_a_paper_is_in_the_language_of_the_page(announced):
    with translation.override("en"):
        assert b"/Lang(en)" in leaflet.poster(announced, VIEWER)


def test_a_colour_that_cannot_be_read_is_not_used(announced, odile):
    stewardship.describe(announced, By(odile, cast.AT), changes={"accent": "#ffff00"})

    assert content.content(announced, VIEWER)["accent"] == content.ACCENT


def test_the_printed_address_leads_to_the_convention(announced, client):
    there = client.get(f"/c/{announced.slug}/")

    assert there.headers["Location"] == f"/conventions/{announced.slug}/"


@pytest.mark.parametrize("name", ["depliant", "affiche", "carton"])
def test_anybody_may_print_a_paper(announced, client, name):
    there = client.get(f"/conventions/{announced.slug}/inviter/{name}.pdf")

    assert there.status_code == 200
    assert there.headers["Content-Type"] == "application/pdf"
    assert there.content.startswith(b"%PDF")


def test_a_draft_has_no_papers(poitiers, client):
    assert client.get(f"/conventions/{poitiers.slug}/inviter/affiche.pdf").status_code == 404


def test_a_qr_code_has_words_and_no_script():
    drawn = qr.svg("https://exemple.fr/c/a/", title='Vers "la convention" <script>')

    assert drawn.startswith(
        '<svg role="img" aria-label="Vers &quot;la convention&quot; &lt;script&gt;"'
    )
    assert "<script>" not in drawn
    assert "style=" not in drawn
