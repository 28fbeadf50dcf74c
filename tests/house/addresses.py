"""Every address of the site, read from the URL configuration, with something to put in it."""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.urls import URLPattern, get_resolver, reverse

from isegoria.convention.models import Document
from isegoria.web.routes import PAGES, Listed

THINGS = {
    model.KIND: model
    for model in apps.get_app_config("convention").get_models()
    if hasattr(model, "KIND")
} | {"document": Document}
# Of several rows, one that the public sees.
SHOWN = {"active", "issued", "published", "held", "frozen", "adopted", "given"}
# A page whose name does not begin with what its address holds: page → the kind of thing.
KINDS = {
    "answering:answer": "question",
    "facilitation:card_issue": "member",
    "facilitation:member_attend": "member",
    "facilitation:member_loan": "member",
    "facilitation:member_needs": "member",
    "facilitation:member_question": "member",
    "facilitation:member_give_up": "member",
    "relays:member_give_up": "member",
    "facilitation:need_settle": "member",
    "facilitation:member_inquiry": "member",
    "facilitation:pulse_open": "session",
    "relays:member_inquiry": "member",
    "relays:member_needs": "member",
    "relays:member_question": "member",
    "relays:member_attend": "member",
    "relays:member_loan": "member",
    "facilitation:handouts": "session",
    "facilitation:minutes": "session",
    "facilitation:minutes_begin": "session",
    "facilitation:minutes_correct": "minutes",
    "facilitation:member_minutes": "member",
    "facilitation:member_correction": "member",
    "relays:member_minutes": "member",
    "relays:member_correction": "member",
    "facilitation:tables": "session",
    "facilitation:seating_new": "session",
    "facilitation:run_sheet": "session",
    "facilitation:run_sheet_print": "session",
    "facilitation:methods": "session",
    "facilitation:attendance": "session",
    "facilitation:running": "session",
    "facilitation:sequence_new": "session",
    "desk:hand_new": "relay",
    "desk:relay_new": "channel",
    "desk:round_table": "roundtable",
    "desk:seat_new": "body",
    "desk:interest": "seat",
    "public:reference": "calendar",
    "facilitation:captures": "session",
    "facilitation:captures_publish": "session",
    "facilitation:capture_new": "sequence",
    "facilitation:screen": "session",
    "facilitation:notebook": "session",
    "facilitation:sheet": "sequence",
    "facilitation:sheets": "sequence",
    "public:said_file": "capture",
    "public:said_session": "session",
    "recruiters:call_out_of_turn": "candidate",
    "recruiters:candidate_erase": "candidate",
    "recruiters:card_issue": "member",
    "recruiters:welcome": "candidate",
    "public:round_table": "roundtable",
    "public:video": "roundtable",
    "relays:card": "candidate",
    "relays:check": "relay",
    "relays:enter": "relay",
    "relays:letter": "relay",
    "relays:paper": "relay",
    "relays:people": "relay",
}
# What stands for the other arguments of an address, by name. A value may be a function of the
# story; "page argument" comes first. A new argument wants a line here; `key` and `pk` find a row of the kind that the page's
# act, or its name, speaks of.
ARGUMENTS: dict[str, Any] = {
    "slug": lambda told: told.convention.slug,
    "token": "jeton-inconnu",
    "method": "metaplan",
    "what": "transport",
    "code": "en",
    "desk:advance step": "recruit",
    "desk:version_act step": "abandonner",
    "doc": "presentation",
    "kind": "calendar",
    "facilitation:capture_new form": "carte",
    "table": 3,
    "turn": 1,
    "number": 1,
    "place": 0,
}


@dataclass(frozen=True, kw_only=True)
class Address:
    name: str
    arguments: tuple[str, ...]
    pattern: URLPattern

    @property
    def listed(self) -> Listed | None:
        return PAGES.get(self.name)

    def url(self, told: Any) -> str:
        given = {one: self.value(one, told) for one in self.arguments}
        return reverse(self.name, kwargs=given)

    def value(self, argument: str, told: Any) -> Any:
        if argument in {"key", "pk"} and self.name.startswith("mfa_"):
            return 1
        if argument in {"key", "pk"}:
            return self.row(told).pk
        value = ARGUMENTS.get(f"{self.name} {argument}", ARGUMENTS.get(argument))
        assert value is not None, (
            f"{self.name} takes “{argument}”: say what stands for it in"
            " ARGUMENTS, in tests/house/addresses.py"
        )
        return value(told) if callable(value) else value

    def row(self, told: Any) -> Any:
        """Something of the kind that the page is about, in the story's first convention, or of
        the whole instance when the address names no convention."""
        where = told.convention if "slug" in self.arguments else None
        kind = self.kind()
        assert kind in THINGS, (
            f"{self.name} takes a key: say of what kind in KINDS, in tests/house/addresses.py"
        )
        rows = [one for one in THINGS[kind]._base_manager.order_by("pk") if of(one) == where]
        assert rows, f"the story has no {kind} for {self.name}: tell one in tests/story.py"
        return min(rows, key=lambda one: getattr(one, "state", "") not in SHOWN)

    def kind(self) -> str:
        if self.name in KINDS:
            return KINDS[self.name]
        acts = self.listed.acts if self.listed else ()
        words = (*(act.partition(".")[0] for act in acts), *self.name.split(":")[-1].split("_"))
        return next((word for word in words if word in THINGS), "")


def of(row: Any) -> Any:
    return row.in_convention() if hasattr(row, "in_convention") else row.convention


def addresses() -> list[Address]:
    found: list[Address] = []
    _walk(get_resolver(), "", (), found)
    return found


def _walk(resolver: Any, namespace: str, above: tuple[str, ...], found: list[Address]) -> None:
    for one in resolver.url_patterns:
        arguments = (*above, *one.pattern.converters)
        if isinstance(one, URLPattern):
            name = f"{namespace}{one.name or one.lookup_str}"
            found.append(Address(name=name, arguments=arguments, pattern=one))
        else:
            inner = f"{namespace}{one.namespace}:" if one.namespace else namespace
            _walk(one, inner, arguments, found)
