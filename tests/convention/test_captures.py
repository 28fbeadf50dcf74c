"""What is said at a table is kept for the table: who may read it, and what must be there first."""

from datetime import timedelta

import pytest
from django.db import IntegrityError

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Refused
from isegoria.convention.journal import book
from isegoria.convention.models import Capture, Deed, Entry, Rules, Sequence
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.sessions import capturing
from isegoria.convention.verbs import captures, channels, sessions
from isegoria.core.charter import Audience, Role
from tests import recruiting, sitting
from tests.capturing import public, said, stood, zones
from tests.cast import AT, holder
from tests.recruiting import officer
from tests.sitting import fanny
from tests.story import announced

SILENT = [
    Role.ANYONE,
    Role.ADMINISTRATOR,
    Role.ORGANISER,
    Role.GUARANTOR,
    Role.COMMITTEE,
    Role.SERVICE,
    Role.COUNCILLOR,
    Role.MEMBER,
    Role.PARTNER,
    Role.EVALUATOR,
]


@pytest.fixture
def story(alice):
    told = announced(alice)
    recruiting.recruited(told)
    channels.set_rules(
        Rules(convention=told.convention, alternates=2, quorum_percent=50), officer(told)
    )
    recruiting.drawn(told, recruiting.sealed(told))
    return told


@pytest.fixture
def where(story):
    """A sequence of a session under way."""
    return sitting.opened(story).sequences.first()


def refusal(call):
    with pytest.raises(Refused) as refused:
        call()
    return refused.value.decision.about or (refused.value.decision.code,)


def reader(*roles):
    return Viewer(None, frozenset({Role.ANYONE, *roles}), AT)


def texts(found):
    return [one.text for one in found]


def picture(where, **more):
    made = {"kind": "picture", "table": 3, "file": "captures/x.png", "media_type": "image/png"}
    return Capture(sequence=where, **{**made, **more})


def test_nothing_says_which_member_wrote_a_card(story, where):
    awa = sitting.member(story)

    captures.take(Capture(sequence=where, kind="card", table=3, text="oui"), By(awa.account, AT))

    deed = Deed.objects.get(entry__act="capture.take")
    assert (deed.actor, deed.on_behalf_of, deed.entry.role) == (None, None, "member")


def test_the_hand_of_whoever_facilitates_is_kept(story, where):
    said(story, where)

    assert Deed.objects.get(entry__act="capture.take").actor == fanny(story).actor


def test_a_member_finds_their_card_again_with_the_receipt_of_the_device(story, where):
    awa = By(sitting.member(story).account, AT)
    one = captures.take(Capture(sequence=where, kind="card", table=3, text="oui"), awa)

    captures.transcribe(
        one, awa, text="oui, ici", alternative="", transcript="", receipt=one.receipt
    )
    captures.confirm(one, awa, receipt=one.receipt)

    assert (one.state, one.text) == ("confirmed", "oui, ici")


def test_without_the_receipt_a_member_touches_no_card(story, where):
    awa, other = By(sitting.member(story).account, AT), said(story, where)
    mine = said(story, where)

    assert refusal(lambda: captures.confirm(other, awa)) == ("theirs",)
    assert refusal(lambda: captures.confirm(other, awa, receipt=mine.receipt)) == ("theirs",)


def test_each_wording_is_kept(story, where):
    one = said(story, where, text="un")

    captures.transcribe(one, fanny(story), text="deux", alternative="", transcript="")

    assert [(w.number, w.text) for w in one.wordings.all()] == [(1, "un"), (2, "deux")]


def test_a_correction_after_the_table_confirmed_asks_the_table_again(story, where):
    one = captures.confirm(said(story, where), fanny(story))

    captures.transcribe(one, fanny(story), text="deux", alternative="", transcript="")

    assert refusal(lambda: captures.publish(one, fanny(story))) == ("transcribed",)


