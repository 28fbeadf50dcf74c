"""`./isegoria run`: prepare what must be, serve, and stop cleanly."""

import argparse
import http
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from isegoria.cli import address, demonstration, leftovers, preparation
from isegoria.cli.console import say, stop, wake_django, warn
from isegoria.cli.household import Household
from isegoria.cli.lockfile import alone
from isegoria.cli.options import Options

PATIENCE = 60  # seconds that the first page may take


def main(arguments: list[str]) -> int:
    options = parse(arguments)
    os.umask(0o077)  # what is written here is for this account only
    numeric = address.require_free(options.host, options.port)
    data = choose_data(options.data)
    answer_as(options.host, options.port)
    with the_only_one(data):
        demonstration.choose(data, declined=options.no_demo)
        return serve(data, numeric, options.port)


def parse(arguments: list[str]) -> argparse.Namespace:
    parser = Options("run", "Prépare ce qui manque, puis sert Isegoria. Ctrl-C pour arrêter.")
    parser.add_argument(
        "--port", type=address.port, default=8000, metavar="N", help="port d’écoute (8000)"
    )
    parser.add_argument(
        "--host", default="127.0.0.1", metavar="ADRESSE", help="adresse d’écoute (127.0.0.1)"
    )
    parser.data()
    parser.add_argument("--no-demo", action="store_true", help="sans la démonstration")
    return parser.parse_args(arguments)


def choose_data(given: str | None) -> Path:
    """The data directory, which --data names before ISEGORIA_DATA does."""
    if given is not None:
        os.environ["ISEGORIA_DATA"] = str(Path(given).expanduser().absolute())
    from isegoria.config import env

    return env.data_dir()


@contextmanager
def the_only_one(data: Path) -> Iterator[None]:
    """Keep others from starting on these data, or replacing them, meanwhile."""
    with alone(data / ".in-use") as granted:
        if not granted:
            stop(
                f"Isegoria tourne déjà sur ces données ({data}).\n"
                "Arrêtez-la, ou choisissez un autre dossier avec --data."
            )
        yield


def answer_as(host: str, port: int) -> None:
    """What --host and --port imply, unless the operator said otherwise."""
    from isegoria.config import env

    os.environ.setdefault("ISEGORIA_PUBLIC_URL", address.url(host, port))
    if not os.environ.get("ISEGORIA_HOSTS", "").strip():
        os.environ["ISEGORIA_HOSTS"] = address.may_answer_as(host, env.DEFAULTS["ISEGORIA_HOSTS"])


def prepare(data: Path) -> None:
    from django.conf import settings

    preparation.everything()
    leftovers.put_in_order()
    if settings.DEMO:
        demonstration.begin(data)


def serve(data: Path, host: str, port: int) -> int:
    household = Household()
    try:
        household.start("web", host, str(port))
        wake_django()
        prepare(data)
        household.heed_signals()
        household.go_on("web")
        if wait_for_first_page(household, host, port):
            household.start("worker")
            welcome(address.url(host, port))
        while household.is_wanted():
            pass
        fallen = household.fallen()
    finally:
        household.stop_all()
    if fallen:
        stop(f"Le processus « {fallen} » s’est arrêté de lui-même ; Isegoria s’arrête aussi.")
    say("Isegoria est arrêtée.")
    return 0


def wait_for_first_page(household: Household, host: str, port: int) -> bool:
    end = time.monotonic() + PATIENCE
    while household.is_wanted():
        if status := address.answers(host, port):
            if status >= http.HTTPStatus.INTERNAL_SERVER_ERROR:
                warn(f"Attention : la page d’accueil répond par une erreur ({status}).")
            return True
        if time.monotonic() > end:
            stop(f"Isegoria ne répond pas après {PATIENCE} secondes. Lancez : ./isegoria doctor")
    return False


def welcome(url: str) -> None:
    from django.conf import settings

    say(f"Isegoria est prête : {url}/")
    if settings.DEMO:
        from isegoria.web.account.entry import demo_links

        say("Pour entrer dans la démonstration :")
        for who, link in demo_links(url):
            say(f"  {who} : {link}")
        invited(url)
    say("Ctrl-C pour arrêter.")


def invited(url: str) -> None:
    """The letter of the demonstration, as somebody would have received it."""
    from django.urls import reverse

    from isegoria.stages.letters import invitation

    if letter := invitation():
        slug, code = letter
        door = reverse("joining:door", args=[slug])
        say(f"  Une lettre d’invitation (ville d’exemple), code {code} : {url}{door}")
