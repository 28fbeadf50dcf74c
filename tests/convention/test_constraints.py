"""Each invariant is a named constraint; each name refuses what it says."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from isegoria.convention.models import (
    Account,
    Appointment,
    Approval,
    Arrangement,
    Body,
    CalendarDate,
    CalendarItem,
    CallCount,
    Candidate,
    Capture,
    Card,
    Channel,
    Composition,
    Computation,
    Convention,
    Correction,
    Document,
    Draw,
    Edition,
    Entrant,
    Entry,
    ExpertRequest,
    Hand,
    Handout,
    Hearing,
    Inquiry,
    InterestDeclaration,
    LaunchOpinion,
    Link,
    Loan,
    Mailing,
    MandateVersion,
    Mark,
    Member,
    Message,
    Minutes,
    Payment,
    PlacePast,
    Presence,
    ProvisionTotals,
    Question,
    QuotaCell,
    QuotaTable,
    Relay,
    RelayRoom,
    Rendering,
    RoundTable,
    Rules,
    Scheme,
    Seat,
    SeatingPlan,
    Sequence,
    Session,
    Signer,
    Speaker,
    Subscription,
    Version,
    Wording,
    Written,
    ZoneCount,
)
from isegoria.core.charter import CHARTER, Role
from tests.cast import AT

pytestmark = pytest.mark.django_db
CONSTRAINTS = {
    constraint.name
    for model in apps.get_app_config("convention").get_models()
    for constraint in model._meta.constraints
}
LATER, EARLIER = AT + timedelta(1), AT - timedelta(1)


def torn(model, /, of=None, **wrong):
    """A copy of a row that is as it should be, with what is wrong with it."""
    row = model._base_manager.filter(**(of or {})).order_by("pk").first()
    assert row is not None, f"the story has no {model.__name__} with {of}"
    row.pk = row._meta.pk.get_default() if row._meta.pk.has_default() else None
    row._state.adding = True
    for name, value in wrong.items():
        setattr(row, name, value)
    return row


def another_session():
    """One whose pulse was not taken."""
    return Session.objects.filter(inquiries=None, convention__slug="poitiers").first()


def nobody():
    """An account that belongs to no member."""
    return Account.objects.create_cardholder(date_joined=AT)


def _two_running():
    torn(Sequence, {"state": "planned"}, state="running").save()
    return torn(Sequence, {"state": "planned"}, state="running")


HALF_DAY, COSTS = {"what": "half_day"}, {"what": "costs"}
PULSE, SURVEY = {"topic": "pulse"}, {"topic": "survey"}
WRONG = {
    "the_journal_has_no_fork": lambda: torn(Entry, once=None),
    "a_gate_is_passed_over_with_a_reason": lambda: torn(
        Convention, {"slug": "poitiers"}, slug="x", passed_over=["mandate"]
    ),
    "a_text_is_rendered_once": lambda: torn(Rendering),
    "a_rendering_says_something": lambda: torn(Rendering, digest="x", text=""),
    "mandate_versions_follow_each_other": lambda: torn(MandateVersion),
    "a_new_mandate_says_why": lambda: torn(MandateVersion, number=2, reason=""),
    "a_panel_has_a_least_and_a_most_size": lambda: torn(
        MandateVersion, number=2, reason="x", panel_min=30, panel_max=25
    ),
    "a_window_is_dated_once": lambda: torn(CalendarItem, {"window": "sessions"}),
    "dates_follow_each_other": lambda: torn(CalendarDate, {"nature": "planned"}),
    "a_thing_happens_once": lambda: torn(CalendarDate, {"nature": "actual"}, number=9),
    "an_end_comes_after_its_start": lambda: torn(
        CalendarDate, {"nature": "planned"}, number=9, reason="x", starts=LATER, ends=EARLIER
    ),
    "a_change_of_date_says_why": lambda: torn(
        CalendarDate, {"nature": "planned"}, number=9, reason=""
    ),
    "bodies_have_distinct_names": lambda: torn(Body),
    "a_seat_ends_after_it_begins": lambda: torn(
        Seat, {"state": "held"}, since=date(2021, 5, 2), until=date(2021, 5, 1)
    ),
    "an_ended_seat_says_when_and_why": lambda: torn(Seat, {"state": "ended"}, end_reason=""),
    "a_declaration_says_something_or_nothing": lambda: torn(InterestDeclaration, nothing=True),
    "one_appointment_each": lambda: torn(Appointment, {"state": "held", "role": "organiser"}),
    "one_appointment_each_in_the_instance": lambda: torn(
        Appointment, {"state": "held", "role": "administrator"}
    ),
    "an_appointment_ends_after_it_begins": lambda: torn(
        Appointment, {"role": "organiser"}, role="expert", until=AT - timedelta(9999)
    ),
    "the_instance_has_administrators_and_organisers_only": lambda: torn(
        Appointment, {"role": "administrator"}, role=Role.MEMBER
    ),
    "an_administrator_is_the_whole_instances": lambda: torn(
        Appointment, {"role": "organiser"}, role=Role.ADMINISTRATOR
    ),
    "nobody_is_appointed_host_or_anyone": lambda: torn(
        Appointment, {"role": "organiser"}, role=Role.HOST
    ),
    "an_opinion_with_reserves_is_reasoned": lambda: torn(
        LaunchOpinion, verdict="reservations", text=""
    ),
    "an_ended_message_says_when": lambda: torn(
        Message, {"state": "closed"}, receipt="x", ended_at=None
    ),
    "one_subscription_each": lambda: torn(Subscription, {"state": "active"}),
    "an_address_is_one_document": lambda: torn(Document, {"slug": "lettre"}),
    "a_place_shows_one_document": lambda: torn(Document, {"place": "presentation"}, slug="x"),
    "versions_follow_each_other": lambda: torn(Version, {"state": "abandoned"}),
    "one_version_is_current": lambda: torn(Version, {"state": "published"}, number=9),
    "one_version_is_under_way": lambda: torn(
        Version, {"state": "draft"}, number=9
    ),
    "a_published_version_says_when": lambda: torn(
        Version, {"state": "superseded"}, number=9, published_at=None
    ),
    "a_tombstone_says_when_and_why": lambda: torn(
        Version, {"state": "withdrawn"}, number=9, withdrawal_reason=""
    ),
    "falc_names_its_readers": lambda: torn(
        Version, {"state": "abandoned"}, number=9, plain_status="falc", plain_body="x"
    ),
    "a_simple_version_has_a_status": lambda: torn(
        Version, {"state": "abandoned"}, number=9, plain_body="x", plain_status=""
    ),
    "a_recording_has_its_transcript": lambda: torn(RoundTable, {"state": "held"}, transcript=""),
    "a_cancelled_date_says_why": lambda: torn(
        CalendarItem, {"state": "cancelled"}, cancel_reason=""
    ),
    "a_cancelled_round_table_says_why": lambda: torn(
        RoundTable, {"state": "cancelled"}, cancel_reason=""
    ),
    "speakers_are_in_order": lambda: torn(Speaker),
    "quota_tables_follow_each_other": lambda: torn(QuotaTable, {"state": "discarded"}),
    "one_quota_table_is_in_force": lambda: torn(QuotaTable, {"state": "frozen"}, number=9),
    "a_frozen_table_says_when": lambda: torn(
        QuotaTable, {"state": "replaced"}, number=9, frozen_at=None
    ),
    "cells_are_in_order": lambda: torn(QuotaCell, value="x"),
    "a_cell_is_written_once": lambda: torn(QuotaCell, position=9),
    "a_target_lies_between_its_bounds": lambda: torn(
        QuotaCell, position=9, value="x", minimum=3, target=2
    ),
    "a_signer_is_named_once": lambda: torn(Signer, name="x"),
    "signers_have_distinct_names": lambda: torn(
        Signer, account=Account.objects.filter(draws_named_in=None).first()
    ),
    "channels_have_distinct_names": lambda: torn(Channel),
    "relays_have_distinct_names": lambda: torn(Relay),
    "nobody_works_twice_for_a_relay": lambda: torn(Hand, {"state": "held"}),
    "a_hand_leaves_after_it_came": lambda: torn(Hand, {"state": "ended"}, until=EARLIER),
    "calls_are_counted_once_a_day": lambda: torn(CallCount),
    "card_numbers_differ": lambda: torn(Candidate, {"state": "consented"}, alias=uuid4()),
    "members_have_distinct_numbers": lambda: torn(Member, account=nobody()),
    "a_member_who_left_says_when": lambda: torn(
        Member, {"state": "left"}, account=nobody(), number=99, left_on=None
    ),
    "a_member_has_one_card": lambda: torn(Card, {"state": "issued"}, digest="x"),
    "sessions_have_distinct_numbers": lambda: torn(Session),
    "a_session_ends_after_it_begins": lambda: torn(Session, number=99, starts=LATER, ends=EARLIER),
    "a_cancelled_session_says_why": lambda: torn(
        Session, {"state": "cancelled"}, number=99, cancel_reason=""
    ),
    "a_public_recording_of_a_session_has_its_transcript": lambda: torn(
        Session, number=99, recording_url="https://video.exemple.org/x", transcript=""
    ),
    "arrangements_follow_each_other": lambda: torn(Arrangement),
    "a_change_of_session_says_why": lambda: torn(Arrangement, number=99, reason=""),
    "relay_rooms_are_in_order": lambda: torn(RelayRoom),
    "a_group_has_one_link": lambda: torn(Link),
    "a_link_leads_somewhere": lambda: torn(Link, whom="staff", url="", phone=""),
    "one_sequence_runs": _two_running,
    "a_sequence_lasts": lambda: torn(Sequence, minutes=601),
    "a_sequence_done_says_when": lambda: torn(Sequence, {"state": "done"}, ended_at=None),
    "a_capture_is_of_a_table_or_of_a_group": lambda: torn(Capture, table=None, group=""),
    "a_public_picture_is_described": lambda: torn(
        Capture, {"state": "published"}, kind="picture", alternative=""
    ),
    "a_public_voice_is_transcribed": lambda: torn(
        Capture, {"state": "published"}, kind="voice", transcript=""
    ),
    "positions_are_those_of_five_people_at_least": lambda: torn(
        Capture, {"kind": "positions"}, people=4
    ),
    "a_public_capture_says_when": lambda: torn(
        Capture, {"state": "published"}, published_at=None
    ),
    "a_withdrawn_capture_says_when_and_why": lambda: torn(
        Capture, {"state": "withdrawn"}, reason=""
    ),
    "a_capture_set_aside_says_why": lambda: torn(Capture, {"state": "set_aside"}, reason=""),
    "a_signature_was_consented_to": lambda: torn(Capture, signature="x", signed_at=None),
    "wordings_follow_each_other": lambda: torn(Wording),
    "a_zone_is_counted_once_a_moment": lambda: torn(ZoneCount),
    "somebody_is_heard_once_a_session": lambda: torn(Hearing, {"state": "held"}),
    "a_hearing_says_what_view_it_brings": lambda: torn(
        Hearing, {"state": "cancelled"}, viewpoint=""
    ),
    "a_cancelled_hearing_says_why": lambda: torn(Hearing, {"state": "cancelled"}, reason=""),
    "expert_requests_have_distinct_numbers": lambda: torn(ExpertRequest),
    "a_request_is_of_a_table_or_of_a_member": lambda: torn(ExpertRequest, number=99, member=None),
    "an_honoured_request_says_by_which_hearing": lambda: torn(
        ExpertRequest, {"state": "honoured"}, number=99, hearing=None
    ),
    "a_refused_request_says_when_and_why": lambda: torn(
        ExpertRequest, {"state": "refused"}, number=99, reason=""
    ),
    "what_was_provided_is_totalled_once": lambda: torn(ProvisionTotals),
    "schemes_are_numbered": lambda: torn(Scheme),
    "a_new_scheme_says_why": lambda: torn(Scheme, number=9, reason=""),
    "nobody_pays_to_attend": lambda: torn(Scheme, number=9, reason="x", half_day=-1),
    "a_half_day_is_owed_once": lambda: torn(Payment, HALF_DAY),
    "a_payment_is_a_sum": lambda: torn(Payment, COSTS, amount=0),
    "a_half_day_is_of_a_session_and_costs_of_none": lambda: torn(
        Payment, COSTS, session=another_session()
    ),
    "a_cancelled_payment_says_why": lambda: torn(Payment, COSTS, state="cancelled", reason=""),
    "inquiries_have_distinct_numbers": lambda: torn(Inquiry, PULSE, session=another_session()),
    "a_session_has_one_pulse": lambda: torn(Inquiry, PULSE, number=99),
    "a_convention_has_one_final_survey": lambda: torn(Inquiry, SURVEY, number=99),
    "a_pulse_is_of_a_session_and_a_survey_of_none": lambda: torn(
        Inquiry, PULSE, number=99, session=None
    ),
    "an_ended_inquiry_forgets_who_answered": lambda: torn(
        Inquiry, PULSE, number=99, session=another_session(), answered_by="3"
    ),
    "questions_have_distinct_numbers": lambda: torn(Question),
    "a_question_is_of_a_table_of_a_member_or_of_the_public": lambda: torn(
        Question, {"origin": "table"}, number=99, table=None
    ),
    "a_confided_question_says_to_whom_and_for_when": lambda: torn(
        Question, {"state": "published"}, number=99, due_on=None
    ),
    "an_answered_question_has_its_answer": lambda: torn(
        Question, {"state": "published"}, number=99, answer=""
    ),
    "a_public_answer_says_when": lambda: torn(
        Question, {"state": "published"}, number=99, published_at=None
    ),
    "a_question_put_away_says_when_and_why": lambda: torn(
        Question, {"state": "withdrawn"}, number=99, reason=""
    ),
    "a_document_is_given_once_a_session": lambda: torn(Handout, {"state": "given"}),
    "a_recorded_hearing_has_its_transcript": lambda: torn(
        Hearing, {"state": "held"}, transcript=""
    ),
    "minutes_have_days_to_be_read": lambda: torn(Session, number=99, minutes_days=0),
    "a_session_has_one_text_of_minutes": lambda: torn(Minutes),
    "minutes_to_be_read_say_until_when": lambda: torn(
        Minutes, {"state": "submitted"}, due_on=None
    ),
    "validated_minutes_say_when": lambda: torn(Minutes, {"state": "published"}, validated_at=None),
    "published_minutes_say_when_and_where": lambda: torn(
        Minutes, {"state": "published"}, document=None
    ),
    "editions_follow_each_other": lambda: torn(Edition),
    "a_member_approves_minutes_once": lambda: torn(Approval),
    "an_approval_is_of_a_member": lambda: torn(Approval, member=None),
    "corrections_have_distinct_numbers": lambda: torn(Correction),
    "an_answered_correction_says_when": lambda: torn(
        Correction, {"state": "refused"}, number=99, answered_at=None
    ),
    "a_refused_correction_says_why": lambda: torn(
        Correction, {"state": "refused"}, number=99, answer=""
    ),
    "an_accepted_correction_says_in_which_edition": lambda: torn(
        Correction, {"state": "accepted"}, number=99, edition=None
    ),
    "a_member_is_counted_once_a_session": lambda: torn(Presence),
    "seating_plans_follow_each_other": lambda: torn(SeatingPlan, {"state": "discarded"}),
    "one_seating_plan_is_settled": lambda: torn(SeatingPlan, {"state": "settled"}, number=99),
    "no_more_pairs_meet_than_can": lambda: torn(
        SeatingPlan, {"state": "discarded"}, number=99, met=2, bound=1
    ),
    "a_loan_given_back_was_lent": lambda: torn(Loan, {"state": "returned"}, lent_at=None),
    "a_loan_refused_says_why": lambda: torn(Loan, {"state": "refused"}, answer=""),
    "a_place_of_the_panel_has_one_holder": lambda: torn(
        Candidate, {"state": "attended"}, alias=uuid4(), code="x"
    ),
    "a_panel_member_has_a_place": lambda: torn(
        Candidate, {"state": "attended"}, alias=uuid4(), code="x", seat=None
    ),
    "nobody_is_entered_twice": lambda: torn(Mark),
    "draws_are_numbered": lambda: torn(Draw, {"state": "void"}),
    "one_draw_at_a_time": lambda: torn(Draw, {"state": "drawn"}, number=9),
    "a_drawn_number_is_signed_twice": lambda: torn(
        Draw, {"state": "drawn"}, number=9, second_signer=None
    ),
    "a_place_of_a_list_is_one": lambda: torn(Entrant),
    "compositions_are_numbered": lambda: torn(Composition),
    "rules_are_numbered": lambda: torn(Rules),
    "a_quorum_is_a_share": lambda: torn(Rules, number=9, quorum_percent=101),
    "a_place_has_one_past": lambda: torn(PlacePast),
    "one_computation_at_a_time": lambda: torn(Computation),
    "a_computation_is_at_a_known_stage": lambda: torn(Computation, stage="thinking"),
    "only_a_computation_that_is_done_has_a_result": lambda: torn(
        Computation, stage="lost", sealed_result="x"
    ),
    "mailings_are_numbered": lambda: torn(Mailing),
    "a_reminder_says_when_and_how_many": lambda: torn(Mailing, number=9, reminded=0),
    "where_a_letter_went_is_kept_once": lambda: torn(Written),
}  # fmt: skip
CHARTERED = {f"a_{one.kind}_is_in_a_chartered_state": one.kind for one in CHARTER}
FREE = {  # what may not be twice must not be twice when another thing is wrong
    "body": {"name": "x"},
    "convention": {"slug": "x"},
    "mandate": {"number": 9, "reason": "x"},
    "message": {"receipt": "x", "ended_at": AT},
    "quotas": {"number": 9},
    "version": {"number": 9},
    "calendar": {"window": ""},
    "candidate": {"alias": uuid4(), "code": "x"},
    "channel": {"value": "x"},
    "composition": {"number": 9},
    "draw": {"number": 9},
    "mailing": {"number": 9},
    "hearing": {"reason": "x"},
    "inquiry": {"number": 99},
    "scheme": {"number": 99, "reason": "x"},
    "payment": {"session": None, "what": "costs"},
    "question": {"number": 99},
    "request": {"number": 99},
    "relay": {"name": "x"},
    "rules": {"number": 9},
    "seat": {"until": AT.date(), "end_reason": "x"},
}


def test_every_named_constraint_is_tried():
    assert set(WRONG) | set(CHARTERED) == CONSTRAINTS


@pytest.mark.parametrize("name", sorted(WRONG))
def test_a_constraint_refuses_what_it_names(told, name):
    row = WRONG[name]()

    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        row.save(force_insert=True)

    assert is_named(name, refused.value, type(row))


@pytest.mark.parametrize("name", sorted(CHARTERED))
def test_a_state_that_the_charter_does_not_know_is_refused(told, name):
    kind = CHARTERED[name]
    model = next(one for one in chartered_models() if kind == one.KIND)
    row = torn(model, state="lost", **FREE.get(kind, {}))

    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        row.save(force_insert=True)

    assert is_named(name, refused.value, model)


def test_an_address_signs_in_one_account(told):
    with pytest.raises(IntegrityError), transaction.atomic():
        Account.objects.create_user("ODILE@exemple.org")


def chartered_models():
    return [one for one in apps.get_app_config("convention").get_models() if hasattr(one, "KIND")]


def is_named(name, error, model):
    """SQLite names the columns of a unique constraint, and everything else by its name."""
    if name in str(error):
        return True
    constraint = next(one for one in model._meta.constraints if one.name == name)
    columns = [
        f"{model._meta.db_table}.{model._meta.get_field(field).column}"
        for field in getattr(constraint, "fields", ())
    ]
    return bool(columns) and f"UNIQUE constraint failed: {', '.join(columns)}" in str(error)
