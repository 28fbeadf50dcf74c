"""What must be true before Isegoria serves: keys, tables, messages, static files."""

import hashlib
from pathlib import Path

from isegoria.cli.catalogues import compile_stale
from isegoria.cli.console import say, stop

PRIVATE_FOLDER, PRIVATE_FILE = 0o700, 0o600
STAMP = ".collected"
TRIAL, LAST_TRIAL = "0002_what_is_kept", "0021_renderings"  # migrations of before the first release


def everything() -> None:
    """Prepare the data directory that the settings name; quick when nothing changed."""
    from django.conf import settings

    close_to_others(settings.DATA_DIR)
    compile_messages()
    migrate()
    collect_static()


def close_to_others(data: Path) -> None:
    """The data and the keys are readable by their owner only."""
    keys = data / "keys"
    for folder in (data, keys):
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        folder.chmod(PRIVATE_FOLDER)
    for key in keys.iterdir():
        key.chmod(PRIVATE_FILE)


def compile_messages() -> None:
    try:
        compile_stale()
    except PermissionError as refused:
        stop(
            f"Le dossier du programme n’est pas modifiable ({refused.filename}).\n"
            "Lancez une fois ./isegoria run sous le compte qui a installé Isegoria."
        )


def unapplied() -> int:
    """How many migrations the database lacks."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def require_tables_that_can_be_updated() -> None:
    """The trial versions' migrations were folded into one: it stands only for all of them."""
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder

    applied = MigrationRecorder(connection).applied_migrations()
    if ("convention", TRIAL) in applied and ("convention", LAST_TRIAL) not in applied:
        stop(
            "Ces données viennent d’une version d’essai trop ancienne pour être mises à jour ici.\n"
            "Choisissez un autre dossier avec --data, ou reprenez d’abord la dernière version d’essai\n"
            "(celle dont la dernière migration est 0021_renderings), lancez-la une fois, puis celle-ci."
        )


def migrate() -> None:
    from django.core.management import call_command
    from django.db import OperationalError

    try:
        require_tables_that_can_be_updated()
        if unapplied():
            say("Mise à jour de la base de données…")
            call_command("migrate", interactive=False, verbosity=0)
    except OperationalError as unreachable:
        stop(
            f"La base de données ne répond pas : {str(unreachable).splitlines()[0]}\n"
            "Vérifiez ISEGORIA_DATABASE_URL, puis lancez : ./isegoria doctor"
        )


def static_fingerprint() -> str:
    """Changes when a static file, or the way of storing them, changes."""
    from django.conf import settings
    from django.contrib.staticfiles.finders import get_finders

    digest = hashlib.sha256(str(settings.STORAGES["staticfiles"]).encode())
    for finder in get_finders():
        for path, storage in sorted(finder.list(None), key=lambda listed: str(listed[0])):
            status = Path(storage.path(path)).stat()
            digest.update(f"{path} {status.st_size} {status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def static_is_current() -> bool:
    from django.conf import settings

    stamp = Path(settings.STATIC_ROOT) / STAMP
    return stamp.exists() and stamp.read_text() == static_fingerprint()


def collect_static() -> None:
    from django.conf import settings
    from django.core.management import call_command

    if static_is_current():
        return
    say("Préparation des fichiers de présentation…")
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    (Path(settings.STATIC_ROOT) / STAMP).write_text(static_fingerprint())
