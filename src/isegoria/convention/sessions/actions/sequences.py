from collections.abc import Mapping

from isegoria.convention.chartered import By
from isegoria.convention.governance.conduct import Records, performs, under_lock
from isegoria.convention.sessions.sequences import Sequence


@performs("sequence.add")
def add(sequence: Sequence, by: By) -> Records:
    """Put a sequence at the end of the run-sheet."""
    sequence.position = sequence.session.sequences.count() + 1
    return {"position": sequence.position, "minutes": sequence.minutes}


@performs("sequence.edit")
def edit(sequence: Sequence, by: By, *, changes: Mapping[str, object]) -> Records:
    changed = sorted(name for name, value in changes.items() if getattr(sequence, name) != value)
    for name in changed:
        setattr(sequence, name, changes[name])
    return {"fields": changed}


@performs("sequence.move")
def _move(sequence: Sequence, by: By, *, position: int) -> Records:
    sequence.position = position
    return {"position": position}


def move(sequence: Sequence, by: By, *, before: Sequence | None) -> Sequence:
    """Put it just before another one, or last. The others keep their order."""
    with under_lock(sequence):
        everything = [one for one in sequence.session.sequences.all() if one.pk != sequence.pk]
        at = len(everything) if before is None else _place(everything, before)
        _move(sequence, by, position=at + 1)
        for position, one in enumerate([*everything[:at], sequence, *everything[at:]], start=1):
            one.position = position
        sequences = [one for one in everything if one.pk != sequence.pk]
        Sequence.objects.bulk_update(sequences, ["position"], batch_size=500)
    return sequence


@performs("sequence.drop")
def drop(sequence: Sequence, by: By) -> Records:
    return None


@performs("sequence.restore")
def restore(sequence: Sequence, by: By) -> Records:
    return None


@performs("sequence.start")
def start(sequence: Sequence, by: By) -> Records:
    sequence.started_at = by.at
    return None


@performs("sequence.end")
def end(sequence: Sequence, by: By) -> Records:
    sequence.ended_at = by.at
    lasted = by.at - sequence.started_at if sequence.started_at else None
    return {"minutes": round(lasted.total_seconds() / 60) if lasted else 0}


@performs("sequence.note")
def note(sequence: Sequence, by: By, *, notes: str) -> Records:
    sequence.notes = notes
    return None


def _place(everything: list[Sequence], before: Sequence) -> int:
    return next((at for at, one in enumerate(everything) if one.pk == before.pk), len(everything))
