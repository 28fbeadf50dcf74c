"""The draw computed beside the site: set going by the worker; and why there may be no list."""

import os
import subprocess
import sys
from collections.abc import Iterable

from django.utils.translation import gettext as _
from django_tasks import task

from isegoria.core.sortition.conflicts import explained, told
from isegoria.core.sortition.model import Impossible, Problem

DASH = "– "
Faults = tuple[tuple[str, tuple[str, ...]], ...]  # a sentence, and what it lists
MOST_PEOPLE = 5_000  # beyond, the pages that read them all would be slow
CHILDREN: list[subprocess.Popen[bytes]] = []


@task()
def set_going(key: str) -> int:
    """Start a process of its own, so that letters leave meanwhile; it ends with this one."""
    CHILDREN[:] = [one for one in CHILDREN if one.poll() is None]
    command = [sys.executable, "-m", "isegoria.cli.child", str(os.getpid()), "draw", key]
    CHILDREN.append(subprocess.Popen(command))  # noqa: S603 -- our own program, and an identifier
    return CHILDREN[-1].pid


def faults_of(problem: Problem) -> Faults:
    """Why no panel exists, and what would mend it; empty when one does."""
    try:
        explanation = explained(problem)
    except Impossible as why:
        return ((why.said.translated(_), ()),)
    return _gathered(one.translated(_) for one in told(explanation)) if explanation else ()


def _gathered(sentences: Iterable[str]) -> Faults:
    """Each sentence with those below it that begin with a dash."""
    found: list[tuple[str, tuple[str, ...]]] = []
    for one in sentences:
        if one.startswith(DASH) and found:
            head, below = found[-1]
            found[-1] = (head, (*below, one.removeprefix(DASH)))
        else:
            found.append((one, ()))
    return tuple(found)
