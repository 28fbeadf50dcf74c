"""One at a time: a lock between processes, held on a file. Standard library only."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt

    FAR_BEYOND_THE_END = 1 << 30  # Windows also keeps others from reading what is locked

    def _take(file: IO[bytes], *, wait: bool) -> None:
        file.seek(FAR_BEYOND_THE_END)
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(file: IO[bytes], *, wait: bool) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))


@contextmanager
def held(path: Path, while_waiting: str) -> Iterator[None]:
    """Hold the lock on an existing file; say `while_waiting` if somebody else has it."""
    with path.open("rb") as file:
        try:
            _take(file, wait=False)
        except OSError:
            print(while_waiting, flush=True)
            _take(file, wait=True)
        yield


@contextmanager
def alone(path: Path) -> Iterator[bool]:
    """Hold the lock on a file, made if need be; False, without waiting, if somebody has it."""
    path.touch(mode=0o600)
    with path.open("rb") as file:
        try:
            _take(file, wait=False)
        except OSError:
            yield False
        else:
            yield True
