"""People with a mark in everything said of them, found by every way, and where to look afterwards.

`MARKS` are the words of one person or another; none may be left anywhere once they are forgotten.
"""

import base64
import hashlib
import hmac
import sqlite3
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.urls import reverse

from isegoria.convention.models import Rules
from isegoria.convention.recruitment import keyring
from isegoria.convention.recruitment.marks import plain
from isegoria.convention.verbs import channels, members, panel
from isegoria.core.charter import Role
from isegoria.web.person_forms import field_of
from tests import cast, recruiting
from tests.recruiting import AGE, OLD, PHONE, YOUNG, officer
from tests.web import letters as city

CODE = "ABCD2345"
NAME, PHONES = "Zorblaxe Quinquet", ("06 98 76 54 32", "07 98 76 54 33", "06 98 76 54 34")
EMAIL, ADDRESS, BORN = "zorblaxe.quinquet@exemple.org", "197 bis allée des Zorblaxiers", "1931"
MESSENGER, HELPER, MORE = "la voisine Mirabeltine", "Aidante Bergamotine", "un fauteuil vermicelle"
REGISTERED = ("Clafouticot Jehan", "41 sentier du Clafouticot")
MARKS = (
    *(digits for phone in PHONES for digits in (phone, phone.replace(" ", ""))),
    *("698765432", "798765433", "698765434"),
    *("zorblax", "quinquet", "mirabeltine", "bergamotine", "vermicelle", "clafouticot"),
)
GUESSES = (
    *(f"phone\0{phone.replace(' ', '')[1:]}" for phone in PHONES),
    f"email\0{EMAIL}",
    f"name\0{plain(f'{NAME} {BORN}')}",
    f"home\0{plain(ADDRESS)}",
)


def found_by_every_way(told, client_of):
    """An agent, an association, the officer and a letter: each brings somebody, by its own page.

    client_of: a browser in which somebody has signed in; None, nobody has.
    """
    recruiting.table(told)
    phone = recruiting.relay(told, PHONE, "phone", "Institut Canari")
    partners = recruiting.relay(told, recruiting.PARTNERS, "partner", "Association Canari")
    told.things["city"] = recruiting.relay(told, recruiting.LETTERS, "register", "Ville Canari")
    recruiting.hand(told, phone, Role.INSTITUTE)
    recruiting.hand(told, partners, Role.PARTNER)
    recruiting.pool(told, phone, partners)
    city.answered_by(told, CODE)
    for role, relay, age, said in (
        (Role.INSTITUTE, phone, YOUNG, {"phone": PHONES[0], "email": EMAIL, "born": BORN}),
        (Role.PARTNER, partners, OLD, {"phone": "", "through": MESSENGER, "how": "oral",
                                       "day": "2021-04-02", "helper": HELPER}),
    ):  # fmt: skip
        url = reverse("relays:enter", args=[told.convention.slug, relay.pk])
        done(client_of(told.things[cast.NAMES[role]]), url, filled(age, **said))
    _by_letter(told, client_of(None))
    _from_a_register(told, client_of(officer(told).actor))


def filled(age, **said):
    """The form, with the marks."""
    more = {"name": NAME, "address": ADDRESS, "more": MORE, field_of(AGE): age}
    return city.answers(**{**more, **said})


def done(client, url, fields):
    answer = client.post(url, fields)
    assert answer.status_code in {200, 302}, answer.content.decode()
    return answer


def _by_letter(told, client):
    """The one who got a letter, whose phone is corrected afterwards by the officer's page."""
    door = reverse("joining:door", args=[told.convention.slug])
    page = done(client, door, city.answers(code=CODE))
    letter = page.context["form"]["letter"].value()
    url = reverse("joining:register", args=[told.convention.slug])
    done(client, url, filled(YOUNG, phone=PHONES[1], letter=letter))


def _from_a_register(told, client):
    """Two letters from a register that is looked at, drawn from, and left waiting once more."""
    register = "nom;adresse;quartier\n" + f"{REGISTERED[0]};{REGISTERED[1]};Nord\n" * 2
    again = {"homes": ["1"], "letters": "1", "by": ["2"]}
    page = city.uploaded(client, told, register)
    done(client, *city.sending(told, page, step="draw", **again))
    city.uploaded(client, told, register)


