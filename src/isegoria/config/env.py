"""What the operator may set. Every variable is declared here, typed, and fails by its name."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

ROOT = Path(__file__).resolve().parents[3]


class Misconfigured(SystemExit):
    """Says which variable is wrong and what to write instead; ends the program with code 2."""

    def __init__(self, name: str, wrong: str, remedy: str) -> None:
        super().__init__(f"{name} : {wrong}\n  → {remedy}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    name: str
    default: str
    meaning: str


SETTINGS = (
    Setting(name="ISEGORIA_DATA", default="data", meaning="dossier des données : base SQLite, clés, fichiers déposés"),
    Setting(name="ISEGORIA_DATABASE_URL", default="", meaning="postgres://utilisateur:mot@hôte:port/base ; vide : SQLite dans le dossier des données"),
    Setting(name="ISEGORIA_SECRET_KEY", default="", meaning="clé de signature, 50 caractères ou plus ; vide : créée une fois dans keys/secret.key"),
    Setting(name="ISEGORIA_HOSTS", default="localhost,127.0.0.1,[::1]", meaning="noms sous lesquels le site répond, séparés par des virgules"),
    Setting(name="ISEGORIA_PUBLIC_URL", default="http://localhost:8000", meaning="adresse publique, dans les courriels, les affiches et les flux"),
    Setting(name="ISEGORIA_MAIL_URL", default="file:", meaning="smtp://utilisateur:mot@hôte:587?tls=1, console: ou file: (dossier mail/ des données)"),
    Setting(name="ISEGORIA_MAIL_FROM", default="Isegoria <isegoria@localhost>", meaning="expéditeur des courriels"),
    Setting(name="ISEGORIA_DEMO", default="0", meaning="1 : démonstration (liens d’entrée affichés au démarrage, horloge de l’étape) ; jamais en production"),
    Setting(name="ISEGORIA_DEBUG", default="0", meaning="1 : pages d’erreur détaillées, pour le développement seulement"),
    Setting(name="ISEGORIA_STAFF_MFA", default="required", meaning="required ou optional : second facteur pour les rôles qui travaillent au bureau"),
    Setting(name="ISEGORIA_SOURCE_URL", default="", meaning="adresse web du code source que ce site exécute, montrée en bas de chaque page (la licence AGPL le demande à qui a changé le logiciel)"),
    Setting(name="ISEGORIA_PROXY", default="0", meaning="1 : derrière un mandataire qui écrit X-Forwarded-Proto et X-Forwarded-For"),
)  # fmt: skip
DEFAULTS = {setting.name: setting.default for setting in SETTINGS}


def text(name: str) -> str:
    return os.environ.get(name, DEFAULTS[name]).strip() or DEFAULTS[name]


def flag(name: str) -> bool:
    match text(name):
        case "1":
            return True
        case "0":
            return False
        case other:
            raise Misconfigured(
                name, f"« {other} » n’est ni 0 ni 1.", f"écrivez {name}=0 ou {name}=1"
            )


def choice(name: str, *accepted: str) -> str:
    if (value := text(name)) not in accepted:
        raise Misconfigured(
            name, f"« {value} » n’est pas admis.", "valeurs admises : " + ", ".join(accepted)
        )
    return value


def unknown(environment: Mapping[str, str]) -> list[str]:
    """Variables that look like ours and are not: most often a slip of the pen."""
    return sorted(
        name for name in environment if name.startswith("ISEGORIA_") and name not in DEFAULTS
    )


def data_dir() -> Path:
    folder = Path(text("ISEGORIA_DATA")).expanduser()
    folder = folder if folder.is_absolute() else ROOT / folder
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as wrong:
        raise Misconfigured(
            "ISEGORIA_DATA",
            f"le dossier {folder} ne peut pas être créé ({wrong.strerror}).",
            "donnez un dossier où vous pouvez écrire",
        ) from wrong
    return folder


def secret_key(folder: Path) -> str:
    if given := text("ISEGORIA_SECRET_KEY"):
        if len(given) < 50:
            raise Misconfigured(
                "ISEGORIA_SECRET_KEY",
                f"{len(given)} caractères, c’est trop court.",
                "donnez 50 caractères tirés au hasard, ou laissez vide",
            )
        return given
    kept = folder / "keys" / "secret.key"
    if not kept.exists():
        kept.parent.mkdir(mode=0o700, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(64))
    return kept.read_text().strip()


def database(folder: Path) -> dict[str, Any]:
    url = text("ISEGORIA_DATABASE_URL")
    return _postgres(url) if url else _sqlite(folder)


def _sqlite(folder: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": folder / "isegoria.sqlite3",
        "CONN_MAX_AGE": 600,  # opening it reads the schema, closing it folds the WAL: not each time
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
            " PRAGMA mmap_size=134217728; PRAGMA cache_size=-20000;",
        },
    }


def _postgres(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise Misconfigured(
            "ISEGORIA_DATABASE_URL",
            f"« {parts.scheme}: » n’est pas une adresse PostgreSQL complète.",
            "écrivez postgres://utilisateur:mot@hôte:5432/base, ou laissez vide pour SQLite",
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


def mail(folder: Path) -> dict[str, Any]:
    url = text("ISEGORIA_MAIL_URL")
    parts = urlsplit(url)
    match parts.scheme:
        case "console":
            return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
        case "file":
            return {
                "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
                "EMAIL_FILE_PATH": parts.path or folder / "mail",
            }
        case "smtp" if parts.hostname:
            options = dict(parse_qsl(parts.query))
            return {
                "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
                "EMAIL_HOST": parts.hostname,
                "EMAIL_PORT": parts.port or 587,
                "EMAIL_HOST_USER": unquote(parts.username or ""),
                "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
                "EMAIL_USE_TLS": options.get("tls", "1") == "1",
                "EMAIL_TIMEOUT": 20,
            }
    raise Misconfigured(
        "ISEGORIA_MAIL_URL",
        f"« {url} » n’est pas une adresse de messagerie.",
        "écrivez smtp://utilisateur:mot@hôte:587?tls=1, console: ou file:",
    )


def hosts() -> list[str]:
    """The names the site answers to. Any name at all would let a stranger choose our links."""
    names = [name.strip() for name in text("ISEGORIA_HOSTS").split(",") if name.strip()]
    if "*" in names:
        raise Misconfigured(
            "ISEGORIA_HOSTS",
            "« * » laisserait n’importe quel nom servir d’adresse au site.",
            "écrivez les noms du site, séparés par des virgules : convention.maville.fr",
        )
    return names


def source_url() -> str:
    url = text("ISEGORIA_SOURCE_URL")
    if url and urlsplit(url).scheme not in {"http", "https"}:
        raise Misconfigured(
            "ISEGORIA_SOURCE_URL",
            f"« {url} » n’est pas une adresse web.",
            "donnez l’adresse https:// où l’on trouve le code, ou laissez vide",
        )
    return url


def public_url() -> str:
    url = text("ISEGORIA_PUBLIC_URL").rstrip("/")
    if urlsplit(url).scheme not in {"http", "https"}:
        raise Misconfigured(
            "ISEGORIA_PUBLIC_URL",
            f"« {url} » n’est pas une adresse web.",
            "écrivez https://convention.maville.fr",
        )
    return url
