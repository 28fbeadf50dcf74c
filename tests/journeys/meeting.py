"""A convention of the demonstration that meets today: members with cards, three open sessions.

Each session begins with a welcome that runs over time. Run by itself, on the data of a town hall:
`python -m tests.journeys.meeting ADDRESS`.
"""

import json
import sys
from datetime import timedelta

import django

SLUG, TEAM = "essai-de-seance", "Seance."
MEMBERS, OVER = 12, 25
SESSIONS = ("Comprendre", "Débattre", "Proposer")


def main() -> None:
    django.setup()
    from isegoria.convention.chartered import By
    from isegoria.convention.models import Account
    from isegoria.convention.verbs import members, panel
    from isegoria.web import clock
    from isegoria.web.entry import demo_links
    from tests import cast, recruiting, story

    now = clock.now()
    story.END = cast.END = now + timedelta(days=200)  # every window is still open
    # The cast of another journey may be in this town hall already.
    cast.NAMES.update({role: f"{TEAM}{name}" for role, name in cast.NAMES.items()})
    told = story.announced(Account.objects.get(email="adele@example.org"), slug=SLUG)
    recruited(recruiting, told)
    by = recruiting.officer(told)
    for candidate in told.convention.candidates.filter(state="drawn").order_by("seat"):
        panel.confirm(candidate, by)
        members.welcome(candidate, By(by.actor, now))
    for title in SESSIONS:
        opened(told, title, now)
    sys.stdout.write(json.dumps(dict(demo_links(sys.argv[1]))))


def recruited(recruiting, told) -> None:
    """A panel of twelve, drawn."""
    from isegoria.convention.models import Rules
    from isegoria.convention.verbs import channels

    ages = {"18 à 39 ans": 6, "40 ans ou plus": 6}
    way = (recruiting.WAY, recruiting.PHONE, MEMBERS, MEMBERS, MEMBERS)
    cells = (way, *((recruiting.AGE, age, n - 1, n, n + 1) for age, n in ages.items()))
    recruiting.table(told, cells=cells, seats=MEMBERS)
    phone = recruiting.relay(told, recruiting.PHONE, "phone", "Institut Canari")
    for age, n in ages.items():
        for _person in range(n + 3):
            recruiting.entered(told, phone, age)
    channels.set_rules(Rules(convention=told.convention, alternates=2), recruiting.officer(told))
    recruiting.drawn(told, recruiting.sealed(told))


def opened(told, title, now) -> None:
    """A session that began, and whose welcome should have ended some time ago."""
    from isegoria.convention.chartered import By
    from isegoria.convention.verbs import sequences, sessions
    from tests import sitting

    began = now - timedelta(minutes=20 + OVER)
    fanny = By(sitting.fanny(told).actor, began)
    starts = began.replace(second=0, microsecond=0)
    planned = sitting.session(told, title=title, starts=starts, ends=starts + timedelta(hours=3))
    asked = {"method": "plenary", "modalities": ["oral"], "output": "nothing"}
    welcome = sitting.sequence(told, planned, title="Accueil", minutes=20, **asked)
    sessions.open_(sessions.publish_agenda(planned, fanny), fanny)
    sequences.start(welcome, fanny)


if __name__ == "__main__":
    main()
