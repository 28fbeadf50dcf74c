"""The public draw: who signs, what the record proves, what is opened and what is not."""

import json

import pytest

from isegoria.cli.console import Stop
from isegoria.cli.verify_draw import main as verify_draw
from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Refused
from isegoria.convention.models import Account, Appointment, Draw, Person, Reading
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.recruitment.openings import WHILE, openings_of
from isegoria.convention.recruitment.receipts import all_receipts, receipt_at
from isegoria.convention.recruitment.sealing import signers_of
from isegoria.convention.verbs import draws, erasing, people
from isegoria.core.charter import Role
from isegoria.core.journal.canonical import canonical
from isegoria.core.sortition.proof import Altered
from isegoria.core.sortition.verification import openings_hold, receipt_holds, record_holds
from tests import recruiting, story
from tests.cast import AT, holder

pytestmark = pytest.mark.django_db


@pytest.fixture
def ready(alice):
    """A convention with people who may be drawn."""
    told = story.announced(alice)
    recruiting.recruited(told)
    return told


def guarantor(told, account=None, at=AT):
    return Viewer(account or told.gaston, frozenset({Role.GUARANTOR}), at)


def recruiter(told):
    return Viewer(recruiting.officer(told).actor, frozenset({Role.RECRUITER}), AT)


def namesake(told):
    """A second guarantor who is called exactly as the first."""
    person = Person.objects.create(full_name=told.gaston.person.full_name)
    account = Account.objects.create_user("autre@exemple.org", person=person, date_joined=AT)
    appointment = Appointment(
        account=account, convention=told.convention, role=Role.GUARANTOR, since=AT
    )
    people.grant(appointment, By(told.alice, AT))
    return account


def test_two_guarantors_who_are_called_the_same_sign_under_two_names(ready):
    twin = namesake(ready)
    draw = recruiting.sealed(ready)
    draws.sign(draw, ready.guarantor, ticket=3)

    draws.countersign(draw, By(twin, AT), ticket=3)

    assert draw.steps[1]["what"]["signed"] == ["Gaston Garant", "Gaston Garant (2)"]
    assert str(record_holds(draw.published, draw.steps)).endswith("l’ordre\u00a0: 3.")


def test_a_guarantor_without_a_name_is_not_named_by_an_address(ready):
    account = Account.objects.create_user("secret@exemple.org", date_joined=AT)
    appointment = Appointment(
        account=account, convention=ready.convention, role=Role.GUARANTOR, since=AT
    )
    people.grant(appointment, By(ready.alice, AT))

    assert "secret" not in str([name for _account, name in signers_of(ready.convention, AT)])


def test_a_guarantor_who_came_after_the_seal_does_not_sign(ready):
    draw = recruiting.sealed(ready)
    late = holder(Role.GUARANTOR, ready.convention, ready.alice, name="Tardive")

    with pytest.raises(Refused) as refused:
        draws.sign(draw, By(late, AT), ticket=3)

    assert refused.value.decision.about == ("named_in_the_notice",)


def test_one_guarantor_alone_does_not_sign_twice(ready):
    draw = recruiting.sealed(ready)
    draws.sign(draw, ready.guarantor, ticket=3)

    with pytest.raises(Refused) as refused:
        draws.countersign(draw, ready.guarantor, ticket=3)

    assert refused.value.decision.about == ("another_guarantor",)


def test_a_list_sealed_under_another_table_is_signed_no_more(ready):
    draw, late = recruiting.sealed(ready), recruiting.sealed
    recruiting.table(ready)

    with pytest.raises(Refused) as refused:
        draws.sign(draw, ready.guarantor, ticket=3)

    assert refused.value.decision.about == ("same_table",)
    draws.void(draw, recruiting.officer(ready), reason="Canari")
    assert draws.sign(late(ready, again="Canari"), ready.guarantor, ticket=3).state == "numbered"


def test_a_number_signed_once_is_not_signed_again_under_another_table(ready):
    draw = draws.sign(recruiting.sealed(ready), ready.guarantor, ticket=3)
    recruiting.table(ready)

    with pytest.raises(Refused) as refused:
        draws.countersign(draw, recruiting.second_guarantor(ready), ticket=3)

    assert refused.value.decision.about == ("same_table",)
    assert not ready.convention.candidates.filter(state="drawn").exists()


