"""What pages cost in processor time: `python -m bench.web`.

The unit H is the CPU time of a "hello" view behind the full middleware, in the same process and
the same run, so that the ratios hold on any machine, busy or not. Each round asks for every page
once; medians are compared. Uses ISEGORIA_DATABASE_URL only to make a database of its own beside
it; without it, SQLite in a temporary folder. Exit code 1 when a bar is missed.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from urllib.parse import urlencode

STAGE, SEED = "council", 1
Ask = Callable[[int], "Answer"]


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    location: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """What one page may cost: so many H, so many questions to the database."""

    what: str
    ask: Ask
    status: int
    units: float | None = None
    queries: int | None = None


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.web", description=__doc__)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--profile", metavar="PAGE", help="profile the page whose name has this")
    options = parser.parse_args()
    with site() as slug:
        bars = bars_of(slug)
        if options.profile:
            profiled([bar for bar in bars if options.profile in bar.what], options.rounds)
            return 0
        return report(bars, options.rounds)


@contextmanager
def site() -> Iterator[str]:
    """The demonstration of Poitiers in a database of its own; gives the convention's address."""
    with tempfile.TemporaryDirectory(prefix="isegoria-bench-") as data:
        os.environ |= {
            "ISEGORIA_DATA": data,
            "ISEGORIA_DEMO": "1",
            "ISEGORIA_STAFF_MFA": "optional",
            "ISEGORIA_HOSTS": "localhost",
            "DJANGO_SETTINGS_MODULE": "isegoria.config.settings",
        }
        import django
        from django.conf import settings

        django.setup()
        settings.ROOT_URLCONF = "bench.web_urls"
        from django.core.management import call_command
        from django.db import connection

        with database(connection):
            call_command("collectstatic", verbosity=0, interactive=False)
            yield loaded()


@contextmanager
def database(connection: Any) -> Iterator[None]:
    from django.core.management import call_command

    if connection.vendor == "sqlite":
        call_command("migrate", verbosity=0)
        yield
        return
    before = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(before, verbosity=0)


def loaded() -> str:
    from django.utils import timezone

    from isegoria import stages
    from isegoria.web import clock

    made = stages.load("poitiers", at=STAGE, seed=SEED, now=timezone.now())
    clock.offset.cache_clear()
    return made.slug


def bars_of(slug: str) -> list[Bar]:
    from django.urls import reverse

    home, convention = reverse("public:home"), reverse("public:convention", args=[slug])
    document = reverse("public:document", args=[slug, a_document(slug)])
    desk, cookies = reverse("desk:calendar_add", args=[slug]), signed_in(slug)
    post = asking("POST", cookies)
    return [
        Bar(what="hello", ask=lambda n: get(f"/bonjour/?n={n}"), status=200),
        Bar(what="public page, kept", ask=lambda _: get(home), status=200, units=1),
        Bar(
            what="convention, not kept",
            ask=lambda n: get(f"{convention}?n={n}"),
            status=200,
            units=30,
            queries=15,
        ),
        Bar(
            what="document, not kept",
            ask=lambda n: get(f"{document}?n={n}"),
            status=200,
            units=10,
            queries=8,
        ),
        Bar(
            what="act with its entry",
            ask=lambda n: post(desk, milestone(n)),
            status=302,
            units=12,
        ),
    ]


def a_document(slug: str) -> str:
    from isegoria.convention.models import Version

    shown = Version.objects.filter(state="published", file="").exclude(document__kind="page")
    here = shown.filter(document__convention__slug=slug).order_by("document__slug")
    return str(here.values_list("document__slug", flat=True)[0])


def signed_in(slug: str) -> dict[str, str]:
    """The cookies of an organiser."""
    from django.test import Client

    from isegoria.convention.models import Appointment

    held = Appointment.objects.filter(role="organiser", state="held", convention__slug=slug)
    client = Client()
    client.force_login(held.select_related("account")[0].account)
    return {name: one.value for name, one in client.cookies.items()}


