"""A question is asked by a table, a member or the public; somebody answers in writing, in time."""

from datetime import timedelta

import pytest

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Refused
from isegoria.convention.models import Deed, Disclosure, Entry, Question
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.sessions import questioning
from isegoria.convention.sessions.questioning import Wanted
from isegoria.convention.sessions.questions import today
from isegoria.convention.verbs import questions
from isegoria.core.charter import Role
from tests import recruiting, sitting
from tests.cast import AT, holder
from tests.questioning import (
    SOON,
    answered,
    confided,
    of_a_member,
    of_a_table,
    of_the_public,
    published,
)
from tests.sitting import fanny
from tests.story import announced

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=20)


@pytest.fixture
def story(alice):
    return announced(alice)


@pytest.fixture
def panel(story):
    recruiting.recruited(story)
    recruiting.drawn(story, recruiting.sealed(story))
    return story


def refusal(call):
    with pytest.raises(Refused) as refused:
        call()
    return refused.value.decision.about or (refused.value.decision.code,)


def reader(*roles, account=None, at=AT):
    return Viewer(account, frozenset({Role.ANYONE, *roles}), at)


def numbers(found):
    return sorted(one.number for one in found)


def test_questions_are_numbered_as_they_come(story):
    assert [of_a_table(story).number, of_the_public(story).number] == [1, 2]


def test_a_member_asks_as_many_questions_about_a_hearing_as_they_have(panel):
    awa, hearing = sitting.member(panel), sitting.session(panel)

    for _ in range(3):
        of_a_member(panel, awa, session=hearing)

    assert numbers(questioning.questions_of_member(awa)) == [1, 2, 3]
    assert questioning.members_who_asked(hearing) == 1


def test_nobody_asks_in_the_name_of_another_member(panel):
    awa, other = sitting.member(panel), sitting.member(panel)
    theirs = Question(convention=panel.convention, origin="member", member=other, text="oui")

    assert refusal(lambda: questions.ask(theirs, By(awa.account, AT))) == ("own_question",)
    assert questions.ask(theirs, fanny(panel)).number == 1


def test_a_member_who_left_asks_no_more(panel):
    awa = sitting.member(panel)
    sitting.leaves(awa, panel)
    awa.refresh_from_db()
    late = Question(convention=panel.convention, origin="member", member=awa, text="oui")

    assert refusal(lambda: questions.ask(late, fanny(panel))) == ("member_active",)


def test_nothing_says_which_member_wrote_the_question_of_a_table(panel):
    awa = sitting.member(panel)
    of_table = Question(convention=panel.convention, origin="table", table=2, text="oui")

    questions.ask(of_table, By(awa.account, AT))

    deed = Deed.objects.get(entry__act="question.ask")
    assert (deed.actor, deed.entry.role, of_table.author) == (None, "member", "table 2")


def test_a_convention_that_is_not_under_way_takes_no_question(poitiers):
    early = Question(convention=poitiers, origin="public", text="oui")

    assert refusal(lambda: questions.send(early, By(None, AT))) == ("asking_open",)


def test_what_the_public_sends_is_read_by_the_team_alone_until_it_is_admitted(story):
    sent = of_the_public(story)

    for role in (Role.ANYONE, Role.MEMBER, Role.SERVICE, Role.EXPERT, Role.COUNCILLOR):
        assert questioning.question_at(story.convention, reader(role), sent.pk) is None
    for role in (Role.FACILITATOR, Role.ORGANISER, Role.GUARANTOR):
        assert questioning.question_at(story.convention, reader(role), sent.pk) == sent


def test_a_question_of_the_public_is_confided_once_it_is_admitted(story):
    sent = of_the_public(story)

    assert refusal(lambda: confided(story, sent)) == ("received",)
    confided(story, questions.admit(sent, fanny(story)))
    assert questioning.is_shown(sent)


def test_a_question_is_set_aside_with_a_reason_and_only_when_it_comes_from_the_public(story):
    sent, asked = of_the_public(story), of_a_table(story)

    assert refusal(lambda: questions.set_aside(sent, fanny(story), reason=" ")) == ("reasoned",)
    assert refusal(lambda: questions.set_aside(asked, fanny(story), reason="non")) == ("asked",)
    questions.set_aside(sent, fanny(story), reason="Ce n’est pas une question.")
    assert not questioning.is_shown(sent)


def test_the_journal_keeps_neither_a_question_nor_an_answer_nor_a_reason(story):
    published(story, of_a_table(story, text="secret"))
    questions.set_aside(of_the_public(story, text="secret"), fanny(story), reason="secret")

    assert "secret" not in str(list(Disclosure.objects.values_list("body", flat=True)))


def test_an_answer_is_promised_for_a_day_to_come(story):
    asked, gone = of_a_table(story), (AT - timedelta(days=1)).date()

    assert refusal(lambda: confided(story, asked, due_on=gone)) == ("due_ahead",)
    assert confided(story, asked, due_on=AT.date()).due_on == AT.date()


def test_the_first_date_stays_beside_a_new_one(story):
    asked = confided(story, of_a_table(story))

    confided(story, asked, due_on=SOON + timedelta(days=7))

    assert asked.is_postponed
    assert (asked.first_due_on, asked.due_on) == (SOON, SOON + timedelta(days=7))


def test_an_answer_is_late_from_the_day_after_and_until_it_can_be_read(story):
    asked = confided(story, of_a_table(story))

    assert not asked.is_overdue(AT + timedelta(days=15))
    assert asked.is_overdue(AT + timedelta(days=16))
    answered(story, asked)
    assert asked.is_overdue(AT + timedelta(days=16))
    questions.publish(asked, fanny(story))
    assert not asked.is_overdue(AT + timedelta(days=16))


