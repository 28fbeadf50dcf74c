"""What `./isegoria doctor` looks at: each check says what is so, or what to mend and how."""

import shutil
import sqlite3
import sys
import zoneinfo
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from isegoria.cli import catalogues, chromium, demonstration, preparation

RELEASED = datetime(2026, 1, 1, tzinfo=UTC)
CENTURY = timedelta(days=36500)
CLOCKS_DIFFER_BY = timedelta(minutes=5)
OLDEST_SQLITE = (3, 35, 0)
FREE_MIB = 500
PREPARE = "lancez ./isegoria run, qui s’en charge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    subject: str
    says: str
    mend: str = ""  # empty: nothing to mend

    @property
    def is_well(self) -> bool:
        return not self.mend


def well(subject: str, says: str) -> Finding:
    return Finding(subject=subject, says=says)


def wrong(subject: str, says: str, mend: str) -> Finding:
    return Finding(subject=subject, says=says, mend=mend)


def python() -> Iterator[Finding]:
    version = ".".join(map(str, sys.version_info[:3]))
    yield well("Python", f"{version}, SQLite {sqlite3.sqlite_version}")
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        yield wrong(
            "SQLite", sqlite3.sqlite_version, "installez un Python avec SQLite 3.35 ou plus"
        )


def configuration() -> Iterator[Finding]:
    from django.conf import settings

    for name in settings.UNKNOWN_VARIABLES:
        yield wrong("Configuration", f"{name} est inconnue", "corrigez son nom, ou retirez-la")
    if settings.DEBUG and settings.SECURE:
        yield wrong(
            "Configuration", "ISEGORIA_DEBUG=1 sur un site public", "mettez ISEGORIA_DEBUG=0"
        )
    host = urlsplit(settings.PUBLIC_URL).hostname or ""
    if host not in settings.ALLOWED_HOSTS and "*" not in settings.ALLOWED_HOSTS:
        yield wrong(
            "Configuration",
            f"le site ne répond pas à son adresse publique ({host})",
            f"ajoutez {host} à ISEGORIA_HOSTS",
        )
    if settings.DEMO and not demonstration.may_be(settings.DATA_DIR):
        yield wrong(
            "Configuration",
            "ISEGORIA_DEMO=1 sur des données qui ne sont pas une démonstration",
            "retirez ISEGORIA_DEMO : elle ouvre des entrées sans mot de passe",
        )
    yield well("Configuration", f"lue ; adresse publique {settings.PUBLIC_URL}")


def disk() -> Iterator[Finding]:
    from django.conf import settings

    free = shutil.disk_usage(settings.DATA_DIR).free // 2**20
    if free < FREE_MIB:
        yield wrong(
            "Disque", f"{free} Mio libres", f"libérez de la place : {FREE_MIB} Mio au moins"
        )
    else:
        yield well("Disque", f"{free // 1024} Gio libres" if free >= 1024 else f"{free} Mio libres")


def clock() -> Iterator[Finding]:
    from django.conf import settings

    now = datetime.now(UTC)
    if not RELEASED < now < RELEASED + CENTURY:
        yield wrong("Horloge", f"elle indique {now:%d/%m/%Y}", "mettez la machine à l’heure")
    try:
        local = now.astimezone(zoneinfo.ZoneInfo(settings.TIME_ZONE))
    except zoneinfo.ZoneInfoNotFoundError:
        yield wrong(
            "Horloge", "fuseaux horaires absents", "relancez ./isegoria run (paquet tzdata)"
        )
    else:
        yield well("Horloge", f"{local:%d/%m/%Y %H:%M} ({settings.TIME_ZONE})")


def journal_and_clock() -> Iterator[Finding]:
    from django.conf import settings

    from isegoria.convention.journal.models import Entry

    newest = Entry.objects.order_by("-at").values_list("at", flat=True).first()
    if newest and not settings.DEMO and newest > datetime.now(UTC) + CLOCKS_DIFFER_BY:
        yield wrong(
            "Horloge",
            f"le registre va déjà jusqu’au {newest:%d/%m/%Y %H:%M} (temps universel)",
            "l’horloge a reculé : mettez la machine à l’heure",
        )


def database() -> Iterator[Finding]:
    from django.db import connection

    connection.ensure_connection()
    missing = preparation.unapplied()
    if missing:
        yield wrong("Base de données", f"{missing} mises à jour en attente", PREPARE)
        return
    yield from journal_and_clock()
    yield from triggers()
    if connection.vendor == "sqlite":
        yield from sqlite_settings()
    yield well("Base de données", f"{connection.display_name}, à jour")


def sqlite_settings() -> Iterator[Finding]:
    from django.db import connection

    expected = {"journal_mode": "wal", "foreign_keys": "1", "quick_check": "ok"}
    with connection.cursor() as cursor:
        for pragma, value in expected.items():
            found = str(cursor.execute(f"PRAGMA {pragma}").fetchone()[0])
            if found != value:
                remedy = "restaurez une sauvegarde" if pragma == "quick_check" else PREPARE
                yield wrong("Base de données", f"{pragma} = {found}, attendu {value}", remedy)


