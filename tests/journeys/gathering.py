"""Conventions of the demonstration that meet today, one each time: a session to come, its team.

Run by itself, on the data of a town hall: `python -m tests.journeys.gathering ADDRESS`.
"""

import json
import sys
from datetime import timedelta

import django

SLUG, TEAM = "essai-de-rencontre", "Rencontre"


def main() -> None:
    django.setup()
    from isegoria.convention.models import Account, Convention
    from isegoria.core.charter import Role
    from isegoria.web import clock
    from isegoria.web.entry import demo_links
    from tests import cast, sitting, story

    number = Convention.objects.filter(slug__startswith=SLUG).count() + 1
    now = clock.now()
    story.END = cast.END = now + timedelta(days=200)  # the windows are still open
    cast.NAMES.update({role: f"{TEAM}{number}.{name}" for role, name in cast.NAMES.items()})
    told = story.announced(Account.objects.get(email="adele@example.org"), slug=f"{SLUG}-{number}")
    for role in (Role.MEMBER, Role.COUNCILLOR):
        cast.holder(role, told.convention, told.odile)
    soon = {"starts": now + timedelta(hours=1), "ends": now + timedelta(hours=3)}
    planned = sitting.session(told, title="Comprendre", mode="hybrid", **soon)
    sitting.sequence(told, planned, title="Faire connaissance", minutes=45)
    sys.stdout.write(json.dumps(dict(demo_links(sys.argv[1]))))


if __name__ == "__main__":
    main()
