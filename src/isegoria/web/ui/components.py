"""Every component of the interface: its props, their choices and its slots, in one literal."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

TONES = ("neutral", "info", "success", "warn", "refusal")


@dataclass(frozen=True, slots=True)
class Component:
    """One declared component. `needs` must be given; `takes` has defaults; literal values of a
    prop that is in `choices` are checked when the template is compiled."""

    needs: tuple[str, ...] = ()
    takes: Mapping[str, Any] = field(default_factory=dict)
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    slots: tuple[str, ...] = ()

    @property
    def props(self) -> tuple[str, ...]:
        return (*self.needs, *self.takes)


# fmt: off
COMPONENTS: dict[str, Component] = {
    # Words and marks
    "mark": Component(takes={"size": 40}),
    "icon": Component(needs=("name",), takes={"label": ""}),
    "badge": Component(needs=("text",), takes={"tone": "neutral", "icon": ""}, choices={"tone": TONES}),
    "page_title": Component(needs=("title",), takes={"lede": "", "kicker": ""}, slots=("actions",)),
    "breadcrumb": Component(needs=("trail",)),
    "counter": Component(needs=("number", "label"), takes={"base": ""}),
    "fictional": Component(takes={"text": ""}),
    # Notices and states
    "notice": Component(takes={"tone": "info", "title": "", "role": ""}, choices={"tone": TONES}, slots=("actions",)),
    "refusal": Component(needs=("reason",), takes={"act": "", "who": ""}),
    "tombstone": Component(needs=("title", "reason"), takes={"when": ""}),
    "empty": Component(needs=("title",), takes={"text": "", "url": "", "label": ""}),
    "confirm": Component(needs=("question",), takes={"shows": "", "label": "", "tone": "primary", "cancel": "", "url": ""}, choices={"tone": ("primary", "danger")}),
    # Things in lists
    "card": Component(needs=("title", "url"), takes={"kicker": "", "level": 3}, slots=("meta",)),
    "facts": Component(needs=("rows",), takes={"wide": False}),
    "thread": Component(needs=("stages",), takes={"label": "", "compact": False}),
    "date_entry": Component(needs=("title", "when"), takes={"planned": "", "reason": "", "drift": "", "tone": "neutral", "place": "", "url": "", "detail": "", "level": 3}, choices={"tone": TONES}, slots=("actions",)),
    "seat": Component(needs=("name",), takes={"function": "", "organisation": "", "group": "", "since": "", "url": "", "note": ""}),
    "file_link": Component(needs=("url", "title"), takes={"type": "", "size": "", "language": "", "date": ""}),
    "checklist": Component(needs=("items",)),
    "table": Component(needs=("caption", "columns"), takes={"sort": "", "url": "", "hidden_caption": False}),
    "pagination": Component(takes={"previous": "", "next": "", "count": "", "label": ""}),
    "tabs": Component(needs=("links", "label"), takes={"current": ""}),
    "details": Component(needs=("summary",), takes={"open": False}),
    "compare": Component(needs=("left_title", "right_title"), takes={"left": "", "right": ""}),
    "qr": Component(needs=("svg", "url"), takes={"label": ""}),
    "video": Component(needs=("url", "host", "title"), takes={"subtitled": False}),
    "plain_switch": Component(needs=("url", "label"), takes={"status": ""}),
    # Forms
    "button": Component(needs=("label",), takes={"url": "", "tone": "primary", "icon": "", "name": "", "value": "", "small": False}, choices={"tone": ("primary", "secondary", "danger", "quiet")}),
    "search": Component(takes={"name": "q", "value": "", "label": "", "action": ""}),
    "filters": Component(takes={"action": "", "label": ""}),
    "form_actions": Component(takes={"label": "", "tone": "primary", "cancel": "", "cancel_label": ""}, choices={"tone": ("primary", "danger")}),
    "error_summary": Component(needs=("form",)),
    "print_header": Component(takes={"url": ""}),
}
# fmt: on
