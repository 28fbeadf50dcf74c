"""A city with a register, its officer, and somebody who got a letter; shared by their tests."""

import csv
import io
import uuid

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from isegoria.convention.models import Mailing
from isegoria.convention.verbs import letters
from isegoria.web.person_forms import field_of
from tests import recruiting
from tests.recruiting import AGE, LETTERS, YOUNG, officer
from tests.story import announced

PEOPLE = [
    (f"Personne {n}", f"{n // 2} rue Haute", ("Nord", "Sud", "Sud")[(n // 2) % 3])
    for n in range(600)
]
REGISTER = "nom;adresse;quartier\n" + "".join(";".join(row) + "\n" for row in PEOPLE)
BY, HOMES = "2", "1"


def city(alice):
    """A table in force, and the city as a channel by letters."""
    told = announced(alice)
    recruiting.table(told)
    told.things["city"] = recruiting.relay(told, LETTERS, "register", "Ville Canari")
    return told


def answered_by(told, code="ABCD2345"):
    """A mailing of one letter that carries this code."""
    mailing = Mailing(
        relay=told.things["city"],
        seed="graine",
        register_sha256="a" * 64,
        strata=[{"name": "Nord", "in_register": 9, "letters": 1, "expected": 0.5}],
    )
    return letters.send(mailing, officer(told), codes=[(0, code)])


def at_work(told):
    """A browser in which the officer has signed in."""
    client = Client()
    client.force_login(officer(told).actor)
    return client


def rows_of(answer):
    """The lines of the file of the letters."""
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def uploaded(client, told, content=REGISTER, name="registre.csv"):
    content = content if isinstance(content, bytes) else content.encode()
    url = reverse("recruiters:letters_new", args=[told.convention.slug])
    file = SimpleUploadedFile(name, content)
    return client.post(url, {"once": str(uuid.uuid4()), "file": file})


def chosen(client, told, page, step="look", **said):
    """The columns and the number, from the page that showed them."""
    return client.post(*sending(told, page, step, **said))


def sending(told, page, step="look", **said):
    """Where that form goes, and what is in it."""
    url = reverse("recruiters:letters_new", args=[told.convention.slug])
    form = page.context["form"]
    fields = {
        "once": str(form["once"].value()),
        "kept": form["kept"].value(),
        "relay": str(told.things["city"].pk),
        "by": [BY],
        "homes": [HOMES],
        "single": "on",
        "letters": "30",
        "rate": "5",
        "step": step,
    }
    return url, {**fields, **said}


def answers(**said):
    """What somebody says of themselves."""
    filled = {
        "once": str(uuid.uuid4()),
        field_of(AGE): YOUNG,
        "name": "Awa Diop",
        "phone": "06 12 34 56 78",
        "agreed": "on",
    }
    return {**filled, **said}
