"""The part of the story that is about people: recruited, drawn, seated, replaced, forgotten."""

from datetime import date, timedelta
from itertools import count

from isegoria.convention.chartered import By
from isegoria.convention.models import (
    Candidate,
    Channel,
    Composition,
    Draw,
    Erasure,
    Hand,
    Letter,
    Mailing,
    QuotaCell,
    QuotaTable,
    Relay,
    Rules,
)
from isegoria.convention.people.viewer import Viewer
from isegoria.convention.recruitment.computations import ask
from isegoria.convention.recruitment.places import panel_now
from isegoria.convention.recruitment.pool import pool_of
from isegoria.convention.recruitment.reads import note
from isegoria.convention.recruitment.replacing import replacing
from isegoria.convention.recruitment.sealing import sealing_of
from isegoria.convention.verbs import (
    candidates,
    channels,
    draws,
    erasing,
    letters,
    panel,
    quotas,
    stewardship,
)
from isegoria.core.charter import Role
from tests.cast import AT, NAMES, holder

WAY, PHONE, PARTNERS, LETTERS = "Voie", "Téléphone", "Association", "Lettre"
AGE, YOUNG, OLD = "Âge", "moins de 40 ans", "40 ans ou plus"
CELLS = (
    (WAY, PHONE, 2, 2, 2),
    (WAY, PARTNERS, 1, 1, 1),
    (WAY, LETTERS, 0, 0, 1),
    (AGE, YOUNG, 1, 2, 2),
    (AGE, OLD, 1, 1, 2),
)
NUMBERS = count(600_000_000)


def table(story, *, cells=CELLS, seats=3, reason="Canari"):
    """A quota table in force, small enough to be drawn from a dozen people."""
    made = quotas.import_table(
        QuotaTable(convention=story.convention, panel_size=seats, note="Canari"),
        story.organiser,
        cells=[
            QuotaCell(criterion=c, value=v, minimum=low, target=aim, maximum=high, source="Canari")
            for c, v, low, aim, high in cells
        ],
    )
    return quotas.freeze(made, story.organiser, reason=reason)


def officer(story):
    """The one who is in charge of the recruitment."""
    found = story.things.get("raoul")
    if found is None:
        found = holder(Role.RECRUITER, story.convention, story.odile)
        story.things["raoul"] = found
    return By(found, AT)


def relay(story, value, means, name):
    channel = Channel(convention=story.convention, means=means, criterion=WAY, value=value)
    channels.open_channel(channel, officer(story))
    made = Relay(channel=channel, name=name, contact=f"Canari, {name}")
    return channels.engage(made, officer(story))


def hand(story, of, role):
    name, made = NAMES[role], Hand(relay=of)
    email = f"{name.split()[0].lower()}@exemple.org"
    stewardship.invite_hand(email, made, officer(story), name=name)
    story.things[name] = made.account
    return made


def said(age, *, name="Canari", **identity):
    return {
        "identity": {"name": name, "phone": f"0{next(NUMBERS)}", **identity},
        "answers": {AGE: age},
        "needs": {"provisions": ["lift"], "more": "Canari"},
        "consent": {"how": "oral", "day": "2021-04-02", "helper": "Canari"},
    }


def entered(story, of, age, *, by=None, **more):
    somebody = Candidate(convention=story.convention, relay=of)
    return candidates.enter(somebody, by or officer(story), said=said(age, **more))


def pool(story, phone, partners, *, each=4):
    """Some people of each channel, half of them young."""
    return [
        entered(story, of, (YOUNG, OLD)[n % 2]) for of in (phone, partners) for n in range(each)
    ]


def second_guarantor(story):
    found = story.things.get("gisele")
    if found is None:
        gisele = NAMES[Role.GUARANTOR].replace("Gaston Garant", "Gisèle Garante")
        found = holder(Role.GUARANTOR, story.convention, story.alice, name=gisele)
        story.things["gisele"] = found
    return By(found, AT)


def sealed(story, *, tickets=10, again=""):
    second_guarantor(story)
    gathered = pool_of(story.convention)
    draw = Draw(
        convention=story.convention,
        table=gathered.table,
        source="balls",
        source_text="Canari",
        again=again,
        sealed_at=AT,
    )
    sealing = sealing_of(draw, gathered, tickets=tickets)
    return draws.seal(draw, officer(story), sealing)


def drawn(story, draw, *, ticket=7):
    draws.sign(draw, story.guarantor, ticket=ticket)
    return draws.countersign(draw, second_guarantor(story), ticket=ticket)