def test_the_day_is_that_of_the_convention(story):
    story.convention.time_zone = "Pacific/Auckland"

    assert today(story.convention, AT.replace(hour=13)) == AT.date() + timedelta(days=1)


def test_a_service_answers_what_services_were_given_and_nothing_else(story):
    serge = holder(Role.SERVICE, story.convention, story.odile)
    theirs, other = (
        confided(story, of_a_table(story)),
        confided(story, of_a_table(story), whom="expert"),
    )
    viewer = reader(Role.SERVICE, account=serge)

    assert numbers(questioning.to_answer(story.convention, viewer)) == [theirs.number]
    questions.answer(theirs, By(serge, AT), answer="Voici.")
    assert refusal(lambda: questions.answer(other, By(serge, AT), answer="Voici.")) == (
        "theirs_to_answer",
    )


def test_a_question_confided_to_one_person_is_theirs_alone(story):
    serge = holder(Role.SERVICE, story.convention, story.odile)
    other = holder(Role.SERVICE, story.convention, story.odile, name="Sonia Service")
    asked = confided(story, of_a_table(story), account=serge)

    viewer = reader(Role.SERVICE, account=other)
    assert numbers(questioning.to_answer(story.convention, viewer)) == []
    assert refusal(lambda: questions.answer(asked, By(other, AT), answer="Voici.")) == (
        "theirs_to_answer",
    )
    questions.answer(asked, By(serge, AT), answer="Voici.")


def test_the_team_enters_an_answer_for_somebody_without_an_account(story):
    answered(story, of_a_table(story))

    entry = Entry.objects.get(act="question.answer")
    assert entry.role == "facilitator"
    assert "helped" in str(Disclosure.objects.get(entry=entry).body)


def test_an_answer_needs_words_and_changes_until_it_is_published(story):
    asked = confided(story, of_a_table(story))

    assert refusal(lambda: questions.answer(asked, fanny(story), answer=" ")) == ("worded",)
    questions.answer(asked, fanny(story), answer="Voici.")
    questions.answer(asked, fanny(story), answer="Voici mieux.")
    questions.publish(asked, fanny(story))
    assert refusal(lambda: questions.answer(asked, fanny(story), answer="Non.")) == ("published",)


def test_whoever_asked_takes_it_back_until_it_is_answered(panel):
    awa, other = sitting.member(panel), sitting.member(panel)
    asked = of_a_member(panel, awa)

    assert refusal(lambda: questions.take_back(asked, By(other.account, AT))) == ("own_question",)
    questions.take_back(asked, By(awa.account, AT))
    assert not questioning.is_shown(asked)


def test_another_member_does_not_take_back_the_question_of_a_table(panel):
    awa, asked = sitting.member(panel), of_a_table(panel)

    assert refusal(lambda: questions.take_back(asked, By(awa.account, AT))) == ("own_question",)
    questions.take_back(asked, fanny(panel))


def test_anybody_reads_what_was_confided_and_the_mark_of_what_was_withdrawn(story):
    for_later, waits = of_a_table(story), confided(story, of_a_table(story))
    gone = questions.withdraw(
        of_a_table(story, text="Et Jean ?"), fanny(story), reason="Un nom y est écrit."
    )

    found = questioning.questions_of(story.convention, reader())

    assert numbers(found) == [waits.number]
    (mark,) = questioning.put_away(story.convention)
    assert (mark.number, mark.reason) == (gone.number, "Un nom y est écrit.")
    assert "Jean" not in str(mark)
    assert numbers(questioning.questions_of(story.convention, reader(Role.ORGANISER))) == [
        for_later.number,
        waits.number,
        gone.number,
    ]


def test_a_search_does_not_tell_an_answer_before_it_is_published(story):
    asked = confided(story, of_a_table(story, text="Et le vélo ?"))
    questions.answer(asked, fanny(story), answer="Une piste.")
    everyone = questioning.questions_of(story.convention, reader())

    def search(words):
        return numbers(questioning.sought(everyone, Wanted(words=words), AT.date()))

    assert (search("vélo"), search("piste")) == ([asked.number], [])
    questions.publish(asked, fanny(story))
    assert search("piste vélo") == [asked.number]


def test_questions_lie_on_piles_and_the_late_ones_on_their_own(story):
    of_the_public(story), of_a_table(story)
    confided(story, of_a_table(story))
    answered(story, of_a_table(story))
    published(story, of_a_table(story))
    everything = questioning.questions_of(story.convention, reader(Role.FACILITATOR))

    assert questioning.piles(everything, LATER.date()) == {
        "to_admit": 1,
        "to_confide": 1,
        "waiting": 1,
        "overdue": 2,
        "to_publish": 1,
        "published": 1,
        "ended": 0,
        "unanswered": 2,
    }
    late = questioning.sought(everything, Wanted(pile="overdue"), LATER.date())
    assert numbers(late) == [3, 4]
    assert numbers(questioning.sought(everything, Wanted(pile="x"), LATER.date())) == []


def test_the_figures_say_how_many_wait_and_how_many_are_late(story):
    published(story, of_a_table(story))
    confided(story, of_a_table(story))
    questions.set_aside(of_the_public(story), fanny(story), reason="Hors sujet.")

    found = questioning.figures_of(story.convention, LATER)

    assert (found.asked, found.published, found.waiting, found.overdue) == (3, 1, 1, 1)
    assert (found.set_aside, found.to_confide, found.days) == (1, 0, 0)
