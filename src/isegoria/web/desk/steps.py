"""What can be done next with a convention as a whole."""

from dataclasses import dataclass

from django.urls import reverse

from isegoria.convention.mandate.models import Convention
from isegoria.core.charter import CHARTER, STAYS

PAGE_OF = {
    "convention.announce": "desk:announce",
    "convention.launch": "desk:launch",
    "convention.launch_unready": "desk:launch_unready",
}


@dataclass(frozen=True, slots=True)
class Step:
    """An act on the convention that its state allows to think of, and its page."""

    act: str
    url: str


def next_acts(convention: Convention, missing: list[str]) -> list[Step]:
    """The acts that lead on from here, in the charter's order; a launch that passes over the
    gate is offered only when the gate lacks something."""
    useless = set() if missing else {"convention.launch_unready"}
    return [
        Step(act.name, _url(convention, act.name))
        for act in CHARTER.about("convention")
        if convention.state in act.from_states and act.to_state != STAYS and act.name not in useless
    ]


def _url(convention: Convention, act: str) -> str:
    if act in PAGE_OF:
        return reverse(PAGE_OF[act], args=[convention.slug])
    return reverse("desk:advance", args=[convention.slug, act.partition(".")[2]])