def with_a_panel(story):
    """A panel that was drawn, with two alternates: its members can be welcomed."""
    recruited(story)
    channels.set_rules(Rules(convention=story.convention, alternates=2), officer(story))
    drawn(story, sealed(story))
    return story


def recruited(story):
    """A table, two channels with their hands, and people."""
    table(story)
    phone = relay(story, PHONE, "phone", "Institut Canari")
    partners = relay(story, PARTNERS, "partner", "Association Canari")
    hand(story, phone, Role.INSTITUTE)
    hand(story, partners, Role.PARTNER)
    return phone, partners, pool(story, phone, partners)


def next_to_call(story, place=0):
    """Whoever comes first for the empty places, or at another place of the ranking."""
    return replacing(panel_now(story.convention, AT)).calls[place].candidate


def everything(story):
    """Every act of recruitment, at least once."""
    rules = Rules(
        convention=story.convention, alternates=2, quorum_percent=50, erased_on=date(2021, 4, 1)
    )
    channels.set_rules(rules, officer(story))
    phone, partners, people = recruited(story)
    _of_the_field(story, phone, people)
    _of_letters(story)
    _of_the_draw(story)
    _of_the_panel(story, partners)
    story.things |= {"phone": phone, "partners": partners}
    looker = Viewer(story.things["raoul"], frozenset({Role.RECRUITER}), AT)
    note(story.convention, looker, "list", count=9)
    ask(story.convention, looker, {"source": "balls", "source_text": "Canari", "again": "Canari"})


def _of_the_field(story, phone, people):
    ines = By(story.things[NAMES[Role.INSTITUTE]], AT)
    channels.count_calls(phone, ines, outcome="refused", count=3)
    channels.expect(phone.channel, officer(story), expected=90)
    candidates.correct(people[0], ines, said={"needs": {"provisions": ["childcare"]}})
    candidates.withdraw(entered(story, phone, OLD, by=ines), ines)
    candidates.rule_out(entered(story, phone, OLD), officer(story), reason="Canari")
    leaving = channels.engage(Relay(channel=phone.channel, name="Canari bis"), officer(story))
    gone = Hand(relay=leaving)
    stewardship.invite_hand("parti@exemple.org", gone, officer(story), name="Canari")
    stewardship.end_mission(leaving, officer(story))


def _of_letters(story):
    city = relay(story, LETTERS, "register", "Ville Canari")
    codes = [(0, "CANARI22"), (0, "CANARI33")]
    strata = [{"name": "Canari", "in_register": 9, "letters": 2, "expected": 0.1}]
    mailing = Mailing(relay=city, seed="5eed", register_sha256="0" * 64, strata=strata)
    letters.send(mailing, officer(story), codes=codes, places=["Canari"])
    letters.remind(mailing, officer(story), unanswered=2)
    found = letters.letter_of(story.convention.pk, "CANARI22")
    assert isinstance(found, Letter)
    somebody = Candidate(convention=story.convention, relay=city)
    candidates.register(somebody, By(None, AT), letter=found, said=said(YOUNG))
    channels.close_channel(city.channel, officer(story))


def _of_the_draw(story):
    hasty = sealed(story)
    draws.void(hasty, officer(story), reason="Canari")
    draw = sealed(story, again="Canari")
    draws.sign(draw, story.guarantor, ticket=3)
    draws.contest(draw, second_guarantor(story), reason="Canari")
    drawn(story, draw)
    draws.read_openings(draw, story.guarantor, reason="Canari")
    story.things["draw"] = draw


def _of_the_panel(story, partners):
    by = officer(story)
    seated = list(story.convention.candidates.filter(state="drawn").order_by("seat"))
    leaver = next(one for one in seated if one.relay == partners)
    panel.decline(leaver, by)
    panel.stand_by(next_to_call(story), by, rank=1)
    panel.decline(panel.call_out_of_turn(next_to_call(story, -1), by, reason="Canari"), by)
    panel.give_up(panel.call(next_to_call(story), by), by, tries=3)
    panel.accept(panel.call(next_to_call(story), by), by)
    silent, staying = (one for one in seated if one != leaver)
    panel.resume(panel.give_up(silent, by, tries=3), by)
    panel.attend(panel.confirm(staying, by), by)
    composition = Composition(convention=story.convention, draw=story.things["draw"], seats=3)
    panel.publish_composition(composition, by, tables=[], filled=3, pool=9)
    people = story.convention.candidates
    forgotten = [people.filter(state=state).last() for state in ("consented", "declined")]
    erasure = Erasure(convention=story.convention, on_request=False)
    erasing.erase(erasure, By(by.actor, AT + timedelta(1)), forgotten)
