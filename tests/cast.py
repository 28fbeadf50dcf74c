"""The cast. Each has one role in Poitiers, so a test reads as a story. All are fictional."""

from datetime import UTC, datetime

from isegoria.convention.chartered import By
from isegoria.convention.models import Account, Appointment, CalendarItem, Convention, Person
from isegoria.convention.people.queries import CONSOLE
from isegoria.convention.verbs import calendar, people, stewardship
from isegoria.core.charter import Role

AT = datetime(2021, 4, 2, 9, 0, tzinfo=UTC)
START, END = datetime(2021, 1, 1, tzinfo=UTC), datetime(2021, 12, 31, tzinfo=UTC)
NAMES = {
    Role.ADMINISTRATOR: "Alice Administratrice",
    Role.ORGANISER: "Odile Organisatrice",
    Role.GUARANTOR: "Gaston Garant",
    Role.COMMITTEE: "Corinne Comité",
    Role.EXPERT: "Émile Expert",
    Role.FACILITATOR: "Fanny Facilitatrice",
    Role.RECRUITER: "Raoul Recruteur",
    Role.INSTITUTE: "Inès Enquêtrice",
    Role.PARTNER: "Paula Partenaire",
    Role.STAKEHOLDER: "Sylvain Société",
    Role.SERVICE: "Serge Service",
    Role.COUNCILLOR: "Claire Conseillère",
    Role.MEMBER: "Awa Membre",
    Role.EVALUATOR: "Ève Évaluatrice",
}


def account(name: str) -> Account:
    """Somebody with an account and no role at all."""
    person = Person.objects.create(full_name=name)
    email = f"{name.split(maxsplit=1)[0].lower()}@exemple.org"
    return Account.objects.create_user(email, person=person, date_joined=AT)


def administrator() -> Account:
    alice = account(NAMES[Role.ADMINISTRATOR])
    people.grant(
        Appointment(account=alice, role=Role.ADMINISTRATOR, since=START), By(CONSOLE, START)
    )
    return alice


def holder(role: Role, convention: Convention, appointed_by: Account, *, name: str = "") -> Account:
    """The member of the cast, or somebody else, who holds this role in this convention."""
    somebody = account(name or NAMES[role])
    people.grant(
        Appointment(account=somebody, convention=convention, role=role, since=START),
        By(appointed_by, AT),
    )
    return somebody


def convention(by: Account, *, slug: str = "poitiers") -> Convention:
    """A draft convention."""
    return stewardship.create(
        Convention(slug=slug, title="Numérique responsable", commissioner="Ville de Poitiers"),
        By(by, START),
    )


def open_window(convention: Convention, window: str, by: Account) -> CalendarItem:
    item = CalendarItem(convention=convention, window=window, label=window)
    return calendar.add(item, By(by, START), starts=START, ends=END)
