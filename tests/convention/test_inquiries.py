"""What members say of the convention: one answer each, and nothing that leads back to who gave it."""

import pytest
from django.apps import apps
from django.db import connection

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Refused
from isegoria.convention.journal import book
from isegoria.convention.models import Deed, Entry, Inquiry, Presence
from isegoria.convention.sessions.inquiring import open_to, results_of
from isegoria.convention.verbs import attendance, inquiries
from tests import sitting
from tests.cast import AT
from tests.inquiring import answered, counted, pulse, seated, survey
from tests.sitting import fanny

pytestmark = pytest.mark.django_db
FACES = ("1", "5", "4", "2", "3", "5")


@pytest.fixture
def story(alice):
    from tests.story import announced

    return announced(alice)


@pytest.fixture
def panel(story):
    return [seated(story, number) for number in range(1, 8)]


@pytest.fixture
def asked(story, panel):
    return pulse(story, sitting.opened(story))


def missing(act, *args, **given):
    with pytest.raises(Refused) as refused:
        act(*args, **given)
    return refused.value.decision.about


def everything_written(without=()):
    """What the owner of the database reads: every row of every table, in the order it lies there."""
    place = "ctid" if connection.vendor == "postgresql" else "rowid"
    with connection.cursor() as cursor:
        for model in apps.get_app_config("convention").get_models():
            table = model._meta.db_table
            if table not in without:
                cursor.execute(f'SELECT * FROM "{table}" ORDER BY {place}')
                yield table, [column[0] for column in cursor.description], cursor.fetchall()


def test_whoever_reads_the_whole_database_cannot_tell_who_answered_what(story, panel, asked):
    """The same six answers, given by the same six people in the same order, but not each by the
    same: what is written is the same, to the letter."""

    def written(faces):
        for member, face in zip(panel, faces, strict=False):
            answered(asked, member, face, sentence=f"mot {face}")
        found = Inquiry.objects.filter(pk=asked.pk).values().get()
        asked.counts, asked.sentences, asked.answered_by, asked.answered = {}, [], "", 0
        Inquiry.objects.filter(pk=asked.pk).update(
            counts={}, sentences=[], answered_by="", answered=0
        )
        asked.refresh_from_db()
        return {name: value for name, value in found.items() if name != "revision"}

    assert written(FACES) == written(FACES[::-1])


def test_no_other_table_holds_an_answer(story, panel, asked):
    before = {table: repr(rows) for table, _, rows in everything_written()}
    answered(asked, panel[0], "2", sentence="Un mot très reconnaissable")
    changed = [
        (table, repr(rows))
        for table, _, rows in everything_written()
        if repr(rows) != before[table]
    ]

    holding = [table for table, rows in changed if "reconnaissable" in rows or '"mood"' in rows]

    assert holding == ["convention_inquiry"]
    assert "convention_deed" in dict(changed)
    deed = Deed.objects.order_by("-pk").first()
    assert (deed.actor, deed.on_behalf_of) == (None, None)


