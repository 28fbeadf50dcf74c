"""Tests speak to nobody but this machine, and a warning is a failure."""

import socket
import warnings

import pytest
from pytest_socket import SocketConnectBlockedError


def test_a_socket_to_the_outside_is_refused():
    with socket.socket() as out, pytest.raises((SocketConnectBlockedError, UserWarning)):
        out.connect(("192.0.2.1", 80))


def test_a_warning_is_a_failure():
    with pytest.raises(DeprecationWarning):
        warnings.warn("old", DeprecationWarning, stacklevel=1)
