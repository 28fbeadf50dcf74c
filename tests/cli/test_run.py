"""Starting: what is refused with a sentence, and when there is a demonstration."""

import os
import socket
import sqlite3

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from isegoria.cli import address, demonstration, preparation, run
from isegoria.cli.console import Stop, wake_django
from isegoria.cli.lockfile import alone


@pytest.fixture
def busy(socket_enabled):
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


@pytest.fixture
def unset(monkeypatch):
    """No variable of ours; what the code sets is taken back afterwards."""
    for name in ("ISEGORIA_DEMO", "ISEGORIA_DATABASE_URL"):
        monkeypatch.setenv(name, "")


def test_a_busy_port_names_the_option_and_another_port(busy):
    with pytest.raises(Stop) as stopped:
        address.require_free("127.0.0.1", busy)

    assert str(stopped.value).startswith(f"Le port {busy} est déjà pris")
    assert "./isegoria run --port " in str(stopped.value)


@pytest.mark.parametrize("host", ["192.0.2.1", "pas une adresse", "a..b"])
def test_an_address_of_another_machine_is_refused(socket_enabled, host):
    with pytest.raises(Stop, match="n’est pas une adresse de cette machine"):
        address.require_free(host, 8000)


@pytest.mark.parametrize("port", ["0", "-1", "65536", "x", "8000.5", "²", ""])
def test_what_is_not_a_port_is_refused(port, capsys):
    with pytest.raises(SystemExit) as left:
        run.parse([f"--port={port}"])

    assert left.value.code == 2
    assert capsys.readouterr().err.startswith(f"--port : « {port} » n’est pas un port")


def test_a_name_is_turned_into_the_address_it_stands_for(socket_enabled, busy):
    assert address.require_free("localhost", address.next_free("localhost", busy)) in {
        "127.0.0.1",
        "::1",
    }


@pytest.mark.parametrize(
    ("host", "shown"),
    [
        ("127.0.0.1", "http://localhost:8000"),
        ("0.0.0.0", "http://localhost:8000"),
        ("::", "http://localhost:8000"),
        ("::1", "http://localhost:8000"),
        ("192.0.2.1", "http://192.0.2.1:8000"),
        ("2001:db8::1", "http://[2001:db8::1]:8000"),
    ],
)
def test_the_address_shown_can_be_opened_and_keeps_passkeys(host, shown):
    assert address.url(host, 8000) == shown


@pytest.mark.parametrize(
    ("host", "names"),
    [
        ("192.0.2.1", "localhost,[::1],192.0.2.1"),
        ("2001:db8::1", "localhost,[::1],[2001:db8::1]"),
        ("::1", "localhost,[::1]"),
        ("0.0.0.0", "localhost,[::1]"),
    ],
)
def test_the_site_answers_at_the_address_it_was_given(host, names):
    assert address.may_answer_as(host, "localhost,[::1]") == names


def test_a_misspelt_variable_stops_the_start(settings):
    settings.UNKNOWN_VARIABLES = ["ISEGORIA_DATABSE_URL"]

    with pytest.raises(Stop, match="Variable inconnue : ISEGORIA_DATABSE_URL"):
        wake_django()


@pytest.mark.parametrize("last", ["0016_searched", "0021_renderings"])
def test_tables_of_a_trial_version_are_updated_from_the_last_one_only(db, last):
    recorder = MigrationRecorder(connection)
    for name in ("0002_what_is_kept", last):
        recorder.record_applied("convention", name)

    if last == "0021_renderings":
        preparation.migrate()
    else:
        with pytest.raises(Stop, match="trop ancienne"):
            preparation.migrate()


def test_a_first_start_is_a_demonstration(tmp_path, unset):
    demonstration.choose(tmp_path, declined=False)

    assert os.environ["ISEGORIA_DEMO"] == "1"


def test_declining_the_demonstration_is_remembered(tmp_path, unset, monkeypatch):
    demonstration.choose(tmp_path, declined=True)
    monkeypatch.setenv("ISEGORIA_DEMO", "")

    demonstration.choose(tmp_path, declined=False)

    assert os.environ["ISEGORIA_DEMO"] == "0"


def test_data_in_use_are_not_a_demonstration(tmp_path, unset):
    with sqlite3.connect(tmp_path / "isegoria.sqlite3") as database:
        database.execute("CREATE TABLE convention_account (id)")
        database.execute("CREATE TABLE convention_convention (id)")
        database.execute("INSERT INTO convention_account VALUES (1)")
    database.close()

    demonstration.choose(tmp_path, declined=False)

    assert os.environ["ISEGORIA_DEMO"] == "0"


def test_an_operators_database_is_not_a_demonstration(tmp_path, unset, monkeypatch):
    monkeypatch.setenv("ISEGORIA_DATABASE_URL", "postgres://x@y/z")

    demonstration.choose(tmp_path, declined=False)

    assert os.environ["ISEGORIA_DEMO"] == "0"


def test_a_demonstration_is_not_opened_over_real_data(tmp_path, alice):
    with pytest.raises(Stop, match="ISEGORIA_DEMO=1 ouvrirait des entrées sans mot de passe"):
        demonstration.begin(tmp_path)


def test_two_servers_do_not_share_their_data(tmp_path):
    with alone(tmp_path / ".in-use") as first, alone(tmp_path / ".in-use") as second:
        assert (first, second) == (True, False)