def test_a_row_for_each_answer_would_tell_who_gave_it(story, panel):
    """The control: a roll and an urn, without any link, are read side by side in the order in
    which they were written. What this house does not do."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE naive_roll (number integer)")
        cursor.execute("CREATE TABLE naive_urn (face integer)")
        for member, face in zip(panel, FACES, strict=False):
            cursor.execute("INSERT INTO naive_roll VALUES (%s)", [member.number])
            cursor.execute("INSERT INTO naive_urn VALUES (%s)", [int(face)])
        place = "ctid" if connection.vendor == "postgresql" else "rowid"
        cursor.execute(f"SELECT number FROM naive_roll ORDER BY {place}")
        who = [number for (number,) in cursor.fetchall()]
        cursor.execute(f"SELECT face FROM naive_urn ORDER BY {place}")
        what = [str(face) for (face,) in cursor.fetchall()]
        cursor.execute("DROP TABLE naive_roll")
        cursor.execute("DROP TABLE naive_urn")

    guessed = dict(zip(who, what, strict=True))

    assert guessed == {one.number: face for one, face in zip(panel, FACES, strict=False)}


def test_a_member_answers_once(asked, panel):
    answered(asked, panel[0], "4")

    assert open_to(panel[0]) == [(asked, True)]
    assert open_to(panel[1]) == [(asked, False)]
    assert missing(answered, asked, panel[0], "1") == ("not_yet_answered",)
    asked.refresh_from_db()
    assert asked.counts == {"mood": {"4": 1}}


def test_one_answers_with_ones_own_card(asked, panel):
    awa, ben = panel[:2]
    stolen = missing(
        inquiries.answer, asked, By(ben.account, AT), member=awa, answers={"mood": "1"}
    )

    assert stolen == ("own_answer",)


def test_whoever_facilitates_writes_for_a_member_who_asks_and_it_is_told_them(story, asked, panel):
    answered(asked, panel[0], "4", by=fanny(story))

    deed = Deed.objects.get(on_behalf_of=panel[0].account, entry__act="inquiry.answer")
    assert deed.actor == fanny(story).actor


def test_who_was_not_there_has_no_pulse(story, asked, panel):
    attendance.note(Presence(session=asked.session, member=panel[0], how="excused"), fanny(story))

    assert missing(answered, asked, panel[0]) == ("took_part",)


def test_sheets_of_paper_are_counted_with_the_others_and_nobody_twice(story, asked, panel):
    answered(asked, panel[0], "4")
    counted(story, asked, panel[1:4], {"mood": {"1": 1, "5": 2}})

    assert (asked.answered, asked.on_paper) == (4, 3)
    assert asked.counts == {"mood": {"1": 1, "4": 1, "5": 2}}
    assert missing(counted, story, asked, panel[3:5]) == ("sheets_fit",)
    assert missing(counted, story, asked, panel[4:5], {"mood": {"1": 2}}) == ("sheets_fit",)


def test_nothing_is_told_before_the_end_and_who_answered_is_forgotten_then(story, asked, panel):
    for member, face in zip(panel, FACES, strict=False):
        answered(asked, member, face)
    assert results_of(asked) is None

    inquiries.close(asked, fanny(story))

    assert (asked.answered_by, asked.answered, asked.entitled) == ("", 6, 6)
    assert results_of(asked).figures[0].counts == (1, 1, 1, 1, 2)


def test_four_answers_are_not_shown(story, asked, panel):
    for member in panel[:4]:
        answered(asked, member, "5", sentence="Canari")

    inquiries.close(asked, fanny(story))

    assert results_of(asked) is None
    refused = missing(inquiries.publish_sentence, asked, fanny(story), place=0)
    assert refused == ("enough_answers",)


def test_a_sentence_is_read_before_it_is_public_and_one_set_aside_is_counted(story, panel):
    final = survey(story)
    for member, text in zip(panel, ("a", "b", "c", "", ""), strict=False):
        answered(final, member, "4", sentence=text)
    inquiries.close(final, fanny(story))
    inquiries.publish_sentence(final, fanny(story), place=0)
    inquiries.set_aside_sentence(final, fanny(story), place=1, grounds="names")

    results = results_of(final)

    assert (results.sentences, results.waiting) == (["a"], 1)
    assert [count for _grounds, count in results.set_aside] == [1]
    again = missing(inquiries.publish_sentence, final, fanny(story), place=1)
    assert again == ("sentence_waits",)


def test_an_ended_inquiry_is_kept_as_it_was_counted(story, asked, panel):
    inquiries.close(answered(asked, panel[0]), fanny(story))

    with pytest.raises(Exception, match="kept as it is"):
        Inquiry.objects.filter(pk=asked.pk).update(counts={"mood": {"1": 9}})


def test_the_journal_says_that_one_answered_and_never_what(asked, panel):
    answered(asked, panel[0], "2", sentence="Mot rare")

    entry = Entry.objects.get(act="inquiry.answer")

    assert book.body_of(entry)["records"] == {"number": asked.number}
