"""What is said at a table: entered, given words, confirmed, published; files are read to the end."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from isegoria.convention.journal import book
from isegoria.convention.models import Capture, Deed, Entry, ZoneCount
from isegoria.convention.verbs import captures
from tests import sitting
from tests.capturing import public, said, stood
from tests.web.reading import said as words


@pytest.fixture
def sequence(told):
    return sitting.opened(told).sequences.first()


@pytest.fixture
def fanny(told):
    return client_of(told.things["fanny"])


@pytest.fixture
def awa(told):
    """A member, at a table."""
    return client_of(told.things["awa"].account)


@pytest.fixture(autouse=True)
def somewhere(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def client_of(account):
    client = Client()
    client.force_login(account)
    return client


def at(page, told, *keys):
    return reverse(f"facilitation:{page}", args=[told.convention.slug, *keys])


def sends(client, page, **fields):
    form = client.get(page).context["form"]
    own = {"once": form["once"].value(), "base": form["base"].value() or ""}
    return client.post(page, {**own, **fields})


def notes(client, told, sequence, form="carte", **fields):
    asked = {"table": 3, "group": "", "entered_for": "helper", "text": "Canari", **fields}
    return sends(client, at("capture_new", told, sequence.pk, form), **asked)


def picture(kind="JPEG", size=(40, 30), **more):
    kept = io.BytesIO()
    Image.new("RGB", size, "red").save(kept, kind, **more)
    return kept.getvalue()


def upload(content, name="photo.jpg", media="image/jpeg"):
    return SimpleUploadedFile(name, content, content_type=media)


def one_of(sequence):
    return Capture.objects.get(sequence=sequence)


def test_a_card_is_kept_for_its_table(told, fanny, sequence):
    answer = notes(fanny, told, sequence)

    one = one_of(sequence)
    assert (answer.status_code, one.table, one.text, one.state) == (302, 3, "Canari", "captured")
    assert "C’est gardé" in words(fanny.get(answer.url))


def test_the_journal_says_that_it_was_entered_for_a_table_and_not_by_whom_it_was_said(
    told, fanny, sequence
):
    notes(fanny, told, sequence)

    entry = Entry.objects.get(act="capture.take", subject=one_of(sequence).reference)
    body = book.body_of(entry)
    assert (body["for"], body["records"]["entered_for"]) == ("helped", "helper")
    assert "Canari" not in str(body)
    page = words(fanny.get(at("captures", told, sequence.session_id)))
    assert f"Entré par {told.things['fanny']} pour la table 3" in page


def test_the_same_form_sent_twice_keeps_one_card(told, fanny, sequence):
    page = at("capture_new", told, sequence.pk, "carte")
    once = fanny.get(page).context["form"]["once"].value()
    typed = {"once": once, "table": 3, "group": "", "entered_for": "table", "text": "Canari"}

    first, second = fanny.post(page, typed), fanny.post(page, typed)

    assert (first.status_code, second.status_code, first.url) == (302, 302, second.url)
    assert Capture.objects.filter(sequence=sequence).count() == 1


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"table": ""}, "Donnez le numéro de la table, ou le nom du groupe."),
        ({"group": "la salle"}, "Donnez une table ou un groupe, pas les deux."),
        ({"text": "  "}, "Remplissez ce champ."),
        ({"table": "61"}, "60"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(told, fanny, sequence, fields, why):
    answer = notes(fanny, told, sequence, **{"text": "Ma carte", **fields})

    assert answer.status_code == 422
    assert why in words(answer)
    assert not Capture.objects.filter(sequence=sequence).exists()


def test_before_the_session_opens_the_page_says_when(told, fanny):
    planned = sitting.sequence(told, sitting.session(told))

    page = words(fanny.get(at("capture_new", told, planned.pk, "carte")))

    assert "On note ce qui se dit pendant la séance" in page


def test_a_picture_is_drawn_again_without_what_the_camera_wrote(told, fanny, sequence):
    exif = Image.Exif()
    exif[0x010F] = "Canarix"
    sent = upload(picture(exif=exif))

    notes(fanny, told, sequence, "image", file=sent)

    one = one_of(sequence)
    with one.file.open("rb") as kept:
        content = kept.read()
    assert b"Canarix" not in content
    assert one.media_type == "image/jpeg"


def test_a_large_photograph_is_made_no_larger_than_a_screen(told, fanny, sequence):
    notes(fanny, told, sequence, "image", file=upload(picture(size=(4000, 1000))))

    with one_of(sequence).file.open("rb") as kept, Image.open(kept) as drawn:
        assert drawn.size == (1600, 400)


HOSTILE = {
    "svg": (b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", "SVG peuvent contenir"),
    "page": (b"<!doctype html><script>x()</script>", "C’est une page web"),
    "program": (b"MZ" + bytes(900), "C’est un programme"),
    "document": (b"%PDF-1.7 canari", "Ce n’est pas une image."),
    "nothing": (b"", "Le fichier est vide."),
    "broken": (b"\x89PNG\r\n\x1a\n" + bytes(100), "Cette image est abîmée."),
    "heavy": (b"\xff\xd8\xff" + bytes(20 * 2**20), "Le fichier dépasse 20 Mo."),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_not_a_picture_is_refused_in_a_sentence(told, fanny, sequence, name):
    content, why = HOSTILE[name]

    answer = notes(fanny, told, sequence, "image", file=upload(content))

    assert answer.status_code == 422
    assert why in words(answer)
    assert not Capture.objects.filter(sequence=sequence).exists()


def test_a_picture_that_would_unfold_beyond_measure_is_refused(told, fanny, sequence):
    kept = io.BytesIO()
    Image.new("1", (9000, 9000)).save(kept, "PNG")

    answer = notes(fanny, told, sequence, "image", file=upload(kept.getvalue(), "x.png"))

    assert "Cette image est trop grande : 81 millions de points" in words(answer)


def test_what_hides_behind_a_picture_is_left_out(told, fanny, sequence):
    both = picture("PNG") + b"<html><script>canari()</script>"

    notes(fanny, told, sequence, "image", file=upload(both, "x.html", "text/html"))

    with one_of(sequence).file.open("rb") as kept:
        assert b"script" not in kept.read()


def test_a_file_that_is_not_a_voice_is_refused(told, fanny, sequence):
    answer = notes(fanny, told, sequence, "voix", file=upload(picture()))

    assert "Ce n’est pas un enregistrement de voix." in words(answer)


def test_a_picture_sent_twice_leaves_one_file(told, fanny, sequence, tmp_path):
    page = at("capture_new", told, sequence.pk, "image")
    once = fanny.get(page).context["form"]["once"].value()
    for _time in range(2):
        typed = {
            "once": once,
            "table": 3,
            "group": "",
            "entered_for": "helper",
            "file": upload(picture()),
        }
        fanny.post(page, typed)

    assert len([one for one in tmp_path.rglob("*") if one.is_file()]) == 1


def test_a_picture_is_read_by_those_who_facilitate_until_it_is_public(told, fanny, awa, sequence):
    notes(fanny, told, sequence, "image", file=upload(picture()), alternative="Une rue")
    one, by = one_of(sequence), sitting.fanny(told)
    where = at("capture_file", told, one.pk)
    odile = client_of(told.odile)

    assert [who.get(where).status_code for who in (fanny, awa, odile)] == [200, 404, 404]
    public(told, one)
    assert [who.get(where).status_code for who in (fanny, awa, odile)] == [200, 200, 200]
    captures.withdraw(one, by, reason="nomme quelqu’un")
    assert [who.get(where).status_code for who in (fanny, awa, odile)] == [200, 404, 404]


def test_a_file_is_given_whole_or_by_part_and_never_as_a_page(told, fanny, sequence):
    notes(fanny, told, sequence, "image", file=upload(picture()))
    where = at("capture_file", told, one_of(sequence).pk)

    whole, part = fanny.get(where), fanny.get(where, headers={"range": "bytes=2-5"})
    beyond = fanny.get(where, headers={"range": "bytes=99999999-"})

    content = b"".join(whole.streaming_content)
    assert b"".join(part.streaming_content) == content[2:6]
    assert (part.status_code, part["Content-Range"]) == (206, f"bytes 2-5/{len(content)}")
    assert beyond.status_code == 416
    assert whole["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_a_member_notes_a_card_and_finds_it_again_on_the_same_device_alone(told, awa, sequence):
    notes(awa, told, sequence)
    one = one_of(sequence)
    page, elsewhere = at("capture", told, one.pk), client_of(told.things["awa"].account)

    sends(awa, at("capture_words", told, one.pk), text="Canari jaune")
    sends(awa, at("capture_confirm", told, one.pk))

    one.refresh_from_db()
    assert (one.state, one.text) == ("confirmed", "Canari jaune")
    assert (awa.get(page).status_code, elsewhere.get(page).status_code) == (200, 404)
    assert not Deed.objects.filter(entry__subject=one.reference, actor__isnull=False).exists()


def test_a_table_finds_where_to_note_and_what_its_device_noted(told, awa, sequence):
    notes(awa, told, sequence)

    page = words(awa.get(at("notebook", told, sequence.session_id)))

    assert ("Canari" in page, "Une carte" in page, "Feuilles à imprimer" in page) == (
        True, True, False,
    )  # fmt: skip


def test_a_picture_is_described_confirmed_and_published(told, fanny, sequence):
    notes(fanny, told, sequence, "image", file=upload(picture()))
    one = one_of(sequence)
    assert "Il faut d’abord des mots" in words(fanny.get(at("capture", told, one.pk)))

    sends(fanny, at("capture_words", told, one.pk), alternative="Une rue avec des arbres")
    sends(fanny, at("capture_confirm", told, one.pk))
    sends(fanny, at("capture_publish", told, one.pk))

    one.refresh_from_db()
    assert (one.state, one.alternative) == ("published", "Une rue avec des arbres")


def test_everything_confirmed_is_published_after_one_look(told, fanny, sequence):
    by = sitting.fanny(told)
    ready = [captures.confirm(said(told, sequence), by) for _card in range(3)]
    not_ready = said(told, sequence)
    page = at("captures_publish", told, sequence.session_id)

    sends(fanny, page)

    states = [Capture.objects.get(pk=one.pk).state for one in [*ready, not_ready]]
    assert states == ["published", "published", "published", "captured"]


def test_one_is_set_aside_shown_hidden_withdrawn_and_signed(told, fanny, sequence):
    first, second = said(told, sequence), said(told, sequence)

    sends(fanny, at("capture_aside", told, first.pk), reason="En double")
    sends(fanny, at("capture_show", told, second.pk))
    sends(fanny, at("capture_hide", told, second.pk))
    sends(fanny, at("capture_sign", told, second.pk), signature="Awa", agreed="on")
    sends(fanny, at("capture_unsign", told, second.pk))
    public(told, Capture.objects.get(pk=second.pk))
    sends(fanny, at("capture_withdraw", told, second.pk), reason="Nomme quelqu’un")

    first.refresh_from_db(), second.refresh_from_db()
    assert (first.state, first.reason) == ("set_aside", "En double")
    assert (second.state, second.signature, second.shown_at) == ("withdrawn", "", None)


def test_the_board_is_filtered_and_by_sequence(told, fanny, sequence):
    said(told, sequence, text="Un arbre")
    said(told, sequence, text="Une rue", table=4)
    board = at("captures", told, sequence.session_id)

    page = words(fanny.get(board, {"table": "4", "forme": "card", "etat": "captured"}))

    assert ("Une rue" in page, "Un arbre" in page) == (True, False)
    assert "Aucune expression ne correspond" in words(fanny.get(board, {"table": "9"}))
    assert fanny.get(board, {"sequence": "n’importe", "page": "x"}).status_code == 200


def test_the_board_of_two_hundred_cards_asks_few_questions(
    told, fanny, sequence, django_assert_max_num_queries
):
    for _card in range(35):
        said(told, sequence)

    with django_assert_max_num_queries(16):
        page = fanny.get(at("captures", told, sequence.session_id))

    assert "page 1 sur 2" in words(page)


ZONES = {"how": "number", "label_0": "Oui", "label_1": "Non", "text": "Canari"}


def test_positions_are_counted_before_and_after(told, fanny, sequence):
    counted = {"before_0": "9", "after_0": "12", "before_1": "6", "after_1": "3"}

    notes(fanny, told, sequence, "positions", table="", group="la salle", **ZONES, **counted)

    rows = ZoneCount.objects.filter(capture__sequence=sequence)
    assert list(rows.values_list("label", "moment", "count")) == [
        ("Oui", "after", 12),
        ("Oui", "before", 9),
        ("Non", "after", 3),
        ("Non", "before", 6),
    ]
    assert "12 sur 15" in words(fanny.get(at("capture", told, one_of(sequence).pk)))


def test_cards_are_counted_once_and_not_kept(told, fanny, sequence, monkeypatch):
    numbers = sorted(
        told.convention.members.filter(state="active").values_list("number", flat=True)
    )
    first = numbers[0]

    answer = notes(
        fanny, told, sequence, "positions", table="", group="la salle",
        **ZONES | {"how": "card", "before_0": str(first), "before_1": f"{first} 9999"},
    )  # fmt: skip

    assert f"La carte {first} est comptée deux fois." in words(answer)
    assert not Capture.objects.filter(sequence=sequence).exists()


@pytest.mark.parametrize(
    ("counted", "why"),
    [
        ({"before_0": "2", "before_1": "2"}, "Moins de cinq personnes"),
        ({}, "Comptez les personnes d’au moins une zone."),
        ({"before_0": "beaucoup"}, "Écrivez un nombre entier"),
        ({"before_0": "9 3"}, "Écrivez un seul nombre"),
        ({"before_0": "501"}, "500 personnes au plus."),
        ({"before_2": "9"}, "Donnez un nom à cette zone."),
    ],
)
def test_a_count_that_cannot_be_kept_says_why(told, fanny, sequence, counted, why):
    answer = notes(
        fanny, told, sequence, "positions", table="", group="la salle", **ZONES, **counted
    )

    assert answer.status_code == 422
    assert why in words(answer)


def test_positions_are_counted_again(told, fanny, sequence):
    one = stood(told, sequence)
    page = at("capture_count", told, one.pk)

    sends(fanny, page, how="number", label_0="Oui", before_0="9", after_0="14",
          label_1="Non", before_1="6", after_1="1")  # fmt: skip

    one.refresh_from_db()
    assert (one.people, one.zones.count()) == (15, 4)


def test_the_device_that_queued_a_card_is_told_that_it_was_kept(told, fanny, sequence):
    page = at("capture_new", told, sequence.pk, "carte")
    once = fanny.get(page).context["form"]["once"].value()
    typed = {"once": once, "table": 3, "group": "", "entered_for": "table", "text": "Canari"}
    asks = {"headers": {"accept": "application/json"}}

    answers = [fanny.post(page, typed, **asks) for _time in range(2)]

    assert [one.status_code for one in answers] == [201, 201]
    assert Capture.objects.filter(sequence=sequence).count() == 1
