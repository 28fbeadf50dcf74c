"""A convention of the demonstration whose session has just been held: two members were there.

Run by itself, on the data of a town hall: `python -m tests.journeys.held ADDRESS`.
"""

import json
import sys
from datetime import timedelta

import django

SLUG, TEAM = "essai-de-compte-rendu", "Rendu."
SAID = "Nous voulons des livres aussi."


def main() -> None:
    django.setup()
    from isegoria.convention.chartered import By
    from isegoria.convention.models import Account, Capture, Presence
    from isegoria.convention.verbs import attendance, captures, members, panel, sessions
    from isegoria.web import clock
    from isegoria.web.entry import demo_links
    from tests import cast, recruiting, sitting, story
    from tests.journeys.meeting import recruited

    now = clock.now()
    story.END = cast.END = now + timedelta(days=200)  # every window is still open
    cast.NAMES.update({role: f"{TEAM}{name}" for role, name in cast.NAMES.items()})
    told = story.announced(Account.objects.get(email="adele@example.org"), slug=SLUG)
    recruited(recruiting, told)
    by = recruiting.officer(told)
    people = list(told.convention.candidates.filter(state="drawn").order_by("seat"))
    for candidate in people:
        panel.confirm(candidate, by)
    here = members.welcome_all(people[:2], By(by.actor, now))
    fanny = By(sitting.fanny(told).actor, now)
    day = {"starts": now - timedelta(hours=3), "ends": now - timedelta(hours=1)}
    held = sitting.session(told, title="Comprendre", fictional=True, **day)
    sequence = sitting.sequence(told, held, title="Ce que nous voyons", minutes=45)
    sessions.open_(sessions.publish_agenda(held, sitting.fanny(told)), fanny)
    for member in here:
        attendance.note(Presence(session=held, member=member, how="room"), fanny)
    card = Capture(sequence=sequence, kind="card", table=3, text=SAID)
    captures.confirm(captures.take(card, fanny), fanny)
    sessions.close(held, fanny)
    code = f"{sys.argv[1].rstrip('/')}/carte/entrer/{here[0].cards.get().code}/"
    sys.stdout.write(json.dumps({**dict(demo_links(sys.argv[1])), "Membre présent": code}))


if __name__ == "__main__":
    main()
