"""A run-sheet, on screen: composed from the library, told what it lacks, put in order."""

import pytest
from django.test import Client
from django.urls import reverse

from isegoria.convention.governance.conduct import Refused
from isegoria.convention.models import Sequence
from isegoria.convention.verbs import sequences
from isegoria.core.runsheet.words import Need
from tests import sitting
from tests.web.reading import said


@pytest.fixture
def session(told):
    return sitting.session(told, title="Comprendre")


@pytest.fixture
def fanny(told):
    client = Client()
    sitting.fanny(told)
    client.force_login(told.things["fanny"])
    return client


def at(page, told, *keys):
    return reverse(f"facilitation:{page}", args=[told.convention.slug, *keys])


def typed(client, page, **fields):
    """The form as it stands, with what somebody changes in it."""
    form = client.get(page).context["form"]
    values = {one.name: one.value() for one in form if one.value() is not None}
    return {**values, **fields}


def titles(session):
    return [one.title for one in session.sequences.exclude(state="dropped")]


def test_a_method_of_the_library_comes_filled_in_and_can_be_added_as_it_is(told, fanny, session):
    page = at("sequence_new", told, session.pk, "world_cafe")

    answer = fanny.post(page, typed(fanny, page), follow=True)

    one = session.sequences.get()
    assert (one.title, one.minutes, one.rounds, one.output) == ("World Café", 60, 3, "sheet")
    assert set(one.equivalents) == set(Need)
    assert "2 façon(s) de s’exprimer sur 4" in said(answer)


def test_a_form_sent_twice_adds_one_sequence(told, fanny, session):
    page = at("sequence_new", told, session.pk, "dots")
    form = typed(fanny, page)

    fanny.post(page, form)
    fanny.post(page, form)

    assert titles(session) == ["Gommettes"]


def test_hours_follow_each_other_from_the_start_of_the_session(told, fanny, session):
    for minutes in (20, 100):
        sitting.sequence(told, session, minutes=minutes)

    page = said(fanny.get(at("run_sheet", told, session.pk)))

    assert page.index(">13 h<") < page.index("13 h 20") < page.index("15 h</p>")
    assert "Le déroulé dure 2 h ; la séance, 3 h." in page


def test_what_a_plan_lacks_is_said_in_words(told, fanny, session):
    sitting.sequence(told, session, minutes=240, modalities=["oral"])

    page = said(fanny.get(at("run_sheet", told, session.pk)))

    assert "Le déroulé dépasse la fin de la séance de 60 minute(s)." in page
    assert "La séance utilise 1 façon(s) de s’exprimer sur 4" in page
    assert "240 minutes de suite par une seule façon (oral) : 45 au plus." in page
    assert "Une autre façon de faire manque pour : à distance, en ligne" in page


def test_a_balanced_plan_is_told_that_nothing_is_missing(told, fanny, session):
    for method in ("photolangage", "break", "silent_writing"):
        page = at("sequence_new", told, session.pk, method)
        fanny.post(page, typed(fanny, page))

    assert "Rien ne manque" in said(fanny.get(at("run_sheet", told, session.pk)))


def test_the_buttons_of_a_line_move_it_up_and_down(told, fanny, session):
    for title in "ABC":
        sitting.sequence(told, session, title=title)

    def press(title, button):
        lines = fanny.get(at("run_sheet", told, session.pk)).context["lines"]
        line = next(one for one in lines if one.sequence.title == title)
        hidden = {name: line.form[name].value() for name in ("once", "base")}
        page = at("sequence_move", told, line.sequence.pk)
        return fanny.post(page, {**hidden, "before": getattr(line, button)})

    assert press("C", "up").status_code == 302
    assert titles(session) == ["A", "C", "B"]
    press("A", "down")
    assert titles(session) == ["C", "A", "B"]
    press("A", "down")
    assert titles(session) == ["C", "B", "A"]


def test_a_place_that_no_longer_exists_is_refused_in_words(told, fanny, session):
    first, second = (sitting.sequence(told, session, title=one) for one in "AB")
    page = at("sequence_move", told, second.pk)
    form = typed(fanny, page, before=str(first.pk))
    sequences.drop(first, sitting.fanny(told))

    answer = fanny.post(page, form)

    assert (answer.status_code, titles(session)) == (422, ["B"])
    assert "Choisissez une réponse de la liste." in said(answer)


def test_a_sequence_taken_out_can_be_put_back(told, fanny, session):
    one = sitting.sequence(told, session, title="A")
    for page in ("sequence_drop", "sequence_restore"):
        fanny.post(at(page, told, one.pk), typed(fanny, at(page, told, one.pk)))
        one.refresh_from_db()
        assert one.state == {"sequence_drop": "dropped"}.get(page, "planned")


def test_two_people_who_change_a_sequence_see_both_texts(told, fanny, session):
    one = sitting.sequence(told, session, title="Accueil")
    page = at("sequence_edit", told, one.pk)
    mine = typed(fanny, page, equivalent_phone="On les appelle.", minutes="25")
    sequences.edit(one, sitting.fanny(told), changes={"minutes": 40})

    answer = fanny.post(page, mine)

    assert answer.status_code == 409
    assert "Le texte enregistré maintenant" in said(answer)
    again = {one.name: one.value() for one in answer.context["form"] if one.value() is not None}
    fanny.post(page, again)
    one.refresh_from_db()
    assert (one.minutes, one.equivalents) == (25, {"phone": "On les appelle."})


def test_an_edit_that_changes_nothing_writes_nothing(told, fanny, session):
    one = sitting.sequence(told, session, equivalents={"phone": "On les appelle."})
    page = at("sequence_edit", told, one.pk)

    fanny.post(page, typed(fanny, page))

    assert Sequence.objects.get(pk=one.pk).revision == one.revision


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("minutes", "0", "1"),
        ("minutes", "601", "600"),
        ("minutes", "vingt", "chiffres"),
        ("title", " ", "Remplissez"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(told, fanny, session, field, value, why):
    page = at("sequence_new", told, session.pk, "plenary")

    answer = fanny.post(page, typed(fanny, page, **{field: value, "instructions": "Mon texte."}))

    assert (answer.status_code, session.sequences.count()) == (422, 0)
    assert why in said(answer)
    assert "Mon texte." in said(answer)


def test_an_unknown_method_is_not_found(told, fanny, session):
    assert fanny.get(at("sequence_new", told, session.pk, "rien")).status_code == 404


def test_the_run_sheet_of_a_session_that_is_over_no_longer_grows(told, fanny):
    held = told.things["session"]

    page = said(fanny.get(at("run_sheet", told, held.pk)))
    new = fanny.get(at("sequence_new", told, held.pk, "dots"))

    assert "Monter" not in page
    assert "<form method" not in said(new)
    with pytest.raises(Refused):
        sitting.sequence(told, held)


def test_the_library_is_read_whole_or_by_one_way(told, fanny, session):
    page = at("methods", told, session.pk)

    assert "Pause" in said(fanny.get(page))
    moving = said(fanny.get(page, {"facon": "movement"}))
    assert "Débat mouvant" in moving
    assert "Photolangage" not in moving


def test_the_printed_run_sheet_holds_instructions_and_other_ways(told, fanny, session):
    page = at("sequence_new", told, session.pk, "moving_debate")
    fanny.post(page, typed(fanny, page))

    printed = said(fanny.get(at("run_sheet_print", told, session.pk)))

    assert "Affichez une phrase qui affirme" in printed
    assert "Version assise pour tout le groupe" in printed
