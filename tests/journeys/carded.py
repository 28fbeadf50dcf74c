"""A convention of the demonstration that meets today: two members who have a card, and no e-mail.

Run by itself, on the data of a town hall: `python -m tests.journeys.carded ADDRESS`.
"""

import json
import sys
from datetime import timedelta

import django

SLUG, TEAM = "essai-de-carte", "Carte."


def main() -> None:
    django.setup()
    from isegoria.convention.chartered import By
    from isegoria.convention.models import Account
    from isegoria.convention.verbs import members, panel, sessions
    from isegoria.web import clock
    from isegoria.web.entry import demo_links
    from tests import cast, recruiting, sitting, story
    from tests.journeys.meeting import recruited

    now = clock.now()
    story.END = cast.END = now + timedelta(days=200)  # every window is still open
    # The cast of another journey may be in this town hall already.
    cast.NAMES.update({role: f"{TEAM}{name}" for role, name in cast.NAMES.items()})
    told = story.announced(Account.objects.get(email="adele@example.org"), slug=SLUG)
    recruited(recruiting, told)
    by = recruiting.officer(told)
    people = list(told.convention.candidates.filter(state="drawn").order_by("seat"))
    for candidate in people:
        panel.confirm(candidate, by)
    awa, _ben = members.welcome_all(people[:2], By(by.actor, now))
    soon = {"starts": now + timedelta(hours=1), "ends": now + timedelta(hours=3)}
    said = {"place": "Salle du Canari", "bring": "Vos lunettes", "help_phone": "05 49 11 22 33"}
    planned = sitting.session(told, title="Comprendre", mode="hybrid", **soon, **said)
    sitting.sequence(told, planned, title="Faire connaissance", minutes=45)
    sessions.publish_agenda(planned, sitting.fanny(told))
    card = f"{sys.argv[1].rstrip('/')}/carte/entrer/{awa.cards.get().code}/"
    sys.stdout.write(json.dumps({**dict(demo_links(sys.argv[1])), "Awa": card}))


if __name__ == "__main__":
    main()
