"""What `./isegoria run` starts beside itself: `python -m isegoria.cli.child PARENT web|worker`; and a draw that the worker
has computed beside it.

A child leaves as soon as its parent is gone, however the parent ended. The one that serves the
site reads the libraries while the parent prepares the data, then waits to be told to go on.
"""

import importlib
import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Callable

from isegoria.cli.console import wake_django

APPLICATION = "isegoria.config.wsgi:application"
BLOCKING_THREADS = 8  # of which four at most wait for a form to arrive: web/bounds.py
WAIT_FOR_REQUESTS = 5  # seconds, when stopping
LOOK_FOR_TASKS_EVERY = 2.0  # seconds
SIGN_OF_LIFE_EVERY = 5.0  # seconds
LOOK_AT_PARENT_EVERY = 1.0  # seconds
LIBRARIES = (  # slow to read, and none of them needs the settings
    "django.db.models", "django.forms", "django.template", "numpy", "highspy", "openpyxl", "icalendar",
    "PIL.Image", "fido2.server", "markdown_it", "segno", "sqlparse",
)  # fmt: skip


def wait_to_be_told() -> None:
    """Read the libraries meanwhile; leave without a word if the parent gives up."""
    for name in LIBRARIES:
        importlib.import_module(name)
    if not sys.stdin.readline():
        sys.exit(0)


def leave_with(parent: int) -> None:
    """Ask this process to stop once its parent has changed: it is then an orphan."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(LOOK_AT_PARENT_EVERY)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, daemon=True).start()


def web(host: str, port: int) -> None:
    from granian.constants import Interfaces, Loops
    from granian.log import LogLevels
    from granian.server import Server

    Server(
        APPLICATION,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        loop=Loops.asyncio,
        workers=1,
        blocking_threads=BLOCKING_THREADS,
        websockets=False,
        log_level=LogLevels.error,  # it warns of threads that outnumber processors: ours mostly wait
        respawn_failed_workers=True,
        workers_kill_timeout=WAIT_FOR_REQUESTS,
    ).serve()


def worker() -> None:
    wake_django()
    from django.utils.crypto import get_random_string
    from django_tasks_db.management.commands.db_worker import Worker

    logging.getLogger("django_tasks_db").setLevel(logging.ERROR)
    tasks = Worker(
        queue_names=["*"],
        interval=LOOK_FOR_TASKS_EVERY,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
        excluded_queue_names=[],
    )
    tasks.configure_signals()
    keep_on(tasks.run, wait=LOOK_FOR_TASKS_EVERY)


def draw(key: str) -> None:
    """Compute one draw, beside the site. It stops as soon as nobody waits for it any more."""
    wake_django()
    from uuid import UUID

    from django.db import connection

    from isegoria.convention.recruitment.computations import beat
    from isegoria.convention.recruitment.computing import carry_out
    from isegoria.web import clock

    def live() -> None:
        while True:
            time.sleep(SIGN_OF_LIFE_EVERY)
            if not beat(UUID(key), clock.now()):
                os._exit(0)
            connection.close()

    threading.Thread(target=live, daemon=True).start()
    carry_out(UUID(key), clock.now)


def keep_on(work: Callable[[], object], *, wait: float) -> None:
    """Work until told to stop. A database that is away comes back: meanwhile, pages are served."""
    from django.db import InterfaceError, OperationalError, close_old_connections

    while True:
        try:
            work()
        except (OperationalError, InterfaceError) as away:
            logging.getLogger("isegoria").warning("the worker waits for the database: %s", away)
            close_old_connections()
            time.sleep(wait)
        else:
            return


def main(parent: str, *wanted: str) -> None:
    leave_with(int(parent))
    match wanted:
        case ["web", where, number]:
            wait_to_be_told()
            web(where, int(number))
        case ["worker"]:
            worker()
        case ["draw", which]:
            draw(which)


if __name__ == "__main__":
    main(*sys.argv[1:])
