"""A town hall of our own for the journeys: a real server, on data that nobody else has."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 180
ENTRY = re.compile(r"^(?P<who>.+?) : (?P<link>http\S+/(?:compte|carte)/entrer/\S+)$")


@dataclass(frozen=True)
class TownHall:
    """Where the demonstration is served, and the links that let the cast in."""

    url: str
    links: dict[str, str]
    data: Path
    settings: dict[str, str]

    def link_of(self, first_name: str) -> str:
        return next(link for who, link in self.links.items() if who.startswith(first_name))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def own_database() -> tuple[str, str]:
    """On PostgreSQL, the address of a new database and of the server that holds it."""
    server = os.environ.get("ISEGORIA_DATABASE_URL", "")
    if not server:
        return "", ""
    name = f"journeys_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return urlunsplit(urlsplit(server)._replace(path=f"/{name}")), server


def drop(database: str, server: str) -> None:
    if database:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {urlsplit(database).path[1:]} WITH (FORCE)")


def opened(at: str = ""):
    """Serve the demonstration as `./isegoria run` does, until the generator is closed.

    at: another stage than the one that a first start loads.
    """
    database, server = own_database()
    port = free_port()
    clean = {name: value for name, value in os.environ.items() if not name.startswith("ISEGORIA_")}
    with tempfile.TemporaryDirectory(prefix="isegoria-journeys-") as data:
        out = Path(data) / "out.txt"
        settings = {"PYTHONPATH": str(ROOT / "src"), "ISEGORIA_DATA": data, "ISEGORIA_DEMO": "1"}
        settings |= {"ISEGORIA_DATABASE_URL": database} if database else {}
        if at:
            _staged(at, clean | settings)
        with out.open("w") as said:
            process = subprocess.Popen(
                [sys.executable, "-m", "isegoria", "run", f"--port={port}"],
                cwd=ROOT,
                env=clean | settings,
                stdout=said,
                stderr=subprocess.STDOUT,
            )
        try:
            yield TownHall(f"http://localhost:{port}", _links(process, out), Path(data), settings)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=30)
            drop(database, server)


def told(town_hall: TownHall, program: str) -> TownHall:
    """Tell one more story on these data; the ways in that it prints are kept."""
    paths = {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    mode = {"DJANGO_SETTINGS_MODULE": "isegoria.config.settings"}
    done = subprocess.run(
        [sys.executable, "-m", f"tests.journeys.{program}", town_hall.url],
        cwd=ROOT,
        env=os.environ | town_hall.settings | mode | paths,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    town_hall.links.update(json.loads(done.stdout or "{}"))
    return town_hall


def _staged(at: str, environment: dict[str, str]) -> None:
    verb = [sys.executable, "-m", "isegoria", "stage", "poitiers", "--at", at]
    subprocess.run(verb, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)


def _links(process: subprocess.Popen, out: Path) -> dict[str, str]:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        said = out.read_text()
        if "Ctrl-C pour arrêter." in said:
            found = (ENTRY.match(line.strip()) for line in said.splitlines())
            return {match["who"]: match["link"] for match in found if match}
        time.sleep(0.1)
    raise RuntimeError(f"the server did not start:\n{out.read_text()}")
