"""Every right of the charter in plain lines, so that a change of rights shows in a diff.

`python -m isegoria.core.charter.rights > docs/charter.txt` writes the golden file again.
"""

import sys
from collections.abc import Collection, Iterator

from isegoria.core.charter.acts import CHARTER
from isegoria.core.charter.language import STAYS, Act, Charter
from isegoria.core.charter.words import Role


def written(charter: Charter) -> str:
    """The whole charter: one line an act and a role."""
    return "\n".join((*_heading(charter), *_lines(charter), ""))


def right(act: Act, role: Role) -> str:
    """One line: who may do what, when, from which state to which, on what conditions, seen by
    whom, and what the journal keeps of it."""
    before = _list(state or "(new)" for state in act.from_states) or "(any)"
    after = "(same)" if act.to_state == STAYS else act.to_state
    return " | ".join(
        (
            f"{act.name:<24}",
            f"{role:<13}",
            _list(act.during) or "at any time",
            f"{before} → {after}",
            f"given {', '.join(act.given) or 'nothing'}",
            f"seen by {act.seen_by}",
            f"records {_list(act.records) or 'nothing'}",
            *(["hand not kept"] if role in act.nameless else []),
        )
    )


def _heading(charter: Charter) -> Iterator[str]:
    yield f"# Charter {charter.name}: every right, one line an act and a role."
    yield "# Written by `python -m isegoria.core.charter.rights`; a test compares."
    yield "# act | role | during | from → to | given | seen by | records"
    for role in sorted(set(Role) - {role for act in charter for role in act.by}):
        yield f"# {role} may do nothing in particular"


def _lines(charter: Charter) -> Iterator[str]:
    kind = ""
    for act in charter:
        if act.kind != kind:
            kind = act.kind
            yield ""
        yield from (right(act, role) for role in act.by)


def _list(words: Iterator[str] | Collection[str]) -> str:
    return ", ".join(sorted(words))


if __name__ == "__main__":
    sys.stdout.write(written(CHARTER))
