"""What was said in a session, as anybody reads it: what was published, by table, never a name."""

import pytest
from django.test import Client
from django.urls import reverse

from isegoria.convention.models import Capture
from isegoria.convention.verbs import captures
from tests import sitting
from tests.capturing import public, said, stood
from tests.web.reading import said as words
from tests.web.test_facilitation_captures import client_of, notes, picture, upload


@pytest.fixture
def sequence(told):
    return sitting.opened(told, title="Une séance").sequences.first()


@pytest.fixture(autouse=True)
def somewhere(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def at(page, told, *keys):
    return reverse(f"public:{page}", args=[told.convention.slug, *keys])


def read(told, sequence):
    return words(Client().get(at("said_session", told, sequence.session_id)))


def test_only_what_was_published_is_public(told, sequence):
    public(told, said(told, sequence, text="Publié"))
    captures.confirm(said(told, sequence, text="Confirmé"), sitting.fanny(told))
    captures.show(said(told, sequence, text="Montré"), sitting.fanny(told))

    page = read(told, sequence)

    assert [one in page for one in ("Publié", "Confirmé", "Montré")] == [True, False, False]
    assert "Fanny" not in page


def test_those_who_facilitate_read_here_what_the_public_reads(told, sequence):
    said(told, sequence, text="Gardé")
    fanny = client_of(told.things["fanny"])

    assert "Gardé" not in words(fanny.get(at("said_session", told, sequence.session_id)))


def test_the_sessions_that_said_something_are_listed(told, sequence):
    before = words(Client().get(at("said", told)))
    public(told, said(told, sequence))

    after = words(Client().get(at("said", told)))

    assert ("Une séance" in before, "Une séance" in after) == (False, True)


def test_what_was_withdrawn_leaves_its_reason_and_nothing_else(told, sequence):
    one = captures.sign(
        said(told, sequence, text="Canarix"),
        sitting.fanny(told),
        signature="Awax",
        themselves=False,
    )
    captures.withdraw(public(told, one), sitting.fanny(told), reason="Nomme quelqu’un.")

    page = read(told, sequence)

    assert ("Nomme quelqu’un." in page, "Canarix" in page, "Awax" in page) == (True, False, False)


def test_a_signature_is_read_until_it_is_taken_away(told, sequence):
    by = sitting.fanny(told)
    one = captures.sign(said(told, sequence), by, signature="Awax", themselves=False)
    public(told, one)
    signed = read(told, sequence)

    captures.unsign(one, by)

    assert ("Signé : Awax" in signed, "Awax" in read(told, sequence)) == (True, False)


def test_positions_are_read_with_their_base(told, sequence):
    public(told, stood(told, sequence))

    assert "9 sur 15" in read(told, sequence)


def test_a_picture_comes_with_its_words_and_is_given_once_public(told, sequence):
    fanny = client_of(told.things["fanny"])
    notes(fanny, told, sequence, "image", file=upload(picture()), alternative="Une rue", text="")
    one = Capture.objects.get(sequence=sequence)
    file = at("said_file", told, one.pk)
    before = Client().get(file).status_code

    public(told, one)
    answer = Client().get(file)

    assert (before, answer.status_code, answer["Content-Type"]) == (404, 200, "image/jpeg")
    assert "Une rue" in read(told, sequence)
    captures.withdraw(one, sitting.fanny(told), reason="Un visage.")
    assert Client().get(file).status_code == 404


def test_a_session_that_is_not_announced_says_nothing(told):
    planned = sitting.session(told)

    assert Client().get(at("said_session", told, planned.pk)).status_code == 404


def test_a_long_session_is_read_page_by_page(told, sequence, django_assert_max_num_queries):
    for number in range(53):
        public(told, said(told, sequence, text=f"carte {number}"))

    with django_assert_max_num_queries(9):
        page = read(told, sequence)

    assert page.count('class="said"') == 50
    assert "Page suivante" in page
