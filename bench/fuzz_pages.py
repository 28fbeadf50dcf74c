"""Strange words for every page: `python -m bench.fuzz_pages`.

Asks every address of the site as each reader, with nasty values in its path, its parameters, its
cookies and its headers; then fills every form it met, one nasty value at a time; then reads
everything once more, for what a form let in. No answer may be a server error. Uses a database of
its own, as `bench.web` does. Exit code 1 when there was one server error or too few requests.
"""

import argparse
import logging
import os
import random
import re
import sys
import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import quote, quote_from_bytes, urlsplit

from bench.web import site

LEAST = 5000
NASTY = (
    *("", " ", "\0", "a\0b", "'", "\"><script>alert(1)</script>", "%s%n", "{{ 7|add:7 }}", "{0.x}"),
    *("../../../../etc/passwd", "-1", "0", "1", "9" * 40, "1" * 5000, "1e999", "NaN", "²", "١٢٣"),
    *("9999-12-31", "0001-01-01", "2027-03-28", "2027-02-30", "02:30", "24:00", "23:59:60"),
    *("000019999999", "9999", "0001", "None", "[]", "{}", str(uuid.UUID(int=0)), "once", "on"),
    *("\r\nX-Injected: 1", "\N{RIGHT-TO-LEFT OVERRIDE}fdp.exe", "İıſß", "👩‍👩‍👧‍👦", "́" * 300),
    *("=HYPERLINK(1)", "javascript:alert(1)", "//evil.example/", "/\\evil.example", "mandate.adopt"),
    *("calendar:zzz", "journal", "a" * 12_000, "\x1b[31m", "\ufeff", "\ufffe", "#1f5f4a", "https://["),
)  # fmt: skip
BYTES = (b"\xff\xfe", b"\xed\xa0\x80", b"\xc0\xaf", b"%", b"\xf4\x90\x80\x80")
PARAMETERS = (
    *("q", "page", "nature", "langue", "annee", "tri", "acte", "du", "au", "objet", "avant"),
    *("apres", "before", "vers", "next", "recu", "etat", "act", "kind", "since", "until", "step"),
)
COOKIES = ("langue", "sessionid", "csrftoken", "messages", "recepisse")
HEADERS = (
    *("Accept-Language", "If-None-Match", "If-Modified-Since", "Range", "Accept-Encoding", "Host"),
    *("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Referer", "Origin", "Cookie"),
)
READERS = ("", "organiser", "guarantor", "administrator")
LEAVES = {"account_logout", "compte:end_sessions"}
CANNOT = re.compile("[\r\n\0]")  # a server does not hand these over in a header


@dataclass
class Form:
    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)


