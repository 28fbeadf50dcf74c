"""Finds the verb, runs it, and turns what it says into an exit code."""

import importlib

from isegoria.cli import verbs
from isegoria.cli.console import Stop, warn


def main(arguments: list[str]) -> int:
    verb = verbs.asked_for(arguments)
    try:
        return int(importlib.import_module(verb.module).main(arguments[1:]))
    except Stop as stopped:
        warn(str(stopped))
        return stopped.code
    except KeyboardInterrupt:
        warn("\nInterrompu.")
        return 130
