"""The charter, the performers and the database must agree; `check` fails otherwise."""

import os
from typing import Any

from django.apps import apps
from django.core import checks
from django.core.checks import CheckMessage, Error, register

from isegoria.config import env
from isegoria.convention import verbs  # noqa: F401 -- every performer is bound by being imported
from isegoria.convention.chartered import Chartered
from isegoria.convention.governance.conduct import PERFORMERS
from isegoria.core.charter import CHARTER


@register()
def every_act_is_performed(**_: Any) -> list[CheckMessage]:
    """An act that nobody performs is a promise that the site cannot keep."""
    return [
        Error(
            f"the charter has “{act.name}”, and nothing performs it",
            hint="write the action, or take the act out of core/charter/acts",
            id="isegoria.E001",
        )
        for act in CHARTER
        if act.name not in PERFORMERS
    ]


@register()
def every_state_is_constrained(**_: Any) -> list[CheckMessage]:
    """The database refuses a state that the charter does not know."""
    return [
        Error(
            f"{model.__name__} has a life but no constraint on its states",
            hint=f'add chartered_states("{model.KIND}") to Meta.constraints',
            id="isegoria.E002",
        )
        for model in apps.get_app_config("convention").get_models()
        if issubclass(model, Chartered)
        and f"a_{model.KIND}_is_in_a_chartered_state"
        not in {constraint.name for constraint in model._meta.constraints}
    ]


@register()
def every_kind_has_a_table(**_: Any) -> list[CheckMessage]:
    """An act is about something that exists."""
    kinds = {
        model.KIND
        for model in apps.get_app_config("convention").get_models()
        if issubclass(model, Chartered)
    }
    return [
        Error(f"the charter speaks of “{kind}”, and no table has that kind", id="isegoria.E003")
        for kind in sorted({act.kind for act in CHARTER} - kinds)
    ]


@register()
def every_variable_is_known(**_: Any) -> list[CheckMessage]:
    """A misspelt variable would be ignored in silence."""
    return [
        checks.Warning(
            f"{name} is set, and nothing reads it", hint="see docs/operate", id="isegoria.W001"
        )
        for name in env.unknown(os.environ)
    ]
