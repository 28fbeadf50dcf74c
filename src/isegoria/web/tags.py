"""Template tags that ask the charter."""

from typing import Any

from django import template
from django.utils.translation import gettext

from isegoria.convention.chartered import By, Chartered
from isegoria.convention.governance.conduct import decide
from isegoria.core.charter import CHARTER, ROLE_NAMES, Decision, Role
from isegoria.core.charter.reasons import STATES
from isegoria.web.reasons import reason_of

register = template.Library()
BROUGHT = {
    "reasoned",
    "referenced",
    "worded",
    "begun",
    "transcribed",
    "dated",
    "answerer_named",
    "due_ahead",
    "hearing_stands",
    "viewpoint_said",
    "mistake_said",
}
BROUGHT |= {"something_said", "enough_people", "consenting"}  # what is said at a table


@register.inclusion_tag("ui/act.html", takes_context=True)
def act(
    context: dict[str, Any], name: str, subject: Chartered, url: str, tone: str = "secondary"
) -> dict[str, Any]:
    """The button of an act, or the sentence that says why it is not there."""
    viewer = context["viewer"]
    decision = decide(name, subject, By(viewer.account, viewer.at), **context.get("given", {}))
    return {
        "request": context.get("request"),
        "act": CHARTER[name],
        "allowed": is_offered(decision),
        "reason": reason_of(decision),
        "url": url,
        "tone": tone,
        "subject": subject,
    }


def is_offered(decision: Decision) -> bool:
    """It may be done now, or lacks only what its own form brings: a reason, a text, a date."""
    return bool(decision) or (decision.code == "missing_fact" and set(decision.about) <= BROUGHT)


@register.inclusion_tag("ui/breadcrumb.html")
def trail(*steps: str) -> dict[str, Any]:
    """`{% trail label url label url … here %}`: where this page is."""
    above, here = steps[:-1], steps[-1]
    return {"trail": [*zip(above[::2], above[1::2], strict=True), (here, "")]}


@register.filter
def role_name(role: str) -> str:
    """`{{ appointment.role|role_name }}`."""
    return gettext(ROLE_NAMES[Role(role)])


@register.filter
def state_name(state: str) -> str:
    """`{{ version.state|state_name }}`."""
    return gettext(STATES[state])
