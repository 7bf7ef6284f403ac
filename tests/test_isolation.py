"""The tests reach nothing outside this machine and nothing of the developer's own data."""

import socket

import pytest
from django.conf import settings

from tests.isolation import HOME, NetworkForbidden, is_loopback


def test_a_test_may_not_connect_to_another_machine():
    with socket.socket() as plug, pytest.raises(NetworkForbidden):
        plug.connect(("192.0.2.1", 80))


def test_a_test_may_not_look_up_another_machine():
    with pytest.raises(NetworkForbidden):
        socket.getaddrinfo("vedu.example", 443)


def test_a_test_may_connect_to_this_machine():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
        pass


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_this_machine_has_several_names(host: str):
    assert is_loopback(host)


def test_the_data_of_a_test_lies_in_a_folder_of_its_own():
    assert settings.HOME == HOME