# What the database refuses, by the name of the trigger without "convention_".
KEPT = (
    "approval_is_fixed", "approval_no_delete", "arrangement_no_delete", "arrangement_no_update",
    "calendardate_no_delete", "calendardate_no_update", "capture_is_fixed", "capture_no_delete",
    "composition_is_fixed",
    "composition_no_delete", "correction_is_fixed", "correction_no_delete", "deed_is_fixed", "deed_no_delete", "disclosure_is_fixed",
    "draw_is_fixed", "draw_no_delete", "entry_no_delete", "entry_no_update", "erasure_is_fixed",
    "edition_no_delete", "edition_no_update", "erasure_no_delete", "expertrequest_is_fixed", "expertrequest_no_delete", "inquiry_is_fixed", "inquiry_no_delete", "interestdeclaration_is_fixed", "interestdeclaration_no_delete",
    "handout_is_fixed", "handout_no_delete", "launchopinion_is_fixed", "launchopinion_no_delete", "log_no_delete", "log_only_grows",
    "mandateversion_is_fixed", "mandateversion_no_delete", "minutes_is_fixed", "minutes_no_delete", "payment_is_fixed", "payment_no_delete", "provisiontotals_no_delete", "provisiontotals_no_update", "question_is_fixed", "question_no_delete",
    "quotacell_no_delete",
    "quotacell_no_update", "quotatable_is_fixed", "quotatable_no_delete", "reading_no_delete",
    "reading_no_update", "remark_no_delete", "remark_no_update", "rules_is_fixed", "rules_no_delete", "scheme_no_delete", "scheme_no_update", "signer_no_delete", "signer_no_update", "version_is_fixed",
    "version_no_delete", "wording_no_delete", "wording_no_update",
)  # fmt: skip


def triggers() -> Iterator[Finding]:
    """What was written is kept because the database says so: are those rules still there?"""
    if lost := sorted(set(KEPT) - present_triggers()):
        yield wrong(
            "Registre",
            f"la base laisserait récrire ce qui doit rester ; protections absentes : {', '.join(lost)}",
            "elles ont été retirées : restaurez une sauvegarde, et prévenez les garants",
        )


def present_triggers() -> set[str]:
    """The enabled triggers of the database, by their short names."""
    from django.db import connection

    listing = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'",
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(listing)
        return {str(row[0]).removeprefix("convention_") for row in cursor.fetchall()}


def mail() -> Iterator[Finding]:
    from django.conf import settings

    kind = settings.EMAIL_BACKEND.split(".")[-2]
    if kind == "smtp":
        yield well(
            "Courriel", f"par {settings.EMAIL_HOST}:{settings.EMAIL_PORT} (essai : --send ADRESSE)"
        )
    elif settings.SECURE and not settings.DEMO:
        yield wrong(
            "Courriel",
            "aucun message ne part : ils restent sur cette machine",
            "donnez ISEGORIA_MAIL_URL=smtp://utilisateur:mot@hôte:587?tls=1",
        )
    else:
        yield well("Courriel", "rien ne part : les messages restent sur cette machine")


def keys() -> Iterator[Finding]:
    from django.conf import settings

    folder = Path(settings.DATA_DIR) / "keys"
    guarded = [folder.parent, folder, *folder.glob("*")]
    for path in guarded:
        if path.exists() and path.stat().st_mode & 0o077:
            mode = "700" if path.is_dir() else "600"
            yield wrong("Clés", f"{path} est lisible par d’autres", f"chmod {mode} {path}")
    yield well("Clés", "présentes, réservées à leur propriétaire")


def static_files() -> Iterator[Finding]:
    if preparation.static_is_current():
        yield well("Présentation", "fichiers à jour")
    else:
        yield wrong("Présentation", "fichiers absents ou anciens", PREPARE)


def messages() -> Iterator[Finding]:
    compiled = list(catalogues.LOCALE.glob("*/LC_MESSAGES/*.po"))
    if stale := [po for po in compiled if catalogues.is_stale(po)]:
        yield wrong("Langues", f"{len(stale)} catalogues à compiler", PREPARE)
    else:
        yield well("Langues", ", ".join(sorted(po.parts[-3] for po in compiled)) or "français seul")


def documents() -> Iterator[Finding]:
    import typst

    typst.compile(b"Isegoria")
    yield well("Documents PDF", "typst fonctionne")


def browser() -> Iterator[Finding]:
    found = chromium.find()
    yield well("Chromium", found or "absent ; facultatif, pour les tests seulement")


CHECKS: tuple[tuple[str, Callable[[], Iterator[Finding]]], ...] = (
    ("Python", python),
    ("Configuration", configuration),
    ("Disque", disk),
    ("Horloge", clock),
    ("Base de données", database),
    ("Courriel", mail),
    ("Clés", keys),
    ("Présentation", static_files),
    ("Langues", messages),
    ("Documents PDF", documents),
    ("Chromium", browser),
)
