"""A convention of the demonstration whose session is ending: a panel of twelve with their cards.

Run by itself, on the data of a town hall: `python -m tests.journeys.inquired ADDRESS`.
"""

import json
import sys

import django

SLUG, TEAM = "essai-d-enquete", "Enquete."


def main() -> None:
    django.setup()
    from datetime import timedelta

    from isegoria.convention.chartered import By
    from isegoria.convention.models import Account, Presence
    from isegoria.convention.verbs import attendance, members, panel
    from isegoria.web import clock
    from isegoria.web.entry import demo_links
    from tests import cast, recruiting, sitting, story
    from tests.journeys import meeting

    now = clock.now()
    story.END = cast.END = now + timedelta(days=200)  # every window is still open
    # The cast of another journey may be in this town hall already.
    cast.NAMES.update({role: f"{TEAM}{name}" for role, name in cast.NAMES.items()})
    told = story.announced(Account.objects.get(email="adele@example.org"), slug=SLUG)
    meeting.recruited(recruiting, told)
    by = recruiting.officer(told)
    people = list(told.convention.candidates.filter(state="drawn").order_by("seat"))
    for candidate in people:
        panel.confirm(candidate, by)
    panel_now = members.welcome_all(people, By(by.actor, now))
    meeting.opened(told, "Comprendre", now)
    session = told.convention.sessions.get()
    fanny = By(sitting.fanny(told).actor, now)
    for one in panel_now[:8]:
        attendance.note(Presence(session=session, member=one, how="room"), fanny)
    card = f"{sys.argv[1].rstrip('/')}/carte/entrer/{panel_now[0].cards.get().code}/"
    sys.stdout.write(json.dumps({**dict(demo_links(sys.argv[1])), f"{TEAM}Awa": card}))


if __name__ == "__main__":
    main()
