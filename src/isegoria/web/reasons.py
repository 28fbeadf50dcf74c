"""The sentence of a decision."""

from django.utils.translation import gettext as _

from isegoria.core.charter import ROLE_NAMES, WINDOW_NAMES, Decision, Role, Window
from isegoria.core.charter.reasons import MISSING, REFUSALS, STATES


def reason_of(decision: Decision) -> str:
    """Why it is not possible, and who or what would make it so."""
    match decision.code:
        case "wrong_role":
            who = ", ".join(_(ROLE_NAMES[Role(role)]) for role in decision.about)
            return _(REFUSALS["wrong_role"]).format(who=who)
        case "closed_window":
            when = ", ".join(_(WINDOW_NAMES[Window(one)]) for one in decision.about)
            return _(REFUSALS["closed_window"]).format(when=when)
        case "wrong_state":
            return _(REFUSALS["wrong_state"]).format(state=_(STATES[decision.about[0]]))
        case "missing_fact":
            return " ".join(_(MISSING[fact]) for fact in decision.about)
    return ""
