"""A real server, twenty requests at once, and a death in the middle of writing."""

import http.client
import os
import re
import signal
import subprocess
import sys
import threading
import time
import uuid
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest

from isegoria.cli import address
from isegoria.core.journal import merkle
from tests.convention.test_parallel import a_database_of_its_own

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 90
MANY = 20
SLUG = "poitiers-numerique-2021"
pytestmark = [
    pytest.mark.database,
    pytest.mark.skipif(os.name == "nt", reason="signals are sent another way there"),
]


class Server:
    """The demonstration, served as a person does it; one organiser signed in."""

    def __init__(self, port, environment):
        self.port, self.environment, self.cookies = port, environment, {}
        self.keeps = True

    def start(self):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "isegoria", "run", f"--port={self.port}"],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )
        said = ""
        while "Ctrl-C" not in said:
            line = self.process.stdout.readline()
            assert line, said
            said += line
        self.entry = re.search(r"Odile.* : (\S+)", said)[1]

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
        self.process.communicate(timeout=PATIENCE)

    def ask(self, method, path, fields=None):
        """Status, headers and text; the cookies are kept."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        headers = {"Cookie": "; ".join(f"{name}={said}" for name, said in self.cookies.items())}
        if fields is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            connection.request(method, path, urlencode(fields) if fields else None, headers)
            answer = connection.getresponse()
            for said in answer.headers.get_all("Set-Cookie", []) if self.keeps else []:
                name, _, value = said.partition(";")[0].partition("=")
                self.cookies[name] = value
            return answer.status, answer.headers, answer.read().decode()
        finally:
            connection.close()

    def form(self, path):
        """The fields of the page's form as they stand."""
        page = self.ask("GET", path)[2]
        found = re.findall(r"<input[^>]*>", page)
        pairs = [
            (re.search(r'name="([^"]+)"', one), re.search(r'value="([^"]*)"', one)) for one in found
        ]
        return {name[1]: unescape(value[1] if value else "") for name, value in pairs if name}

    def sign_in(self):
        path = urlsplit(self.entry).path
        self.ask("POST", path, self.form(path))
        assert self.ask("GET", f"/bureau/{SLUG}/documents/")[0] == 200

    def together(self, calls):
        """At the same instant: none of them has read another's answer."""
        self.keeps = False
        try:
            with ThreadPoolExecutor(MANY) as pool:
                return list(pool.map(lambda call: call(), calls))
        finally:
            self.keeps = True

    def draft(self, title, once):
        address = f"/bureau/{SLUG}/documents/nouveau/"
        token = {"csrfmiddlewaretoken": self.cookies["csrftoken"], "once": str(once)}
        fields = {**token, "title": title, "kind": "document", "language": "fr"}
        return self.ask("POST", address, fields)


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    data = tmp_path_factory.mktemp("at-once")
    clean = {name: value for name, value in os.environ.items() if not name.startswith("ISEGORIA_")}
    with a_database_of_its_own() as url:
        settled = {"ISEGORIA_DATA": str(data), "ISEGORIA_DATABASE_URL": url, "ISEGORIA_DEMO": "1"}
        made = Server(free_port(), {**clean, **settled, "PYTHONPATH": str(ROOT / "src")})
        made.start()
        yield made
        made.stop()


def free_port():
    import _socket  # the tests' own sockets are closed to other machines, not to this one

    probe = _socket.socket()
    try:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
    finally:
        probe.close()


@pytest.fixture
def desk(server, socket_enabled):
    if server.process.poll() is not None:
        server.start()
    server.sign_in()
    return server


def test_twenty_times_the_same_form_make_one_document(desk):
    once, title = uuid.uuid4(), f"Double {uuid.uuid4().hex}"

    answers = desk.together([lambda: desk.draft(title, once)] * MANY)

    assert Counter(status for status, _, _ in answers) == {302: MANY}
    assert desk.ask("GET", f"/bureau/{SLUG}/documents/?q={title[7:]}")[2].count(f">{title}<") == 1


def test_of_twenty_edits_of_one_text_one_is_kept_and_nineteen_see_both(desk):
    where = desk.draft(f"Édité {uuid.uuid4().hex}", uuid.uuid4())[1]["Location"]
    read = desk.form(where)

    def edit(number):
        return desk.ask(
            "POST", where, {**read, "once": str(uuid.uuid4()), "title": f"Texte {number} ici"}
        )

    answers = desk.together([lambda number=number: edit(number) for number in range(MANY)])

    assert Counter(status for status, _, _ in answers) == {302: 1, 409: MANY - 1}
    kept = desk.form(where)["title"]
    for status, _, page in answers:
        assert status == 302 or kept in page


def test_a_link_that_serves_once_lets_one_of_two_in(desk):
    """Of requests at the same instant, one is answered by a page of one's own."""
    made = subprocess.run(
        [sys.executable, "-c", ONE_LINK],
        env=desk.environment | {"DJANGO_SETTINGS_MODULE": "isegoria.config.settings"},
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE,
    ).stdout.strip()
    desk.cookies = {}
    fields = desk.form(made)

    answers = desk.together([lambda: desk.ask("POST", made, fields)] * MANY)

    assert Counter(status for status, _, _ in answers) == {302: 1, 410: MANY - 1}


ONE_LINK = """
import django
django.setup()
from isegoria.convention.models import Account
from isegoria.web.entry import entry_link
print(entry_link(Account.objects.filter(appointments__role="organiser").first(), ""))
"""


def test_after_a_death_in_the_middle_of_writing_the_book_is_whole(desk):
    acknowledged = []
    over = threading.Event()

    def write():
        while not over.is_set():
            title = f"Écrit {uuid.uuid4().hex}"
            try:
                if desk.draft(title, uuid.uuid4())[0] == 302:
                    acknowledged.append(title)
            except (OSError, http.client.HTTPException):
                return

    writers = [threading.Thread(target=write) for _ in range(6)]
    for writer in writers:
        writer.start()
    time.sleep(2)
    for one in [*children_of(desk.process.pid), desk.process.pid]:
        os.kill(one, signal.SIGKILL)
    over.set()
    for writer in writers:
        writer.join()
    desk.process.communicate()
    while address.answers("127.0.0.1", desk.port):
        time.sleep(0.2)

    desk.start()
    desk.sign_in()

    assert acknowledged
    lines = desk.ask("GET", f"/conventions/{SLUG}/journal.jsonl")[2].encode().splitlines()
    page = desk.ask("GET", f"/conventions/{SLUG}/journal/")[2]
    nodes = ()
    for position, leaf in enumerate(lines):
        nodes = merkle.grown(nodes, position, merkle.leaf_hash(leaf))
    assert merkle.root(nodes).hex() in page
    for title in acknowledged[-50:]:
        assert f">{title}<" in desk.ask("GET", f"/bureau/{SLUG}/documents/?q={title[6:]}")[2]


def children_of(parent):
    """The server's own children, which have groups of their own."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True)
    pairs = [tuple(map(int, line.split())) for line in listed.stdout.splitlines()]
    found = [child for child, above in pairs if above == parent]
    return [*found, *(deeper for one in found for deeper in children_of(one))]
