"""A convention of the demonstration whose panel has just been drawn.

Run by itself, on the data of a town hall: `python -m tests.journeys.seated`.
"""

import django

SLUG = "essai-du-panel"
AGES = {"18 à 24 ans": 3, "25 à 39 ans": 4, "40 à 59 ans": 4, "60 ans ou plus": 1}
WORKERS = {"regine@example.org": "recruiter", "gaston@example.org": "guarantor"}


def main() -> None:
    django.setup()
    from isegoria.convention.chartered import By
    from isegoria.convention.models import Account, Appointment, Rules
    from isegoria.convention.verbs import channels, people
    from tests import cast, recruiting, story

    # The cast of another journey may be in this town hall already.
    cast.NAMES.update({role: f"Panel.{name}" for role, name in cast.NAMES.items()})
    adele = Account.objects.get(email="adele@example.org")
    told = story.announced(adele, slug=SLUG)
    way = (recruiting.WAY, recruiting.PHONE, 12, 12, 12)
    cells = (way, *((recruiting.AGE, age, n - 1, n, n + 1) for age, n in AGES.items()))
    recruiting.table(told, cells=cells, seats=12)
    phone = recruiting.relay(told, recruiting.PHONE, "phone", "Institut Canari")
    for age, n in AGES.items():
        for _person in range(2 * n + 2):
            recruiting.entered(told, phone, age)
    rules = Rules(convention=told.convention, alternates=2)
    channels.set_rules(rules, recruiting.officer(told))
    recruiting.drawn(told, recruiting.sealed(told))
    for email, role in WORKERS.items():
        account = Account.objects.get(email=email)
        named = Appointment(
            account=account, convention=told.convention, role=role, since=cast.START
        )
        people.grant(named, By(adele, cast.AT))


if __name__ == "__main__":
    main()
