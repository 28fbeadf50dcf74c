"""A session under way, with five tables, in the town hall's own data: run as a program, prints ways in."""

import json
import sys

import django

SLUG, TITLE = "salle", "Les écrans à l’école"
DEBATE = "Faut-il des tablettes à l’école ?"


def main() -> None:
    django.setup()
    from isegoria.convention.chartered import By
    from isegoria.convention.models import Appointment
    from isegoria.convention.people.queries import CONSOLE
    from isegoria.convention.verbs import people, sessions, stewardship
    from isegoria.core.charter import Role, Window
    from isegoria.web.entry import demo_links
    from tests import cast, sitting, story

    zoe = cast.account("Zoé Administratrice")
    admin = Appointment(account=zoe, role=Role.ADMINISTRATOR, since=cast.START)
    people.grant(admin, By(CONSOLE, cast.START))
    convention = cast.convention(zoe, slug=SLUG)
    ugo = cast.holder(Role.ORGANISER, convention, zoe, name="Ugo Organisateur")
    for window in (Window.PREPARATION, Window.SESSIONS):
        cast.open_window(convention, window, ugo)
    told = story.Story(convention, zoe, ugo, ugo)
    story.mandated(told)
    stewardship.announce(convention, told.organiser)
    faust = cast.holder(Role.FACILITATOR, convention, zoe, name="Faust Facilitateur")
    cast.holder(Role.PARTNER, convention, zoe, name="Tina Table")
    told.things["fanny"] = faust
    held = sitting.session(told, title=TITLE)
    sitting.sequence(told, held, title="Ce que nous voyons", rounds=2)
    sitting.sequence(told, held, title=DEBATE, modalities=["movement"], output="positions")
    sessions.open_(sessions.publish_agenda(held, sitting.fanny(told)), sitting.fanny(told))
    sys.stdout.write(json.dumps(dict(demo_links(sys.argv[1]))))


if __name__ == "__main__":
    main()