class Forms(HTMLParser):
    """The forms of a page, filled as a browser would send them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Form] = []
        self.select = self.area = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.found.append(Form(given.get("action", ""), given.get("method", "get").lower()))
        if self.found:
            self.fill(tag, given)

    def fill(self, tag: str, given: dict[str, str]) -> None:
        kept, name = self.found[-1].fields, given.get("name", "")
        match tag, given.get("type", "text"):
            case "input", "radio" | "checkbox" if name:
                if "checked" in given or name not in kept:
                    kept[name] = given.get("value", "on")
            case ("input", _) | ("button", _) if name:
                kept.setdefault(name, given.get("value", ""))
            case "textarea", _:
                self.area = name
                kept[name] = ""
            case "select", _:
                self.select = name
                kept.setdefault(name, "")
            case "option", _ if self.select:
                if "selected" in given or not kept[self.select]:
                    kept[self.select] = given.get("value", "")

    def handle_data(self, data: str) -> None:
        if self.area:
            self.found[-1].fields[self.area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.area = ""
        if tag == "select":
            self.select = ""


class Fuzz:
    def __init__(self, slug: str, seed: int) -> None:
        from isegoria.convention.models import Convention

        self.dice = random.Random(seed)
        self.convention = Convention.objects.get(slug=slug)
        self.seen: Counter[int] = Counter()
        self.wrong: dict[str, str] = {}
        self.clients = {role: self.client(role) for role in READERS}

    def client(self, role: str) -> Any:
        from django.test import Client

        from isegoria.convention.people.queries import cast_at, roles_of
        from isegoria.web import clock

        client = Client(raise_request_exception=False, SERVER_NAME="localhost")
        if role:
            moment = clock.now()
            key = self.convention.pk
            mine = (one for one in cast_at(moment) if role in roles_of(one, key, at=moment))
            client.force_login(next(mine))
        return client

    def ask(self, role: str, url: str, **more: Any) -> Any:
        return self.judged(role, "GET", url, self.clients[role].get(url, **more), more)

    def send(self, role: str, url: str, fields: dict[str, str], name: str) -> Any:
        from django.core.cache import cache

        cache.clear()  # the limits are not what is tried here
        answer = self.clients[role].post(url, fields)
        return self.judged(role, "POST", url, answer, {name: fields.get(name)})

    def judged(self, role: str, method: str, url: str, answer: Any, more: object) -> Any:
        self.seen[answer.status_code] += 1
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        if answer.status_code >= 500:
            cause = getattr(answer, "exc_info", None)
            why = f"{cause[0].__name__}: {str(cause[1])[:160]}" if cause else "?"
            self.wrong.setdefault(
                f"{urlsplit(url).path.split('/')[1:4]} {why}"[:200],
                f"{method} {url[:200]} as {role or 'anybody'} with {str(more)[:200]}",
            )
        if b"<script>alert(1)" in body and b"html" in answer.get("Content-Type", "").encode():
            self.wrong.setdefault(f"script in {url[:80]}", f"{method} {url[:200]} {more}")
        if answer.headers.get("X-Injected"):
            self.wrong.setdefault(f"header in {url[:80]}", f"{method} {url[:200]} {more}")
        if (where := answer.get("Location", "")) and urlsplit(where).netloc not in {
            "",
            "localhost",
        }:
            self.wrong.setdefault(f"leads to {where[:80]}", f"{method} {url[:200]} {more}")
        return body

    # -- What is asked ------------------------------------------------------------------------

    def addresses(self) -> Iterator[tuple[str, str, list[str]]]:
        """Name, address, and the address with something nasty in its place."""
        from django.urls import NoReverseMatch
        from tests.house.addresses import addresses

        document = str(self.convention.documents.values_list("slug", flat=True)[0])
        for one in addresses():
            try:
                given = {name: self.value(one, name, document) for name in one.arguments}
                url = one.url_of(given) if hasattr(one, "url_of") else _reverse(one.name, given)
            except NoReverseMatch:
                continue
            strange = [
                url.replace(str(value), quote(bad, safe=""))
                for value in given.values()
                for bad in self.dice.sample(NASTY, 4)
            ]
            yield one.name, url, strange

    def value(self, one: Any, name: str, document: str) -> Any:
        if name == "slug":
            return self.convention.slug
        if name == "doc":
            return document
        try:
            return one.value(name, self)
        except (AssertionError, KeyError, StopIteration):
            return uuid.UUID(int=7)

    def everything(self) -> None:
        for name, url, strange in list(self.addresses()):
            for role in READERS:
                names = {*PARAMETERS, *self.plain(role, url)}
                for parameter in self.dice.sample(sorted(names), 4):
                    for said in self.dice.sample(NASTY, 2):
                        self.ask(role, f"{url}?{quote(parameter)}={quote(said, safe='')}")
                self.ask(role, f"{url}?{self.dice.choice(PARAMETERS)}={self.raw()}")
            for bad in [*strange, url + self.raw()]:
                self.ask(self.dice.choice(READERS), bad)
            self.dressed(url)
            if name.endswith(("search", "documents", "journal", "deeds", "mailbox", "home")):
                self.at_length(url)

    def plain(self, role: str, url: str) -> set[str]:
        """The parameters of the page's own forms that ask."""
        forms = _forms(self.ask(role, url))
        return {name for form in forms if form.method == "get" for name in form.fields}

    def at_length(self, url: str) -> None:
        for parameter in PARAMETERS:
            for said in NASTY:
                role = self.dice.choice(READERS)
                self.ask(role, f"{url}?{parameter}={quote(said, safe='')}")

    def raw(self) -> str:
        return quote_from_bytes(self.dice.choice(BYTES))

    def dressed(self, url: str) -> None:
        for header in self.dice.sample(HEADERS, 3):
            said = CANNOT.sub("", self.dice.choice(NASTY)).encode("utf-8").decode("latin-1")
            self.ask("", url, headers={header: said})
        cookie, said = self.dice.choice(COOKIES), self.dice.choice(NASTY)
        self.ask("", url, headers={"Cookie": f"{cookie}={quote(said)}"})

    def fill_forms(self) -> None:
        found = sorted(self.addresses(), key=lambda one: ("role" in one[0], one[0]))
        for name, url, _ in found:
            if name in LEAVES:
                continue
            for role in READERS:
                for form in _forms(self.ask(role, url)):
                    where = urlsplit(form.action).path or url
                    if form.method == "post" and not where.endswith(
                        ("deconnexion/", "tout-fermer/")
                    ):
                        self.fill(role, where, form)

    def fill(self, role: str, url: str, form: Form) -> None:
        for name in form.fields:
            for said in self.dice.sample(NASTY, 8):
                fields = {**form.fields, **self.fresh(form), name: said}
                self.send(role, url, fields, name)
        for _ in range(3):
            fields = {name: self.dice.choice(NASTY) for name in form.fields}
            self.send(role, url, fields | self.fresh(form), "*")
        self.send(role, url, form.fields | self.fresh(form), "-")

    def fresh(self, form: Form) -> dict[str, str]:
        from datetime import timedelta

        from isegoria.web import clock
        from isegoria.web.public.forms import _stamp

        again = {"once": str(uuid.uuid4())} if "once" in form.fields else {}
        old = _stamp(clock.now() - timedelta(minutes=1))
        return again | ({"shown": old} if "shown" in form.fields else {})


def _reverse(name: str, given: dict[str, Any]) -> str:
    from django.urls import reverse

    return reverse(name, kwargs=given)


def _forms(body: bytes) -> list[Form]:
    reader = Forms()
    reader.feed(body.decode("utf-8", "replace"))
    return reader.found


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.fuzz_pages", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    os.environ["ISEGORIA_MAIL_URL"] = "file:"
    with site() as slug:
        logging.disable(logging.CRITICAL)
        fuzz = Fuzz(slug, options.seed)
        for part in (fuzz.everything, fuzz.fill_forms, fuzz.everything):
            part()
            sys.stdout.write(f"{part.__name__}: {sum(fuzz.seen.values())} requests so far\n")
            sys.stdout.flush()
    total = sum(fuzz.seen.values())
    sys.stdout.write(f"{total} requests; answers: {dict(sorted(fuzz.seen.items()))}\n")
    for what, example in fuzz.wrong.items():
        sys.stdout.write(f"WRONG {what}\n      {example}\n")
    return 1 if fuzz.wrong or total < LEAST else 0


if __name__ == "__main__":
    raise SystemExit(main())