def test_nothing_is_sealed_when_somebody_came_in_since_it_was_looked_at(ready):
    recruiting.second_guarantor(ready)
    gathered = recruiting.pool_of(ready.convention)
    draw = Draw(convention=ready.convention, table=gathered.table, source="balls", sealed_at=AT)
    sealing = recruiting.sealing_of(draw, gathered, tickets=10)
    recruiting.entered(ready, gathered.people[0].relay, recruiting.YOUNG)

    with pytest.raises(Refused) as refused:
        draws.seal(draw, recruiting.officer(ready), sealing)

    assert refused.value.decision.about == ("same_pool",)
    assert not Draw.objects.exists()


def test_each_receipt_is_held_by_the_notice_and_its_reading_is_noted(ready):
    draw = recruiting.sealed(ready)

    found = all_receipts(draw, recruiter(ready))

    sentences = [str(receipt_holds(draw.published, one.document)) for one in found]
    assert [one.code in said for one, said in zip(found, sentences, strict=True)] == [True] * 8
    assert list(Reading.objects.values_list("what", "count")) == [("receipts", 8)]


def test_nobody_but_the_officer_reads_a_receipt(ready):
    draw = recruiting.sealed(ready)

    assert receipt_at(draw, guarantor(ready), 0) is None
    assert all_receipts(draw, guarantor(ready)) == []


def test_openings_are_read_by_who_said_why_for_an_hour(ready):
    draw = recruiting.sealed(ready)
    other = recruiting.second_guarantor(ready).actor
    draws.read_openings(draw, ready.guarantor, reason="Vérifier avant le tirage")

    assert str(openings_hold(draw.published, openings_of(draw, guarantor(ready))))
    assert openings_of(draw, guarantor(ready, other)) is None
    assert openings_of(draw, guarantor(ready, at=AT + WHILE)) is None
    assert [one.reason for one in draw.remarks.all()] == ["Vérifier avant le tirage"]


def test_who_was_forgotten_has_no_opening_and_the_rest_is_still_checked(ready):
    draw = recruiting.sealed(ready)
    draws.void(draw, recruiting.officer(ready), reason="Canari")
    gone = ready.convention.candidates.order_by("code").first()
    erased = recruiting.Erasure(convention=ready.convention, on_request=True)
    erasing.erase(erased, recruiting.officer(ready), [gone])
    draws.read_openings(draw, ready.guarantor, reason="Canari")

    found = openings_of(draw, guarantor(ready))

    assert found["candidates"].count({}) == 1
    assert str(openings_hold(draw.published, found)).endswith("lues\u00a0: 1.")
    assert receipt_at(draw, recruiter(ready), found["candidates"].index({})) is None


def test_the_command_line_finds_the_published_draw_true_and_an_altered_byte(
    ready, tmp_path, capsys
):
    draw = recruiting.drawn(ready, recruiting.sealed(ready))
    receipt = all_receipts(draw, recruiter(ready))[0].document
    (tmp_path / "notice.json").write_bytes(canonical(draw.published))
    (tmp_path / "record.json").write_bytes(canonical(draw.steps))
    (tmp_path / "recu.json").write_bytes(canonical(receipt))

    assert verify_draw([str(tmp_path), "--receipt", str(tmp_path / "recu.json")]) == 0
    assert "Tout est conforme." in capsys.readouterr().out

    receipt["hidden"]["values"][recruiting.AGE] = "autre"
    (tmp_path / "recu.json").write_bytes(canonical(receipt))
    with pytest.raises(Stop):
        verify_draw([str(tmp_path), "--receipt", str(tmp_path / "recu.json")])


def test_what_is_published_tells_no_answer_and_no_card_number(ready):
    draw = recruiting.drawn(ready, recruiting.sealed(ready))

    public = json.dumps([{**draw.published, "quotas": []}, draw.steps], ensure_ascii=False)

    codes = ready.convention.candidates.values_list("code", flat=True)
    hidden = [*codes, recruiting.YOUNG, recruiting.OLD, recruiting.PHONE]
    assert [one for one in hidden if one in public] == []


def test_a_notice_changed_afterwards_is_found_by_the_record(ready):
    draw = recruiting.drawn(ready, recruiting.sealed(ready))
    notice = {**draw.published, "seats": 4}

    with pytest.raises(Altered):
        record_holds(notice, draw.steps)
