"""Documents as anybody reads them: versions, tombstones, files, simple versions, languages."""

import html
from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from isegoria.convention.models import Document, Version
from isegoria.convention.verbs import publishing
from tests import story
from tests.web.public_site import at
from tests.web.reading import said


@pytest.fixture
def begun(alice):
    return story.announced(alice)


def report(begun, *, slug="bilan", language="fr", kind="report", **more):
    document = Document(convention=begun.convention, slug=slug, kind=kind, language=language)
    version = Version(
        document=document, **{"title": f"Bilan {slug}", "body": "Le *texte*.", **more}
    )
    return publish(begun, publishing.draft(version, begun.organiser))


def publish(begun, version):
    publishing.validate(version, begun.organiser)
    return publishing.publish(version, begun.organiser)


def replaced(begun, first, **more):
    return publish(begun, story.next_version(begun, first, **more))


def test_a_document_is_read_in_eight_queries(begun, client, django_assert_max_num_queries):
    report(begun)
    with django_assert_max_num_queries(8):
        page = said(client.get(at("document", "bilan")))
    assert "<p>Le <em>texte</em>.</p>" in page


def test_a_page_has_one_address_and_the_other_leads_to_it(begun, client):
    report(begun, slug="presentation", kind="page")
    answer = client.get(at("document", "presentation"), {"langue": "fr"})
    assert answer.status_code == 301
    assert answer["Location"] == at("page", "presentation") + "?langue=fr"
    assert client.get(at("page", "presentation")).status_code == 200


def test_a_document_is_not_a_page(begun, client):
    report(begun)
    assert client.get(at("page", "bilan"))["Location"] == at("document", "bilan")


def test_a_draft_is_not_there(begun, client):
    story.drafted(begun, slug="brouillon")
    assert client.get(at("page", "brouillon")).status_code == 404
    assert client.get(at("version", "brouillon", 1)).status_code == 404
    assert client.get(at("plain", "brouillon")).status_code == 404


def test_a_draft_of_the_next_version_does_not_show(begun, client):
    first = report(begun)
    story.next_version(begun, first, title="Titre secret")
    page = said(client.get(at("document", "bilan")))
    assert "Titre secret" not in page
    assert client.get(at("version", "bilan", 2)).status_code == 404


def test_a_version_that_was_replaced_stays_readable_and_says_so(begun, client):
    replaced(begun, report(begun), body="Le nouveau texte.")
    assert "Le nouveau texte." in said(client.get(at("document", "bilan")))
    old = said(client.get(at("version", "bilan", 1)))
    assert "Cette version a été remplacée" in old
    assert "<em>texte</em>" in old


def test_a_text_that_was_withdrawn_leaves_its_title_and_the_reason(begun, client):
    first = report(begun, body="Un texte qui nuit.", summary="Un résumé qui nuit.")
    publishing.withdraw(first, begun.organiser, reason="Une donnée personnelle y figurait.")
    for page in (client.get(at("document", "bilan")), client.get(at("version", "bilan", 1))):
        assert "Une donnée personnelle y figurait." in said(page)
        assert "Bilan bilan" in said(page)
        assert "qui nuit" not in said(page)
    assert "Une donnée personnelle y figurait." in said(client.get(at("documents")))


def test_a_simple_version_of_a_withdrawn_text_is_not_read_either(begun, client):
    first = report(begun, plain_body="Un texte simple qui nuit.", plain_status="simplified")
    publishing.withdraw(first, begun.organiser, reason="Erreur.")
    answer = client.get(at("plain", "bilan"), follow=True)
    assert "qui nuit" not in said(answer)


def with_file(begun, body=b"%PDF-1.7 vrai", **more):
    document = Document(convention=begun.convention, slug="bilan", kind="report")
    version = Version(
        document=document,
        title="Bilan",
        text_alternative="Ce que dit le PDF.",
        media_type="application/pdf",
        file_name="bilan.pdf",
        **more,
    )
    version.file.save("bilan.pdf", ContentFile(body), save=False)
    return publish(begun, publishing.draft(version, begun.organiser))


