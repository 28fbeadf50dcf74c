"""Where Isegoria listens: checked before anything is prepared."""

import argparse
import errno
import http.client
import socket

from isegoria.cli.console import stop

EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - recognised, not chosen
LOOPBACK = {"127.0.0.1", "::1"}
LAST_PORT = 65535
PRIVILEGED = 1024


def port(text: str) -> int:
    """An argparse type: a port that a person can type in a browser."""
    if not text.isascii() or not text.isdigit() or not 0 < int(text) <= LAST_PORT:
        raise argparse.ArgumentTypeError(
            f"« {text} » n’est pas un port : un nombre de 1 à {LAST_PORT}"
        )
    return int(text)


def require_free(host: str, number: int) -> str:
    """The numeric address to listen at, or a sentence when nobody could listen there."""
    try:
        family, kind, protocol, _, where = socket.getaddrinfo(
            host, number, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind, protocol) as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(where)
        return str(where[0])
    except (socket.gaierror, UnicodeError):
        stop(
            f"--host : « {host} » n’est pas une adresse de cette machine. Essayez --host 127.0.0.1"
        )
    except OSError as refused:
        stop(_why(refused, host, number))


def _why(refused: OSError, host: str, number: int) -> str:
    if refused.errno == errno.EADDRINUSE:
        return (
            f"Le port {number} est déjà pris par un autre programme.\n"
            f"Choisissez-en un autre : ./isegoria run --port {next_free(host, number)}"
        )
    if refused.errno == errno.EADDRNOTAVAIL:
        return (
            f"--host : « {host} » n’est pas une adresse de cette machine. Essayez --host 127.0.0.1"
        )
    if refused.errno in {errno.EACCES, errno.EPERM} and number < PRIVILEGED:
        return f"Le port {number} est réservé à l’administrateur du système. Essayez --port 8000"
    return f"Impossible d’écouter sur {host}, port {number} : {refused.strerror}."


def next_free(host: str, after: int) -> int:
    for number in range(after + 1, min(after + 50, LAST_PORT)):
        with socket.socket() as probe:
            if probe.connect_ex((EVERYWHERE.get(host, host), number)) != 0:
                return number
    return 8000 if after != 8000 else 8080


def may_answer_as(host: str, accepted: str) -> str:
    """The accepted names (ISEGORIA_HOSTS), with the one that a person gave to --host."""
    name = f"[{host}]" if ":" in host else host
    if host in EVERYWHERE or name in accepted.split(","):
        return accepted
    return f"{accepted},{name}"


def url(host: str, number: int) -> str:
    """An address to open from this machine, by its name: browsers keep no passkey for a number."""
    shown = EVERYWHERE.get(host, host)
    shown = "localhost" if shown in LOOPBACK else shown
    return f"http://{f'[{shown}]' if ':' in shown else shown}:{number}"


def answers(host: str, number: int) -> int:
    """The status with which a web server answers for its home page there, or 0 for none."""
    connection = http.client.HTTPConnection(EVERYWHERE.get(host, host), number, timeout=20)
    try:
        connection.request("HEAD", "/", headers={"User-Agent": "isegoria-run"})
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return 0
    finally:
        connection.close()
