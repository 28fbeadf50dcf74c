"""A second convention in the demonstration, where people wait to be drawn.

Run by itself, on the data of a town hall: `python -m tests.journeys.pool`.
"""

import django

SLUG = "essai-du-tirage"
WORKERS = {
    "regine@example.org": "recruiter",
    "gaston@example.org": "guarantor",
    "gaelle@example.org": "guarantor",
}


def main() -> None:
    django.setup()
    from isegoria.convention.chartered import By
    from isegoria.convention.models import Account, Appointment
    from isegoria.convention.verbs import people
    from tests import recruiting, story
    from tests.cast import AT, START

    adele = Account.objects.get(email="adele@example.org")
    told = story.announced(adele, slug=SLUG)
    recruiting.recruited(told)
    for email, role in WORKERS.items():
        account = Account.objects.get(email=email)
        appointment = Appointment(
            account=account, convention=told.convention, role=role, since=START
        )
        people.grant(appointment, By(adele, AT))


if __name__ == "__main__":
    main()
