"""Where a new convention starts from: periods, bodies and draft pages, all to be adapted.

The texts are drafts in the convention's own language, so they are not translated. There are no
milestones: a date that nobody decided would make the launch-readiness gate say what is not so.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db import IntegrityError, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from isegoria.convention.chartered import By
from isegoria.convention.governance.actions import calendar, people
from isegoria.convention.mandate.models import CalendarItem, Convention
from isegoria.convention.people.models import Account, Appointment, Body, BodyType
from isegoria.convention.people.queries import roles_of
from isegoria.convention.publishing import actions as publishing
from isegoria.convention.publishing.models import Document, Kind, Place, Version
from isegoria.convention.stewardship import actions as stewardship
from isegoria.core.charter import Role, Window


class AddressTakenError(Exception):
    """Another convention took this address meanwhile."""


@dataclass(frozen=True, slots=True)
class Period:
    """A window of the charter, in days from the first day of the convention."""

    window: Window
    label: str
    begins: int
    lasts: int


@dataclass(frozen=True, slots=True)
class Page:
    """A draft page, with what its author should write."""

    slug: str
    title: str
    place: Place
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    key: str
    name: str | Promise
    about: str | Promise
    periods: tuple[Period, ...] = ()
    bodies: tuple[tuple[BodyType, str], ...] = ()
    pages: tuple[Page, ...] = ()


_PAGES = (
    Page("presentation", "Présentation", Place.PRESENTATION, "## Pourquoi cette convention\n\nÀ écrire : ce qui est demandé, par qui, et pourquoi maintenant.\n\n## Ce que feront les membres\n\nÀ écrire.\n"),
    Page("recrutement", "Comment le panel est recruté", Place.RECRUITMENT, "À écrire : qui peut être invité, par quelles voies, selon quels critères.\n"),
    Page("engagements", "Ce que nous promettons", Place.COMMITMENT, "À écrire : à quoi la collectivité s’engage à répondre, et quand.\n"),
    Page("garanties", "Qui garantit la démarche", Place.GUARANTEE, "À écrire : qui sont les garants, qui les a nommés, ce qu’ils vérifient.\n"),
    Page("mentions-legales", "Mentions légales", Place.LEGAL, "À écrire : éditeur, hébergeur, contact.\n"),
    Page("confidentialite", "Données personnelles", Place.PRIVACY, "À écrire : quelles données, pourquoi, combien de temps, quels droits.\n"),
    Page("accessibilite", "Accessibilité", Place.ACCESSIBILITY, "À écrire : l’état de conformité et comment signaler une difficulté.\n"),
)  # fmt: skip

TEMPLATES: tuple[Template, ...] = (
    Template(
        key="municipal",
        name=_("Convention citoyenne municipale"),
        about=_("Environ un an et demi : préparation, recrutement, séances, étude par les services, délibération, suivi. Un comité, des experts, des garants."),
        periods=(
            Period(Window.PREPARATION, "Préparation", 0, 90),
            Period(Window.RECRUITMENT, "Recrutement du panel", 60, 60),
            Period(Window.SESSIONS, "Séances de la convention", 120, 75),
            Period(Window.PAPERS, "Dépôt des cahiers d’acteur", 120, 60),
            Period(Window.STUDIES, "Étude des propositions par les services", 180, 150),
            Period(Window.COUNCIL, "Délibération du conseil", 330, 60),
            Period(Window.FOLLOW_UP, "Suivi des décisions", 390, 730),
        ),
        bodies=(
            (BodyType.COMMITTEE, "Comité de suivi"),
            (BodyType.EXPERTS, "Groupe d’experts"),
            (BodyType.GUARANTORS, "Garants"),
            (BodyType.FACILITATOR, "Animation"),
        ),
        pages=_PAGES,
    ),
    Template(
        key="jury",
        name=_("Jury citoyen"),
        about=_("Quatre mois sur une question précise : peu de séances, une réponse rapide. Des garants et une animation."),
        periods=(
            Period(Window.PREPARATION, "Préparation", 0, 30),
            Period(Window.RECRUITMENT, "Recrutement du jury", 21, 30),
            Period(Window.SESSIONS, "Séances du jury", 51, 30),
            Period(Window.COUNCIL, "Réponse de la collectivité", 81, 40),
            Period(Window.FOLLOW_UP, "Suivi de la réponse", 121, 365),
        ),
        bodies=((BodyType.GUARANTORS, "Garants"), (BodyType.FACILITATOR, "Animation")),
        pages=_PAGES[:4],
    ),
    Template(
        key="empty",
        name=_("Convention vide"),
        about=_("Rien n’est préparé : vous ajoutez vous-même chaque période, instance et page."),
    ),
)  # fmt: skip
BY_KEY = {template.key: template for template in TEMPLATES}


def found(convention: Convention, by: By, *, template: Template, first_day: datetime) -> Convention:
    """Create a convention and all that its template prepares, or nothing at all."""
    try:
        with transaction.atomic():
            stewardship.create(convention, by)
            hand = By(by.actor, by.at, by.on_behalf_of)
            _appoint(convention, hand)
            _furnish(convention, hand, template, first_day)
    except IntegrityError as error:
        if Convention.objects.filter(slug=convention.slug).exists():
            raise AddressTakenError from error
        raise
    return convention


def _appoint(convention: Convention, by: By) -> None:
    """Whoever creates a convention organises it, until somebody else is appointed."""
    roles = roles_of(by.actor, convention.pk, at=by.at)
    if isinstance(by.actor, Account) and Role.ORGANISER not in roles:
        people.grant(
            Appointment(account=by.actor, convention=convention, role=Role.ORGANISER, since=by.at),
            by,
        )


def _furnish(convention: Convention, by: By, template: Template, first_day: datetime) -> None:
    for period in template.periods:
        starts, ends = _dates(period, first_day, convention)
        item = CalendarItem(convention=convention, window=period.window, label=period.label)
        calendar.add(item, by, starts=starts, ends=ends)
    for kind, name in template.bodies:
        people.create_body(Body(convention=convention, type=kind, name=name), by)
    for page in template.pages:
        document = Document(
            convention=convention,
            kind=Kind.PAGE,
            slug=page.slug,
            place=page.place,
            language=convention.language,
        )
        publishing.draft(Version(document=document, title=page.title, body=page.body), by)


def _dates(
    period: Period, first_day: datetime, convention: Convention
) -> tuple[datetime, datetime]:
    """Whole days of the convention's own zone."""
    first = first_day.astimezone(convention.zone).date() + timedelta(days=period.begins)
    last = first + timedelta(days=period.lasts - 1)
    return (
        datetime.combine(first, time(), tzinfo=convention.zone),
        datetime.combine(last, time(23, 59, 59), tzinfo=convention.zone),
    )
