"""The processes of a running Isegoria: started together, stopped together."""

import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from types import FrameType

from isegoria.cli.console import say

STOPPING = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")  # those that this system knows
PATIENCE = 12  # seconds that a child has to stop by itself
GLANCE = 0.25  # seconds between two looks at the children


class Household:
    """Children by name, each in its own group so that Ctrl-C reaches only the parent."""

    def __init__(self) -> None:
        self._children: dict[str, subprocess.Popen[bytes]] = {}
        self._asked_to_stop = threading.Event()

    def heed_signals(self) -> None:
        """From here on, being asked to stop waits for the children."""
        for name in STOPPING:
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), self._stop)

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self._asked_to_stop.set()

    def start(self, name: str, *arguments: str) -> None:
        command = [sys.executable, "-m", "isegoria.cli.child", str(os.getpid()), name, *arguments]
        self._children[name] = subprocess.Popen(
            command, stdin=subprocess.PIPE, start_new_session=True
        )

    def go_on(self, name: str) -> None:
        """Tell a child that waits for it that all is prepared."""
        if waiting := self._children[name].stdin:
            with suppress(BrokenPipeError):  # it fell: the next look at the children says so
                waiting.write(b"\n")
                waiting.close()

    def is_wanted(self) -> bool:
        """Whether to go on: nobody asked to stop, and every child lives."""
        return not self._asked_to_stop.wait(GLANCE) and not self.fallen()

    def fallen(self) -> str:
        """The name of a child that ended by itself, if any."""
        if self._asked_to_stop.is_set():
            return ""
        return next(
            (name for name, child in self._children.items() if child.poll() is not None), ""
        )

    def stop_all(self) -> None:
        for child in self._children.values():
            if child.poll() is None:
                child.terminate()
        for name, child in self._children.items():
            try:
                child.wait(timeout=PATIENCE)
            except subprocess.TimeoutExpired:
                say(f"Le processus « {name} » ne s’arrête pas ; il est interrompu.")
                child.kill()
                child.wait()