def test_a_picture_is_neither_confirmed_shown_nor_published_before_it_is_described(story, where):
    one = captures.take(picture(where), fanny(story))

    assert refusal(lambda: captures.confirm(one, fanny(story))) == ("in_words",)
    assert refusal(lambda: captures.show(one, fanny(story))) == ("in_words",)
    captures.transcribe(one, fanny(story), text="", alternative="Une rue", transcript="")
    public(story, one)
    assert one.state == "published"


def test_the_database_publishes_no_picture_without_words(story, where):
    one = captures.take(picture(where), fanny(story))

    with pytest.raises(IntegrityError, match="a_public_picture_is_described"):
        Capture.objects.filter(pk=one.pk).update(state="published", published_at=AT)


def test_a_voice_wants_its_transcript(story, where):
    one = captures.take(picture(where, kind="voice", alternative="bruit"), fanny(story))

    assert refusal(lambda: captures.confirm(one, fanny(story))) == ("in_words",)


def test_four_people_take_no_position(story, where):
    assert refusal(lambda: stood(story, where, agree=2, disagree=2)) == ("enough_people",)
    assert not Capture.objects.filter(kind="positions").exists()


def test_positions_are_not_counted_again_below_five(story, where):
    one = stood(story, where)

    assert refusal(lambda: captures.count(one, fanny(story), counts=zones(1, 3, "after"))) == (
        "enough_people",
    )
    assert sorted(one.zones.values_list("moment", "count")) == [("before", 6), ("before", 9)]


def test_the_smaller_moment_decides(story, where):
    one = stood(story, where)
    both = [*zones(9, 6), *zones(1, 3, "after")]

    assert refusal(lambda: captures.count(one, fanny(story), counts=both)) == ("enough_people",)


def test_what_was_said_is_noted_until_two_days_after_the_end(story, where):
    session = sessions.close(where.session, fanny(story))
    again = Sequence.objects.get(pk=where.pk)

    late = said(story, again)
    by = By(fanny(story).actor, session.closed_at + timedelta(hours=49))
    too_late = Capture(sequence=again, kind="card", table=1, text="x")

    assert late.late
    assert refusal(lambda: captures.take(too_late, by)) == ("capture_time",)


def test_nothing_is_noted_before_a_session_is_open(story):
    planned = sitting.session(story)
    where = sitting.sequence(story, planned)

    assert refusal(lambda: said(story, where)) == ("capture_time",)


def test_an_empty_card_is_not_kept(story, where):
    assert refusal(lambda: said(story, where, text="  ")) == ("something_said",)


@pytest.mark.parametrize("role", [Role.ORGANISER, Role.SERVICE, Role.GUARANTOR, Role.COUNCILLOR])
def test_no_other_role_notes_what_is_said(story, where, role):
    somebody = By(holder(role, story.convention, story.alice, name="Zoé"), AT)

    assert refusal(
        lambda: captures.take(Capture(sequence=where, kind="card", table=1, text="x"), somebody)
    ) == ("facilitator", "member", "partner")


@pytest.mark.parametrize("role", SILENT)
def test_before_publication_nobody_but_the_facilitators_reads(story, where, role):
    one = said(story, where)

    assert list(capturing.captures_of(story.convention, reader(role))) == []
    assert list(capturing.on_the_board(where.session, reader(role), capturing.Wanted())) == []
    assert capturing.capture_at(story.convention, reader(role), one.pk) is None
    assert list(capturing.published_in(where.session)) == []


def test_the_facilitators_read_what_was_said(story, where):
    one = said(story, where)

    board = capturing.on_the_board(where.session, reader(Role.FACILITATOR), capturing.Wanted())
    assert list(board) == [one]


@pytest.mark.parametrize("role", set(SILENT) - {Role.MEMBER})
def test_what_is_shown_in_the_room_is_not_shown_elsewhere(story, where, role):
    captures.show(said(story, where), fanny(story))

    assert capturing.shown_in_the_room(where, reader(role)) == []