def milestone(n: int) -> dict[str, str]:
    return {
        "label": f"Réunion {n}",
        "lane": "convention",
        "first_day": f"{1 + n % 28:02}/01/2022",
        "precision": "day",
        "once": str(uuid.uuid4()),
    }


HANDLER: list[Any] = []


def get(path: str) -> Answer:
    return asking("GET", {})(path, {})


def asking(method: str, cookies: dict[str, str]) -> Callable[[str, dict[str, str]], Answer]:
    """Requests as the server hands them over, without a test client's own cost."""
    secret = "b" * 32
    jar = {**cookies, "csrftoken": secret} if method == "POST" else cookies

    def ask(address: str, form: dict[str, str]) -> Answer:
        path, _, query = address.partition("?")
        body = urlencode({**form, "csrfmiddlewaretoken": secret}).encode() if form else b""
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "8000",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": "localhost:8000",
            "HTTP_ACCEPT_LANGUAGE": "fr",
            "HTTP_ACCEPT_ENCODING": "gzip",
            "HTTP_COOKIE": "; ".join(f"{name}={value}" for name, value in jar.items()),
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.url_scheme": "http",
            "wsgi.input": BytesIO(body),
            "wsgi.errors": sys.stderr,
            "wsgi.multithread": True,
            "wsgi.multiprocess": False,
        }
        return sent(environ)

    return ask


def sent(environ: dict[str, Any]) -> Answer:
    from django.core.handlers.wsgi import WSGIHandler

    if not HANDLER:
        HANDLER.append(WSGIHandler())
    told: list[Any] = []
    response = HANDLER[0](environ, lambda status, headers: told.extend((status, headers)))
    b"".join(response)
    response.close()
    return Answer(int(told[0][:3]), dict(told[1]).get("Location", ""))


def report(bars: list[Bar], rounds: int) -> int:
    for warm_up in range(5):
        for bar in bars:
            answer = bar.ask(-warm_up)
            assert answer.status == bar.status, f"{bar.what}: {answer}"
    asked = {bar.what: queries_of(bar) for bar in bars}
    spent: dict[str, list[float]] = {bar.what: [] for bar in bars}
    for number in range(1, rounds + 1):
        for bar in bars:
            began = time.process_time_ns()
            bar.ask(number)
            spent[bar.what].append((time.process_time_ns() - began) / 1e6)
    middle = {what: statistics.median(times) for what, times in spent.items()}
    return told(bars, middle, asked)


def told(bars: list[Bar], middle: dict[str, float], asked: dict[str, int]) -> int:
    unit, missed = middle["hello"], 0
    print(f"{'page':<24}{'H':>8}{'bar':>6}{'SQL':>6}{'bar':>6}{'ms':>9}")
    for bar in bars:
        units, queries = middle[bar.what] / unit, asked[bar.what]
        over = (bar.units is not None and units > bar.units) or (
            bar.queries is not None and queries > bar.queries
        )
        missed += over
        print(
            f"{bar.what:<24}{units:>8.2f}{bar.units or '':>6}{queries:>6}{bar.queries or '':>6}"
            f"{middle[bar.what]:>9.3f}{'  MISSED' if over else ''}"
        )
    return 1 if missed else 0


def queries_of(bar: Bar) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        bar.ask(100_000)
    return len([one for one in captured if not one["sql"].startswith(TRANSACTION)])


TRANSACTION = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")


def profiled(bars: list[Bar], rounds: int) -> None:
    import cProfile
    import pstats

    for bar in bars:
        for warm_up in range(3):
            bar.ask(-warm_up)
        profile = cProfile.Profile()
        profile.enable()
        for number in range(rounds):
            bar.ask(number)
        profile.disable()
        print(bar.what)
        pstats.Stats(profile).sort_stats("cumulative").print_stats(70)


if __name__ == "__main__":
    sys.exit(main())
