"""What a reference of the journal is called today: one query a kind, whatever the page's length."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from uuid import UUID

from isegoria.convention.governance.models import LaunchOpinion
from isegoria.convention.mandate.models import CalendarItem, Convention, MandateVersion
from isegoria.convention.people.models import Appointment, Body, InterestDeclaration, Seat
from isegoria.convention.publishing.models import RoundTable, Version
from isegoria.convention.recruitment.models import QuotaTable

EDITED = (Convention, Body, Seat, RoundTable)
Keys = set[UUID]
Named = dict[UUID, str]


def _calendar(keys: Keys) -> Named:
    return dict(CalendarItem.objects.filter(pk__in=keys).values_list("pk", "label"))


def _seats(keys: Keys) -> Named:
    rows = Seat.objects.filter(pk__in=keys).values_list("pk", "name", "organisation")
    return {key: name or organisation for key, name, organisation in rows}


def _interests(keys: Keys) -> Named:
    rows = InterestDeclaration.objects.filter(pk__in=keys).values_list(
        "pk", "seat__name", "seat__organisation"
    )
    return {key: name or organisation for key, name, organisation in rows}


def _numbered(model: type[MandateVersion] | type[QuotaTable]) -> Callable[[Keys], Named]:
    def named(keys: Keys) -> Named:
        rows = model._base_manager.filter(pk__in=keys).values_list("pk", "number")  # noqa: SLF001
        return {key: f"v{number}" for key, number in rows}

    return named


def _titled(model: type[Convention | RoundTable | Version]) -> Callable[[Keys], Named]:
    def named(keys: Keys) -> Named:
        return dict(model._base_manager.filter(pk__in=keys).values_list("pk", "title"))  # noqa: SLF001

    return named


def _bodies(keys: Keys) -> Named:
    return dict(Body.objects.filter(pk__in=keys).values_list("pk", "name"))


def _opinions(keys: Keys) -> Named:
    rows = LaunchOpinion.objects.filter(pk__in=keys).values_list("pk", "convention__title")
    return dict(rows)


def _appointments(keys: Keys) -> Named:
    rows = Appointment.objects.filter(pk__in=keys).values_list("pk", "role")
    return dict(rows)


NAMING: dict[str, Callable[[Keys], Named]] = {
    Convention.KIND: _titled(Convention),
    MandateVersion.KIND: _numbered(MandateVersion),
    CalendarItem.KIND: _calendar,
    LaunchOpinion.KIND: _opinions,
    Body.KIND: _bodies,
    Seat.KIND: _seats,
    InterestDeclaration.KIND: _interests,
    Appointment.KIND: _appointments,
    Version.KIND: _titled(Version),
    RoundTable.KIND: _titled(RoundTable),
    QuotaTable.KIND: _numbered(QuotaTable),
}


def names_of(references: Iterable[str]) -> dict[str, str]:
    """Reference → what it is called. What has no public name (a message) is left out."""
    by_kind: dict[str, Keys] = defaultdict(set)
    for reference in references:
        kind, _, key = reference.partition(":")
        if kind in NAMING:
            by_kind[kind].add(UUID(key))
    return {
        f"{kind}:{key}": name
        for kind, keys in by_kind.items()
        for key, name in NAMING[kind](keys).items()
    }


def field_name(name: str) -> str:
    """What a field that was edited is called; itself when it has no name."""
    for model in EDITED:
        for field in model._meta.fields:
            if field.name == name:
                return str(field.verbose_name)
    return name
