"""One at a time: a lock between processes, held on a file. Standard library only."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

if os.name == "nt":
    import msvcrt

    FAR_BEYOND_THE_END = 1 << 30  # Windows also keeps others from reading what is locked

    def _take(file: IO[bytes], *, wait: bool) -> None:
        file.seek(FAR_BEYOND_THE_END)
        mode = msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK
        msvcrt.locking(file.fileno(), mode, 1)

else:
    import fcntl

    def _take(file: IO[bytes], *, wait: bool) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))


@contextmanager
def held(path: str | Path, while_waiting: str) -> Iterator[None]:
    """Hold the lock on an existing file; say `while_waiting` if somebody else has it."""
    with Path(path).open("rb") as file:
        try:
            _take(file, wait=False)
        except OSError:
            print(while_waiting, flush=True)
            with suppress(InterruptedError):
                _take(file, wait=True)
        yield