@pytest.mark.parametrize("role", [Role.MEMBER, Role.FACILITATOR])
def test_what_is_shown_in_the_room_is_seen_by_those_who_are_in_it(story, where, role):
    said(story, where, text="caché")
    captures.show(said(story, where, text="montré"), fanny(story))

    assert texts(capturing.shown_in_the_room(where, reader(role))) == ["montré"]


def test_a_receipt_that_was_made_up_reads_nothing(story, where):
    one = said(story, where)
    false = f"{one.pk.hex}{'0' * 16}"

    member = reader(Role.MEMBER)
    assert capturing.taken_here(story.convention, member, [one.receipt]) == [one]
    assert capturing.taken_here(story.convention, member, [false, "x", "é" * 50]) == []


def test_the_next_day_a_device_reads_nothing_more(story, where):
    one = said(story, where)
    tomorrow = Viewer(None, frozenset({Role.MEMBER}), AT + timedelta(hours=15))

    assert capturing.taken_here(story.convention, tomorrow, [one.receipt]) == []


def test_the_journal_keeps_no_word_of_what_was_said(story, where):
    public(story, captures.sign(
        said(story, where), fanny(story), signature="Canari", themselves=False
    ))  # fmt: skip

    kept = [book.body_of(one)["records"] for one in Entry.objects.filter(act__startswith="capture")]
    assert "Canari" not in str(kept)
    assert Entry.objects.get(act="capture.publish").seen_by == Audience.PUBLIC
    assert set(Entry.objects.exclude(act="capture.publish").filter(
        act__startswith="capture").values_list("seen_by", flat=True)) == {Audience.OFFICE}  # fmt: skip


def test_a_member_takes_back_the_name_that_they_gave(story, where):
    awa, ben = sitting.member(story), sitting.member(story)
    one = said(story, where)
    captures.sign(one, By(awa.account, AT), signature="Awa", themselves=True, receipt=one.receipt)
    public(story, one)

    assert refusal(lambda: captures.unsign(one, By(ben.account, AT))) == ("own_signature",)
    captures.unsign(one, By(awa.account, AT))

    assert (one.signature, one.signed_by, one.signed_at) == ("", None, None)


def test_a_name_given_by_voice_is_taken_away_by_whoever_is_asked(story, where):
    one = captures.sign(said(story, where), fanny(story), signature="Awa", themselves=False)

    captures.unsign(one, story.guarantor)

    assert one.signature == ""


def test_several_are_published_at_once_or_none(story, where):
    ready, not_ready = captures.confirm(said(story, where), fanny(story)), said(story, where)

    assert refusal(lambda: captures.publish_all([ready, not_ready], fanny(story))) == ("captured",)
    ready.refresh_from_db()
    assert ready.state == "confirmed"


def test_a_withdrawal_leaves_its_reason_for_all_to_read(story, where):
    one = public(story, said(story, where))

    captures.withdraw(one, fanny(story), reason="nomme quelqu’un")

    [tomb] = capturing.published_in(where.session)
    assert (tomb.state, tomb.reason) == ("withdrawn", "nomme quelqu’un")


def test_a_sheet_is_found_by_its_code_however_it_is_typed(story, where):
    code = capturing.sheet_code(where, 4, 2)

    assert capturing.of_sheet(story.convention, code) == ([where], 4, 2)
    assert capturing.of_sheet(story.convention, code.lower().replace("-", " ")) == ([where], 4, 2)
    assert capturing.of_sheet(story.convention, "n’importe") == ([], 0, 0)


def test_the_screen_changes_when_what_it_shows_does(story, where):
    before = capturing.screen_version(where.pk)
    one = said(story, where)
    same = capturing.screen_version(where.pk)
    captures.show(one, fanny(story))

    assert before == same != capturing.screen_version(where.pk)


def test_the_screen_is_asked_with_one_question_and_three_at_most(
    story, where, django_assert_max_num_queries
):
    captures.show(said(story, where), fanny(story))

    with django_assert_max_num_queries(2):
        capturing.screen_version(where.pk)
