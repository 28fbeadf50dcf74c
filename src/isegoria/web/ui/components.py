"""Every component of the interface: its props, their choices and its slots, in one literal."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from isegoria.web.ui.shapes import described_file, sortable

TONES = ("neutral", "info", "success", "warn", "refusal")


@dataclass(frozen=True, slots=True)
class Component:
    """One declared component. `needs` must be given; `takes` has defaults; a value outside
    `choices` is refused, a literal one when the template is compiled. The slot "body" is what
    {% uibox %} holds outside any {% slot %}. `prepare` derives what the template shows.
    `plain`: a few words and the reader's language make it, so that it is drawn once and kept."""

    needs: tuple[str, ...] = ()
    takes: Mapping[str, Any] = field(default_factory=dict)
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    slots: tuple[str, ...] = ()
    prepare: Callable[[dict[str, Any]], dict[str, Any]] | None = None
    plain: bool = False

    @property
    def props(self) -> tuple[str, ...]:
        return (*self.needs, *self.takes)


# fmt: off
BODY, ACTIONS = ("body",), ("body", "actions")
COMPONENTS: dict[str, Component] = {
    # Words and marks
    "mark": Component(takes={"size": 40}, plain=True),
    "icon": Component(needs=("name",), takes={"label": ""}, plain=True),
    "badge": Component(needs=("text",), takes={"tone": "neutral", "icon": ""}, choices={"tone": TONES}, plain=True),
    "page_title": Component(needs=("title",), takes={"lede": "", "kicker": ""}, slots=("actions",)),
    "counter": Component(needs=("number", "label"), takes={"base": ""}, plain=True),
    "fictional": Component(takes={"text": ""}),
    # Finding one's way
    "breadcrumb": Component(needs=("trail",)),  # (label, url) pairs, from the home down
    "local_nav": Component(needs=("links",), takes={"more": (), "label": "", "more_label": ""}),  # label, url, current
    "tabs": Component(needs=("links", "label"), takes={"current": ""}),  # (label, url) pairs
    "pagination": Component(takes={"previous": "", "next": "", "count": "", "label": ""}),
    "steps": Component(needs=("steps",), takes={"label": ""}),  # name, state (done, current, next), said
    # Notices and states
    "notice": Component(takes={"tone": "info", "title": "", "role": ""}, choices={"tone": TONES}, slots=ACTIONS),
    "refusal": Component(needs=("reason",), takes={"act": "", "who": ""}),
    "tombstone": Component(needs=("title", "reason"), takes={"when": ""}),
    "empty": Component(needs=("title",), takes={"text": "", "url": "", "label": ""}),
    "confirm": Component(needs=("question",), takes={"shows": "", "label": "", "tone": "primary", "cancel": "", "url": ""}, choices={"tone": ("primary", "danger")}, slots=BODY),
    # Things in lists
    "card": Component(needs=("title", "url"), takes={"kicker": "", "level": 3}, slots=("body", "meta")),
    "facts": Component(needs=("rows",), takes={"wide": False}),  # (term, description) pairs
    "thread": Component(needs=("stages",), takes={"label": "", "compact": False}),  # name, state (done, current, next, late), said, url, when, planned, drift
    "date_entry": Component(needs=("title", "when"), takes={"planned": "", "reason": "", "drift": "", "tone": "neutral", "place": "", "url": "", "detail": "", "level": 3}, choices={"tone": TONES}, slots=ACTIONS),
    "seat": Component(needs=("name",), takes={"function": "", "organisation": "", "group": "", "since": "", "url": "", "note": ""}, slots=BODY),
    "file_link": Component(needs=("url", "title"), takes={"type": "", "size": "", "language": "", "date": ""}, prepare=described_file, plain=True),
    "checklist": Component(needs=("items",)),  # name, state (met, missing, waived), said, url, detail
    "table": Component(needs=("caption", "columns"), takes={"sort": "", "url": "", "hidden_caption": False, "stacked": False, "close": False}, slots=BODY, prepare=sortable),
    "details": Component(needs=("summary",), takes={"open": False}, slots=BODY),
    "compare": Component(needs=("left_title", "right_title"), takes={"left": "", "right": ""}),
    "qr": Component(needs=("svg", "url"), takes={"label": ""}),
    "video": Component(needs=("url", "host", "title"), takes={"subtitled": False}),
    "plain_switch": Component(needs=("url", "label"), takes={"status": ""}, plain=True),
    # Forms
    "button": Component(needs=("label",), takes={"url": "", "tone": "primary", "icon": "", "name": "", "value": "", "small": False}, choices={"tone": ("primary", "secondary", "danger", "quiet")}, plain=True),
    "copy": Component(needs=("text",), takes={"label": ""}),
    "search": Component(takes={"name": "q", "value": "", "label": "", "action": "", "token": ""}, slots=BODY),
    "filters": Component(takes={"action": "", "label": "", "token": ""}, slots=BODY),
    "form_actions": Component(takes={"label": "", "tone": "primary", "cancel": "", "cancel_label": ""}, choices={"tone": ("primary", "danger")}, slots=BODY),
    "error_summary": Component(needs=("form",)),
    "print_header": Component(takes={"url": "", "at": None}),
}
# fmt: on
