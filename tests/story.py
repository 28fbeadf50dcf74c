"""One story in which every act of the charter is done, told with canaries.

Every word that somebody could write freely holds the canary, so that a test finds where it went.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from isegoria.convention.chartered import By
from isegoria.convention.models import (
    Account,
    Appointment,
    Body,
    CalendarItem,
    Convention,
    Document,
    InterestDeclaration,
    LaunchOpinion,
    MandateVersion,
    Message,
    QuotaCell,
    QuotaTable,
    RoundTable,
    Seat,
    Speaker,
    Subscription,
    Version,
)
from isegoria.convention.verbs import (
    calendar,
    mailbox,
    mandate,
    opinion,
    people,
    publishing,
    quotas,
    stewardship,
)
from isegoria.core.charter import Role, Window
from tests import capturing, inquiring, minuting, questioning, recruiting, sitting
from tests.cast import AT, END, START, holder, open_window

CANARY = "Canari"
EMAIL = "canari@exemple.org"


@dataclass
class Story:
    """A convention, who acts in it, and what came of it, by name."""

    convention: Convention
    alice: Account
    odile: Account
    gaston: Account
    things: dict[str, object] = field(default_factory=dict)

    @property
    def organiser(self) -> By:
        return By(self.odile, AT)

    @property
    def guarantor(self) -> By:
        return By(self.gaston, AT)


def begun(alice: Account, *, slug: str = "poitiers") -> Story:
    """A draft, with its organiser, a guarantor and every window open all year."""
    convention = stewardship.create(
        Convention(
            slug=slug,
            title=f"Numérique {CANARY}",
            commissioner=f"Ville {CANARY}",
            lede=CANARY,
            question=CANARY,
        ),
        By(alice, START),
    )
    odile = holder(Role.ORGANISER, convention, alice)
    gaston = holder(Role.GUARANTOR, convention, alice)
    for window in Window:
        open_window(convention, window, odile)
    return Story(convention, alice, odile, gaston)


def announced(alice: Account, *, slug: str = "poitiers") -> Story:
    story = begun(alice, slug=slug)
    mandated(story)
    stewardship.announce(story.convention, story.organiser)
    return story


def mandated(story: Story, **more: object) -> MandateVersion:
    words = {"question": CANARY, "scope": CANARY, "commitment": CANARY, "source": CANARY}
    made = MandateVersion(
        convention=story.convention,
        act_reference=f"Délibération {CANARY}",
        decided_on=date(2020, 12, 7),
        panel_min=25,
        panel_max=30,
        answer_due=date(2021, 12, 13),
        **{**words, **more},
    )
    return mandate.adopt(made, story.organiser)


def drafted(story: Story, *, slug: str = "presentation", **more: object) -> Version:
    document = Document(
        convention=story.convention, slug=slug, kind="page", place=more.pop("place", "")
    )
    words = {"title": CANARY, "summary": CANARY, "body": CANARY, "source": CANARY}
    return publishing.draft(Version(document=document, **{**words, **more}), story.organiser)


def published(story: Story, *, slug: str = "presentation", **more: object) -> Version:
    version = publishing.validate(drafted(story, slug=slug, **more), story.organiser)
    return publishing.publish(version, story.organiser)


def next_version(story: Story, version: Version, **more: object) -> Version:
    words = {"title": CANARY, "body": f"{CANARY} bis"}
    return publishing.draft(
        Version(document=version.document, **{**words, **more}), story.organiser
    )


def quota_table(story: Story, *, source: str = CANARY) -> QuotaTable:
    cells = [
        QuotaCell(
            criterion=CANARY, value=f"{CANARY} {n}", minimum=1, target=2, maximum=3, source=source
        )
        for n in range(3)
    ]
    return quotas.import_table(
        QuotaTable(convention=story.convention, panel_size=6, note=CANARY),
        story.organiser,
        cells=cells,
    )


def body(story: Story, **more: object) -> Body:
    words = {"type": "committee", "name": CANARY, "mission": CANARY, "domains": [CANARY]}
    made = Body(convention=story.convention, **{**words, **more})
    return people.create_body(made, story.organiser)


def seat(story: Story, of: Body, **more: object) -> Seat:
    words = {"name": CANARY, "function": CANARY, "organisation": CANARY, "college": "habitants"}
    return people.fill_seat(
        Seat(body=of, since=date(2021, 1, 10), **{**words, **more}), story.organiser
    )


def milestone(story: Story, *, label: str = CANARY, days: int = 30) -> CalendarItem:
    item = CalendarItem(convention=story.convention, label=label, place=CANARY, detail=CANARY)
    return calendar.add(
        item, story.organiser, starts=AT + timedelta(days), ends=AT + timedelta(days)
    )


def favourable(story: Story) -> LaunchOpinion:
    made = LaunchOpinion(convention=story.convention, verdict="favourable", text=CANARY)
    return opinion.give(made, story.guarantor)


def message(story: Story, receipt: str = "2222-3333-4444") -> Message:
    made = Message(
        convention=story.convention,
        subject_line=CANARY,
        body=CANARY,
        sender_name=CANARY,
        sender_email=EMAIL,
    )
    return mailbox.send(made, By(None, AT), receipt=receipt)


def round_table(story: Story) -> RoundTable:
    return publishing.announce(
        RoundTable(convention=story.convention, title=CANARY, summary=CANARY, starts=START),
        story.organiser,
        speakers=[Speaker(name=CANARY, function=CANARY, organisation=CANARY)],
    )


def made_ready(story: Story) -> None:
    """Fill what the launch-readiness gate asks for, beyond the mandate."""
    for n in range(3):
        milestone(story, label=f"{CANARY} {n}")
    seat(story, body(story))
    quotas.freeze(quota_table(story), story.organiser)
    published(story, place="presentation")
    favourable(story)


def everything(alice: Account) -> Story:
    """Every act of the charter, at least once."""
    story = announced(alice)
    _of_the_convention(story)
    _of_people(story)
    _of_dates(story)
    _of_documents(story)
    _of_the_others(story)
    recruiting.everything(story)
    sitting.everything(story)
    capturing.everything(story)
    questioning.everything(story)
    minuting.everything(story)
    inquiring.everything(story)
    return story


def _of_the_convention(story: Story) -> None:
    by, convention = story.organiser, story.convention
    stewardship.describe(convention, by, changes={"lede": f"{CANARY} bis", "accent": "#14503c"})
    stewardship.translate(convention, by, language="en", texts={convention.title: CANARY})
    made_ready(story)
    stewardship.launch(convention, by)
    for step in stewardship.NEXT_STEPS.values():
        step(convention, by)
    hasty = announced_again(story)
    stewardship.launch_unready(hasty.convention, hasty.organiser, reason=CANARY)


def announced_again(story: Story) -> Story:
    """A second convention, prepared by the same people."""
    other = stewardship.create(
        Convention(slug="autre", title=CANARY, commissioner=CANARY), By(story.alice, START)
    )
    for person, role in ((story.odile, Role.ORGANISER), (story.gaston, Role.GUARANTOR)):
        people.grant(
            Appointment(account=person, convention=other, role=role, since=START),
            By(story.alice, AT),
        )
    second = Story(other, story.alice, story.odile, story.gaston)
    open_window(other, Window.PREPARATION, story.odile)
    mandated(second)
    stewardship.announce(other, second.organiser)
    return second


def _of_guarantors(story: Story) -> None:
    other = people.grant(
        Appointment(
            account=story.alice, convention=story.convention, role=Role.GUARANTOR, since=START
        ),
        story.guarantor,
    )
    people.end(other, story.guarantor)


def _of_people(story: Story) -> None:
    by = story.organiser
    experts = body(story, type="experts", name=f"{CANARY} experts")
    people.describe_body(experts, by, changes={"mission": f"{CANARY} bis"})
    held = seat(story, experts)
    people.correct_seat(held, by, changes={"function": f"{CANARY} bis"})
    people.declare_interest(InterestDeclaration(seat=held, text=CANARY), story.guarantor)
    people.end_seat(held, by, until=date(2021, 4, 1), reason=CANARY)
    awa = holder(Role.MEMBER, story.convention, story.odile)
    _of_guarantors(story)
    people.end(awa.appointments.get(), by)


def _of_dates(story: Story) -> None:
    by, later = story.organiser, AT + timedelta(60)
    moved = milestone(story)
    calendar.move(moved, by, starts=later, ends=later, reason=CANARY, source=CANARY)
    calendar.hold(moved, by, starts=START, ends=START, reason=CANARY)
    calendar.cancel(milestone(story), by, reason=CANARY)


def _of_documents(story: Story) -> None:
    by = story.organiser
    first = drafted(story, slug="lettre")
    publishing.edit(first, by, changes={"body": f"{CANARY} ter", "plain_body": ""})
    publishing.reopen(publishing.validate(first, by), by)
    publishing.publish(publishing.validate(first, by), by)
    second = publishing.validate(next_version(story, first), by)
    publishing.publish(second, by)
    publishing.withdraw(second, by, reason=CANARY)
    publishing.abandon(next_version(story, first), by)
    drafted(story, slug="brouillon")
    story.things |= {"first": first, "second": second}


def _of_the_others(story: Story) -> None:
    by = story.organiser
    table = round_table(story)
    publishing.edit_round_table(table, by, changes={"summary": f"{CANARY} bis"})
    publishing.record(
        table, by, video_url="https://video.exemple.org/w/aBc123", subtitled=True, transcript=CANARY
    )
    publishing.cancel(round_table(story), by, reason=CANARY)
    draft = quota_table(story)
    quotas.edit(draft, by, cells=list(draft.cells.all()), note=CANARY)
    quotas.discard(draft, by)
    quotas.freeze(quota_table(story), by, reason=CANARY)
    mailbox.answer(message(story), story.guarantor, text=CANARY)
    mailbox.close(message(story, "2222-3333-5555"), story.guarantor, reason=CANARY)
    for leaves in (True, False):
        subscription = Subscription(convention=story.convention, email=EMAIL)
        mailbox.confirm_subscription(subscription, By(None, AT))
        if leaves:
            mailbox.leave_subscription(subscription, By(None, AT))


__all__ = ["AT", "CANARY", "END", "START", "Story", "everything"]
