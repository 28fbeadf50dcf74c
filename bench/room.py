"""A whole room at once: `python -m bench.room [--seconds 300] [--rate 20]`.

Thirty members by their card and six of the team act on one session of the demo, from this process,
on a site served by another. Members read their page, say that they are there, note cards for their
table and ask questions; the team takes the roll, reads the board and the screen. One form in ten is
sent twice at once. At the end, each form that was answered "done" must be kept once, and no other.

Prints p50, p95 and the longest answer of each kind of request. Exit code 1 when p95 is a second or
more, when something is lost or doubled, or when the pace could not be held. Uses
ISEGORIA_DATABASE_URL as it is given, which must be an empty database; else SQLite.
"""

import argparse
import http.client
import json
import os
import queue
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).parents[1]
PORT, SEED, SLUG, STAGE = 8977, 1, "poitiers-numerique-2021", "session-2"
MEMBERS, TEAM, MOST, TWICE = 30, 6, 1.0, 10
A_FORM = 0.5  # the part of what people do that is a form
HELD = 0.95  # the part of the asked pace below which this machine cannot tell


class Form(HTMLParser):
    """What a page's main form holds already, and where it is sent."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self.action, self._in_form = "", False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form" and said.get("method", "").lower() == "post":
            self._in_form = "langue" not in said.get("action", "")
            self.action = said.get("action", "") if self._in_form else self.action
        if not self._in_form:
            return
        offered = said.get("type") in {"radio", "checkbox", "file", "submit"}
        if tag == "input" and said.get("name") and ("checked" in said or not offered):
            self.fields[said["name"]] = said.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._in_form = False


@dataclass(slots=True)
class Person:
    """Somebody with a browser: their cookies."""

    who: str
    number: int
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(
        self, method: str, path: str, fields: dict[str, str] | None = None
    ) -> tuple[int, str, str]:
        """Status, body, and where one is sent."""
        talk = http.client.HTTPConnection("127.0.0.1", PORT, timeout=30)
        headers = {
            "Host": f"localhost:{PORT}",
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "Accept-Language": "fr",
        }
        body = None
        if fields is not None:
            body = urlencode(fields).encode()
            headers |= {
                "Content-Type": "application/x-www-form-urlencoded",
                "Origin": f"http://localhost:{PORT}",
            }
        talk.request(method, path, body, headers)
        answer = talk.getresponse()
        text = answer.read().decode("utf-8", "replace")
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                kept, _, said = value.partition(";")[0].partition("=")
                self.cookies[kept] = said
        talk.close()
        return answer.status, text, answer.getheader("Location") or ""


@dataclass(slots=True)
class Heard:
    """What was answered: durations by kind of request, and the words of each form that was taken."""

    took: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    kept: set[str] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.room", description=__doc__)
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--rate", type=float, default=20.0, help="requests a second")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="isegoria-room-") as data:
        said = subprocess.run(
            [ROOT / "isegoria", "stage", "poitiers", "--at", STAGE, "--seed", str(SEED), "--data", data],
            check=False, capture_output=True, text=True,
        )  # fmt: skip
        if said.returncode:
            print(said.stdout, said.stderr)
            return 1
        links, session, sequence = room(data)
        served = subprocess.Popen(
            [ROOT / "isegoria", "run", "--port", str(PORT), "--data", data],
            stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        try:
            staff = until_ready(served)
            people = arrive(links[:MEMBERS], staff)
            heard, lasted = act(people, session, sequence, options)
            found = what_is_kept(data)
        finally:
            served.terminate()
            served.wait()
    return report(heard, found, lasted=lasted, options=options)


def room(data: str) -> tuple[list[str], str, str]:
    """Ways in by card, and the session and the sequence under way."""
    asked = (
        "from isegoria.convention.people.members import Card; from isegoria.convention.models import Session\n"
        "from isegoria.convention.people import cards\nimport json\n"
        "s = Session.objects.get(state='open'); q = s.sequences.get(state='running')\n"
        "rows = Card.objects.filter(state='issued', member__state='active').order_by('member__number')\n"
        "print(json.dumps([[one.code for one in rows], str(s.pk), str(q.pk)]))\n"
    )
    codes, session, sequence = json.loads(in_django(data, asked))
    return codes, session, sequence


def in_django(data: str, code: str) -> str:
    begun = "import django; django.setup()\n"
    environment = os.environ | {
        "ISEGORIA_DATA": data,
        "ISEGORIA_DEMO": "1",
        "DJANGO_SETTINGS_MODULE": "isegoria.config.settings",
        "PYTHONPATH": str(ROOT / "src"),
    }
    done = subprocess.run(
        [sys.executable, "-c", begun + code],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip().splitlines()[-1]


def until_ready(served: "subprocess.Popen[str]") -> list[tuple[str, str]]:
    """The ways in of the team: facilitator and organisers."""
    links, wanted = [], {"Anatole": "facilitator", "Odile": "organiser", "Oscar": "organiser"}
    for line in served.stdout or ():
        name = line.strip().partition(",")[0]
        if name in wanted:
            links.append((wanted[name], line.rsplit(" : ", 1)[1].strip()))
        if "Ctrl-C" in line:
            return links
    raise SystemExit("the site did not start")


def arrive(codes: list[str], staff: list[tuple[str, str]]) -> list[Person]:
    people = []
    for number, code in enumerate(codes, start=1):
        person = Person("member", number)
        enter(person, f"/carte/entrer/{code}/")
        people.append(person)
    for number in range(TEAM):
        who, link = staff[number % len(staff)]
        person = Person(who, number)
        enter(person, "/" + link.split("/", 3)[3])
        people.append(person)
    return people


def enter(person: Person, path: str) -> None:
    status, text, _where = person.ask("GET", path)
    if status == 200:
        form = Form(text)
        status, text, _where = person.ask("POST", form.action or path, form.fields)
    if status not in {302, 303}:
        raise SystemExit(f"{person.who} {person.number} could not enter: {status}")


def act(
    people: list[Person], session: str, sequence: str, options: argparse.Namespace
) -> tuple[Heard, float]:
    """So many requests a second, each by whoever is free; nobody does two things at once."""
    heard, waiting = Heard(), queue.SimpleQueue[float]()
    chance = random.Random(SEED)
    total = int(options.rate * options.seconds)
    free = queue.SimpleQueue[Person]()
    for person in chance.sample(people, len(people)):
        free.put(person)
    began = time.monotonic()

    def work(seed: int) -> None:
        mine = random.Random(seed)
        while waiting.get() >= 0:
            person = free.get()
            one_thing(person, session, sequence, mine, heard)
            free.put(person)

    workers = [threading.Thread(target=work, args=(n,), daemon=True) for n in range(len(people))]
    for one in workers:
        one.start()
    # an action is a page asked for, then the form that is sent: two requests
    for number in range(total // 2):
        due = began + number * 2 / options.rate
        time.sleep(max(0.0, due - time.monotonic()))
        waiting.put(due)
    for _ in workers:
        waiting.put(-1)
    for one in workers:
        one.join()
    return heard, time.monotonic() - began


def one_thing(
    person: Person, session: str, sequence: str, chance: random.Random, heard: Heard
) -> None:
    """Read a page, then send its form; or read two pages."""
    here = f"/animation/{SLUG}/seances/{session}"
    space = f"/membre/{SLUG}"
    card = f"/animation/{SLUG}/sequences/{sequence}/noter/carte/"
    team = [f"{here}/presences/", f"{here}/dit/", f"{here}/ecran/"]
    reads = [f"{space}/", f"{space}/questions/"] if person.who == "member" else team
    writes = {"member": [card, f"{space}/question/"], "facilitator": [card]}.get(person.who, [])
    if writes and chance.random() < A_FORM:
        write(person, chance.choice(writes), chance, heard)
        return
    for _ in range(2):
        timed(person, "GET", chance.choice(reads), None, heard, "read a page")


def write(person: Person, path: str, chance: random.Random, heard: Heard) -> None:
    status, text = timed(person, "GET", path, None, heard, "open a form")
    if status != 200:
        return
    form = Form(text)
    words = f"Parole d’essai {person.who} {person.number} {chance.getrandbits(60):x}"
    fields = form.fields | {"text": words, "table": "3", "group": "", "round": "1"}
    twice = chance.randrange(TWICE) == 0
    answers: list[int] = []

    def send() -> None:
        answers.append(timed(person, "POST", path, fields, heard, "send a form")[0])

    both = [threading.Thread(target=send) for _ in range(2 if twice else 1)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    with heard.lock:
        if any(one in {200, 201, 302, 303} for one in answers):
            heard.kept.add(words)
        else:
            heard.wrong.append(f"{path} {answers}")


def timed(
    person: Person, method: str, path: str, fields: dict[str, str] | None, heard: Heard, what: str
) -> tuple[int, str]:
    began = time.monotonic()
    try:
        status, text, _ = person.ask(method, path, fields)
    except OSError as cut:
        status, text = 0, str(cut)
    with heard.lock:
        heard.took[what].append(time.monotonic() - began)
        if status not in {200, 201, 302, 303, 304}:
            heard.wrong.append(f"{method} {path}: {status}")
    return status, text


def what_is_kept(data: str) -> list[str]:
    asked = (
        "from isegoria.convention.models import Capture\n"
        "from isegoria.convention.sessions.questions import Question\nimport json\n"
        "said = [one.text for kind in (Capture, Question) for one in kind.objects.filter(text__startswith='Parole d’essai')]\n"
        "print(json.dumps(said))\n"
    )
    return list(json.loads(in_django(data, asked)))


def report(heard: Heard, found: list[str], *, lasted: float, options: argparse.Namespace) -> int:
    every = sorted(one for kind in heard.took.values() for one in kind)
    for what, took in sorted(heard.took.items()):
        print(
            f"{what:14} {len(took):6}  p50 {at(took, 0.5):.3f} s  p95 {at(took, 0.95):.3f} s  longest {max(took):.3f} s"
        )
    pace = len(every) / lasted
    print(
        f"{'all':14} {len(every):6}  p95 {at(every, 0.95):.3f} s  {pace:.1f} requests a second for {lasted:.0f} s"
    )
    lost, doubled = heard.kept - set(found), len(found) - len(set(found))
    more = set(found) - heard.kept
    print(
        f"forms kept {len(found)}, lost {len(lost)}, doubled {doubled}, kept without having been said so {len(more)}, refused {len(heard.wrong)}"
    )
    for one in sorted(set(heard.wrong))[:10]:
        print("  ", one)
    held = pace >= HELD * options.rate
    well = at(every, 0.95) < MOST and held and not (lost or doubled or more or heard.wrong)
    print("as asked" if well else "NOT as asked")
    return 0 if well else 1


def at(took: list[float], part: float) -> float:
    return sorted(took)[min(len(took) - 1, int(part * len(took)))]


if __name__ == "__main__":
    sys.exit(main())
