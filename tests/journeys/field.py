"""A convention that recruits, in the town hall's own data: run as a program, prints ways in.

The demonstration's convention has drawn its panel, and wrote no letters: those who find people
have nothing to do there.
"""

import csv
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import django

TABLE = Path(__file__).parents[2] / "src/isegoria/stages/poitiers/quotas.csv"
WAY, PHONE, PARTNERS = "Voie de recrutement", "Téléphone (institut)", "Association relais"
LETTERS = "Lettre à une adresse tirée au sort"
SLUG, FAR = "terrain", datetime(2031, 1, 1, tzinfo=UTC)
PHONES = {"phone": "05 49 11 11 11", "partner": "05 49 22 22 22"}
CODES = ("ABCD2345", "ABCD6789", "EFGH2345")  # of the letters that were sent


def prepared() -> dict[str, object]:
    """The convention, its table in force, an institute and an association."""
    from isegoria.convention.chartered import By
    from isegoria.convention.models import Appointment, CalendarItem, QuotaCell, QuotaTable
    from isegoria.convention.people.queries import CONSOLE
    from isegoria.convention.verbs import calendar, people, quotas, stewardship
    from isegoria.core.charter import Role, Window
    from tests import cast, story

    zita = cast.account("Zita Zélée")
    admin = Appointment(account=zita, role=Role.ADMINISTRATOR, since=cast.START)
    people.grant(admin, By(CONSOLE, cast.START))
    convention = cast.convention(zita, slug=SLUG)
    omar = cast.holder(Role.ORGANISER, convention, zita, name="Omar Organisateur")
    cast.open_window(convention, Window.PREPARATION, omar)
    told = story.Story(convention, zita, omar, omar)
    story.mandated(told)
    stewardship.announce(convention, told.organiser)
    window = CalendarItem(convention=convention, window="recruitment", label="Recrutement")
    calendar.add(window, By(omar, cast.START), starts=cast.START, ends=FAR)
    with TABLE.open(encoding="utf-8", newline="") as lines:
        cells = [
            QuotaCell(
                criterion=row["feature"],
                value=row["value"],
                minimum=int(row["min"]),
                target=int(row["target"]),
                maximum=int(row["max"]),
                source=row["source"],
            )
            for row in csv.DictReader(lines)
        ]
    cells += [
        QuotaCell(criterion=WAY, value=value, minimum=0, target=0, maximum=2, source="Ville")
        for value in (LETTERS, "Porte-à-porte")
    ]
    table = QuotaTable(convention=convention, panel_size=30)
    made = quotas.import_table(table, By(omar, cast.AT), cells=cells)
    quotas.freeze(made, By(omar, cast.AT), reason="")
    return {"convention": convention, "zita": zita}


def hired(told: dict[str, object]) -> None:
    """Rémi recruits; Yseult calls for the institute, Paola refers for the association."""
    from isegoria.convention.chartered import By
    from isegoria.convention.models import Candidate, Channel, Hand, Relay
    from isegoria.convention.verbs import channels
    from isegoria.core.charter import Role
    from tests import cast

    convention, zita = told["convention"], told["zita"]
    officer = By(cast.holder(Role.RECRUITER, convention, zita, name="Rémi Recruteur"), cast.AT)
    for value, means, name, role, who in (
        (PHONE, "phone", "Institut Sondage", Role.INSTITUTE, "Yseult Enquêtrice"),
        (PARTNERS, "partner", "Association Entraide", Role.PARTNER, "Paola Partenaire"),
    ):
        channel = Channel(convention=convention, means=means, criterion=WAY, value=value)
        channels.open_channel(channel, officer)
        relay = channels.engage(
            Relay(channel=channel, name=name, contact="05 49 00 00 00"), officer
        )
        account = cast.holder(role, convention, zita, name=who)
        channels.give_access(Hand(relay=relay, account=account), officer)
        somebody = Candidate(convention=convention, relay=relay)
        entered(somebody, By(account, cast.AT), phone=PHONES[means])
    written(convention, officer)


def entered(somebody: object, by: object, *, phone: str) -> None:
    """Somebody whom this organisation found before the journeys begin."""
    from isegoria.convention.verbs import candidates

    with TABLE.open(encoding="utf-8", newline="") as lines:
        answers = {row["feature"]: row["value"] for row in csv.DictReader(lines)}
    answers.pop(WAY)
    consent = {"how": "oral", "day": "2021-04-02", "helper": "Canari"}
    identity = {"name": "Nour Benali", "phone": phone}
    said = {"identity": identity, "answers": answers, "needs": {}, "consent": consent}
    candidates.enter(somebody, by, said=said)


def written(convention: object, officer: object) -> None:
    """The city wrote to some addresses of its register."""
    from isegoria.convention.models import Channel, Mailing, Relay
    from isegoria.convention.verbs import channels, letters

    channel = Channel(convention=convention, means="register", criterion=WAY, value=LETTERS)
    channels.open_channel(channel, officer)
    city = channels.engage(Relay(channel=channel, name="La Ville", contact="05 49"), officer)
    strata = [{"name": "Trois Cités", "in_register": 900, "letters": 3, "expected": 0.05}]
    mailing = Mailing(relay=city, seed="5eed" * 8, register_sha256="0" * 64, strata=strata)
    letters.send(mailing, officer, codes=[(0, code) for code in CODES])


def main() -> None:
    django.setup()
    from isegoria.web.entry import demo_links

    hired(prepared())
    sys.stdout.write(json.dumps(dict(demo_links(sys.argv[1]))))


if __name__ == "__main__":
    main()