def marked(told):
    """Those whose names bear the mark."""
    return [one for one in told.convention.candidates.all() if one.identity.get("name") == NAME]


def drawn_and_left(told):
    """The draw; whoever of the marked sits has a card, then leaves."""
    by = officer(told)
    rules = Rules(convention=told.convention, alternates=2, erased_on=date(2021, 4, 2))
    channels.set_rules(rules, by)
    draw = recruiting.sealed(told, tickets=1000)
    recruiting.drawn(told, draw, ticket=_with_one_of(told, draw))
    seated = [one for one in marked(told) if one.state == "drawn"]
    assert seated
    for one in seated:
        members.welcome(panel.confirm(one, by), by)
    return seated


def _with_one_of(told, draw):
    """A number of the list by which somebody marked is drawn."""
    theirs = draw.entrants.filter(candidate__in=marked(told))
    return next(number for one in theirs for number in one.opening["hidden"]["tickets"])


class Copy:
    """All that the database holds, as a night's copy would: words, and the very bytes of the file."""

    def __init__(self):
        self.words = list(_words())
        self.bytes = _file()

    def left(self):
        """The marks that whoever holds this copy, the site's key and today's keyring would read."""
        folder = Path(settings.DATA_DIR)
        files = [path for path in folder.rglob("*") if path.is_file()]
        held = [*self.words, *self._opened(files)]
        text = "\n".join(held).casefold()
        seen = {mark for mark in MARKS if mark.casefold() in text}
        raw = b"\n".join([self.bytes, *(path.read_bytes() for path in files)])
        seen |= {mark for mark in MARKS for form in _forms(mark) if form in raw}
        return seen | {f"digest of {one!r}" for one in self._guessed(files)}

    def _opened(self, files):
        """Every sealed word, tried with every key that is left."""
        keys = [
            keyring._fernet(path.read_bytes()) for path in files if len(path.read_bytes()) == 32
        ]
        for word in self.words:
            for key in keys if word.startswith("gAAAA") else ():
                try:
                    yield key.decrypt(word.encode()).decode()
                except keyring.InvalidToken:
                    continue

    def _guessed(self, files):
        """What can be tried, one number after the other, by whoever has the keys that are left."""
        words = set(self.words)
        site = settings.SECRET_KEY.encode()
        secrets = [hashlib.sha256(b"isegoria mark\x00" + site + path.read_bytes()).digest()
                   for path in files if len(path.read_bytes()) == 32]  # fmt: skip
        for guess in GUESSES:
            kind, _, text = guess.partition("\0")
            convention = self.words[0]
            made = {hmac.new(one, guess.encode(), hashlib.sha256).hexdigest() for one in secrets}
            made |= {hashlib.sha256(text.encode()).hexdigest()}
            made |= {keyring.mark(convention, kind, text)}
            if made & words:
                yield guess


def _forms(mark):
    """As it is, in base 64 wherever it falls, and in hexadecimal."""
    plainly = mark.encode()
    yield from {plainly, plainly.capitalize(), plainly.title(), plainly.upper()}
    yield plainly.hex().encode()
    for before in range(3):
        coded = base64.b64encode(b"\0" * before + plainly.capitalize())
        first, last = -(-before * 8 // 6), (before + len(plainly)) * 8 // 6
        yield coded[first:last]  # what the mark alone decides: fewer letters are met by chance


def _words():
    """Every value of every table, as text. The convention's key comes first."""
    with connection.cursor() as asked:
        asked.execute("SELECT id FROM convention_convention")
        yield str(asked.fetchone()[0])
        for table in connection.introspection.table_names(asked):
            asked.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            for row in asked.fetchall():
                for value in row:
                    if isinstance(value, bytes | memoryview):
                        yield bytes(value).decode("latin-1")
                    elif value is not None:
                        yield str(value)


def _file():
    """The file of the database, where it is one."""
    connection.ensure_connection()
    held = connection.connection
    return held.serialize() if isinstance(held, sqlite3.Connection) else b""