def test_a_file_is_saved_never_shown_in_our_pages(begun, client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with_file(begun)
    answer = client.get(at("file", "bilan", 1))
    assert b"".join(answer.streaming_content) == b"%PDF-1.7 vrai"
    assert answer["Content-Disposition"] == 'attachment; filename="bilan.pdf"'
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Type"] == "application/pdf"
    assert "(PDF, " in said(client.get(at("document", "bilan")))


def test_a_file_that_is_lost_says_so(begun, client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    kept = with_file(begun)
    Path(kept.file.path).unlink()
    answer = client.get(at("file", "bilan", 1))
    assert answer.status_code == 404
    assert "Le site ne retrouve plus « bilan.pdf »." in html.unescape(said(answer)).replace(
        "\u00a0", " "
    )
    assert client.get(at("document", "bilan")).status_code == 200


def test_a_withdrawn_file_is_gone_and_says_why(begun, client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    publishing.withdraw(with_file(begun), begun.organiser, reason="Mauvais fichier.")
    answer = client.get(at("file", "bilan", 1))
    assert answer.status_code == 410
    assert "Mauvais fichier." in said(answer)


def test_a_document_without_a_file_has_no_file(begun, client):
    report(begun)
    assert client.get(at("file", "bilan", 1)).status_code == 404


def test_a_simple_version_says_honestly_what_it_is(begun, client):
    report(begun, plain_body="Un texte court.", plain_status="simplified")
    page = said(client.get(at("plain", "bilan")))
    assert "Ce n’est pas du FALC" in page
    assert "Un texte court." in page


def test_falc_names_those_who_read_it(begun, client):
    report(begun, plain_body="Court.", plain_status="falc", plain_readers="l’atelier de l’Esat")
    page = said(client.get(at("plain", "bilan")))
    assert "Ce texte a été relu par : l’atelier de l’Esat." in page
    assert "Ce n’est pas du FALC" not in page


def test_a_text_without_a_simple_version_leads_to_itself(begun, client):
    report(begun)
    assert client.get(at("plain", "bilan"))["Location"] == at("document", "bilan")


def test_the_reader_s_language_comes_first_and_the_other_is_one_click_away(begun, client):
    report(begun, title="Le bilan")
    report(begun, title="The report", language="en")
    french = said(client.get(at("document", "bilan")))
    assert "Le bilan" in french
    assert "?langue=en" in french
    english = said(client.get(at("document", "bilan"), {"langue": "en"}))
    assert "The report" in english
    listed = said(client.get(at("documents")))
    assert "Le bilan" in listed
    assert "The report" not in listed
    assert "The report" in said(client.get(at("documents"), {"langue": "en"}))


def test_the_library_searches_filters_and_sorts(begun, client):
    report(begun, slug="alpha", title="Alpha", body="antenne")
    report(begun, slug="beta", title="Beta", body="écran", kind="letter")
    report(begun, slug="nouvelle", title="Nouvelle", kind="news")

    def titles(**wanted):
        page = said(client.get(at("documents"), wanted))
        return [one for one in ("Alpha", "Beta", "Nouvelle") if f">{one}</a>" in page]

    assert titles() == ["Alpha", "Beta"]
    assert titles(nature="letter") == ["Beta"]
    assert titles(nature="news") == ["Nouvelle"]
    assert titles(q="antenne") == ["Alpha"]
    assert titles(annee="2021") == ["Alpha", "Beta"]
    assert titles(annee="1999") == []
    assert titles(nature="n’importe quoi", annee="zéro", tri="lune", page="-4") == ["Alpha", "Beta"]


@pytest.mark.parametrize("words", ["equipement ecran", "ÉQUIPEMENT", "cœur", "COEUR", "l'écran"])
def test_a_search_minds_neither_accents_nor_capitals(begun, client, words):
    report(begun, slug="tablette", title="Prêter un équipement", body="Au cœur de l’écran.")

    assert f'href="{at("document", "tablette")}"' in said(client.get(at("search"), {"q": words}))
    assert f'href="{at("document", "tablette")}"' in said(client.get(at("documents"), {"q": words}))


def test_a_seat_is_found_without_its_accents(begun, client):
    seat = story.seat(begun, story.body(begun), name="Zoé Écrivain")

    assert at("seat", seat.pk) in said(client.get(at("search"), {"q": "ecrivain zoe"}))


@pytest.mark.parametrize("year", ["0", "9999999999999999999999", "-1", "２０２１"])
def test_a_year_that_makes_no_sense_breaks_nothing(begun, client, year):
    assert client.get(at("documents"), {"annee": year}).status_code == 200


def test_a_document_of_another_convention_is_not_there(begun, client):
    story.announced_again(begun)
    report(begun)
    assert client.get(at("document", "bilan")).status_code == 200
    assert client.get(at("document", "bilan", slug="autre")).status_code == 404


def test_news_are_listed_the_newest_first(begun, client):
    report(begun, slug="une", title="Une", kind="news", dated="2021-01-01")
    report(begun, slug="deux", title="Deux", kind="news", dated="2021-02-01")
    page = said(client.get(at("news")))
    assert page.index(">Deux</a>") < page.index(">Une</a>")


def test_a_text_withdrawn_in_both_languages_is_told_in_the_reader_s(begun, client):
    for language in ("fr", "en"):
        twin = report(begun, language=language, title=f"Bilan {language}")
        publishing.withdraw(twin, begun.organiser, reason="Erreur.")
    page = said(client.get(at("documents")))
    assert "Bilan fr" in page
    assert "Bilan en" not in page
    assert "Bilan en" in said(client.get(at("documents"), headers={"Accept-Language": "en"}))
