"""What people send, and what is printed: faults with their place, no name, no formula."""

import pytest

from isegoria.core.seating.cooling import seated
from isegoria.core.seating.measures import measured
from isegoria.core.seating.model import Asked, Attendee, Plan
from isegoria.core.seating.printing import card_rows, cards_csv, named_csv, table_rows, tables_csv
from isegoria.core.seating.readings import Columns, pairs_of, people_of, rounds_of, with_cards
from isegoria.core.sheets.reading import Unreadable, sheet
from isegoria.core.sheets.writing import xlsx_of
from tests.core.seating.parties import panel

PEOPLE = "nom;Sexe;lieu;aide;absences\na;F;salle;x;\nb;H;salle;X;1 3\nc;F;distance;;2\n"
COLUMNS = Columns(balance=("sexe",), place="lieu", together="aide", away="absences")


def read(text, columns=COLUMNS, rounds=3):
    return people_of(sheet("participants.csv", text.encode()), columns, rounds)


def test_people_are_read_with_what_is_asked_of_them():
    people, groups = read(PEOPLE)

    assert people == (
        Attendee("a", ("F",), "salle"),
        Attendee("b", ("H",), "salle", frozenset({1, 3})),
        Attendee("c", ("F",), "distance", frozenset({2})),
    )
    assert groups == (("a", "b"),)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (PEOPLE.replace("lieu", "où"), "colonne « lieu » : il manque la colonne « lieu »"),
        (PEOPLE.replace("b;", ";"), "ligne 3, colonne « nom » : l’identifiant est vide"),
        (PEOPLE.replace("b;", "a;"), "ligne 3, colonne « nom », valeur « a » : cet identifiant"),
        (
            PEOPLE.replace("1 3", "4"),
            "ligne 3, colonne « absences », valeur « 4 » : ce ne sont pas",
        ),
        (PEOPLE.replace("1 3", "lundi"), "valeur « lundi » : ce ne sont pas des numéros de tour"),
        ("nom;Sexe;lieu;aide;absences\n", "il n’y a personne"),
        (PEOPLE.replace("a;F", "=1+1;F"), "c’est une formule"),
    ],
)
def test_a_fault_says_where_it_is(text, fault):
    with pytest.raises(Unreadable, match=printed(fault)):
        read(text)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a\nx\n", "il manque une colonne"),
        ("un;autre\na;z\n", "ligne 2, colonne « autre », valeur « z » : cette personne n’est pas"),
        ("un;autre\na;a\n", "ligne 2, colonne « autre », valeur « a » : c’est deux fois la même"),
    ],
)
def test_a_pair_that_cannot_be_read_says_where_it_is(text, fault):
    with pytest.raises(Unreadable, match=printed(fault)):
        pairs_of(sheet("separations.csv", text.encode()), ["a", "b"])


def test_a_plan_that_was_written_reads_again():
    plan = seated(panel(), 1, 2_000)

    again = rounds_of(sheet("plan.csv", named_csv(plan)))

    assert [[set(ids) for ids in tables] for tables in again] == [
        [set(ids) for ids in tables] for tables in plan.rounds
    ]


def test_a_table_that_is_no_number_says_where_it_is():
    with pytest.raises(Unreadable, match=printed("ligne 2, colonne « tour 1 », valeur « trois »")):
        rounds_of(sheet("plan.xlsx", xlsx_of(("id", "tour 1"), [("a", "trois")])))


def test_cards_stay_with_people_and_new_ones_take_the_next():
    written = sheet("plan.csv", b"id,carte,tour 1\na,2,1\nb,7,1\n")

    people = with_cards((Attendee("b"), Attendee("c"), Attendee("a")), written)

    assert [(one.id, one.card) for one in people] == [("b", 7), ("c", 8), ("a", 2)]


def test_what_is_printed_bears_no_name():
    people = (
        Attendee("Zoé", (), "=salle"),
        Attendee("Ali", (), "=salle"),
        Attendee("Luc", (), "=salle"),
    )
    plan = Plan(Asked(people, 2, 2), ((("Zoé", "Luc"), ("Ali",)), (("Zoé",), ("Ali", "Luc"))))

    assert card_rows(plan) == (("carte", "tour 1", "tour 2"), [(1, 1, 1), (2, 2, 2), (3, 1, 2)])
    assert table_rows(plan)[1][0] == (1, 1, "=salle", "1, 3")
    assert not any(one.id in (cards_csv(plan) + tables_csv(plan)).decode() for one in people)


def test_no_formula_is_written():
    people = (Attendee("=2+2", (), "@lieu"), Attendee("-b", (), "@lieu"))
    plan = Plan(Asked(people, 1, 1), ((("=2+2", "-b"),),))

    assert named_csv(plan).decode("utf-8-sig").splitlines()[1:] == ["'=2+2,1,1", "'-b,2,1"]
    assert tables_csv(plan).decode("utf-8-sig").splitlines()[1] == '1,1,\'@lieu,"1, 2"'


def test_a_cell_is_bad_when_it_is_more_than_one_from_its_fair_share():
    people = tuple(Attendee(f"p{at}", ("F" if at < 4 else "H",)) for at in range(8))
    ids = [one.id for one in people]

    def bad(women):
        first = ids[:women] + ids[4 : 8 - women]
        rest = [one for one in ids if one not in first]
        return len(
            measured(Plan(Asked(people, 2, 1, ("sexe",)), ((tuple(first), tuple(rest)),))).bad
        )

    assert [bad(women) for women in (2, 3, 4)] == [0, 0, 4]


def test_pairs_are_counted_once_and_beside_their_bound():
    people = tuple(Attendee(one) for one in "abcd")
    twice = ((("a", "b"), ("c", "d")),) * 2

    measures = measured(Plan(Asked(people, 2, 2), twice))

    assert (measures.met, measures.bound, measures.possible) == (2, 4, 6)
    assert (measures.fewest, measures.most_often) == (1, 2)


def printed(fault):
    """As the sentence is printed: with spaces that do not break a line."""
    for typed in ("« ", " »", " :"):
        fault = fault.replace(typed, typed.replace(" ", "\u00a0"))
    return fault
