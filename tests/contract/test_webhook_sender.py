"""The sender of webhooks reaches what is public, and nothing else, whatever the name says."""

import ipaddress
import time
from collections.abc import Iterator

import pytest

from shared.adapters.checked_sender import CheckedSender, embedded_ipv4, is_public
from shared.domain.webhook import Sent
from tests.webhook_receiver import Receiver, running_receiver

INSIDE = [
    "127.0.0.1",
    "127.8.8.8",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "169.254.169.254",
    "192.0.0.170",
    "192.0.2.1",
    "198.18.0.1",
    "203.0.113.5",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "fc00::1",
    "fd00:ec2::254",
    "ff02::1",
    "2001:db8::1",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "::ffff:10.0.0.1",
    "::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::a00:1",
    "64:ff9b:1:a9fe:a9:fe00:808:808",
    "2002:7f00:1::",
    "2002:a9fe:a9fe::1",
    "2001:0:0:0:0:0:80ff:fffe",
]
PUBLIC = ["8.8.8.8", "93.184.215.14", "2606:4700::1111", "64:ff9b::808:808"]


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with running_receiver() as made:
        yield made


def sender(*addresses: str, seconds: float = 1.0, loopback: bool = False) -> CheckedSender:
    return CheckedSender(seconds, allows_loopback=loopback, resolve=lambda _host, _port: list(addresses))


@pytest.mark.parametrize("address", INSIDE)
def test_no_name_that_leads_inside_is_connected_to(address):
    assert sender(address).send("https://hooks.example.com/x", {}, b"") == Sent(None, "refused_address")


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_count_as_public(address):
    parsed = ipaddress.ip_address(address)
    assert is_public(embedded_ipv4(parsed) or parsed)


def test_one_inner_address_among_public_ones_is_enough_to_refuse():
    assert sender("8.8.8.8", "10.0.0.1").send("https://x.example.com/", {}, b"").error == "refused_address"


@pytest.mark.parametrize(
    "url",
    [
        "http://hooks.example.com/",
        "ftp://hooks.example.com/",
        "file:///etc/passwd",
        "gopher://x/",
        "https://user:word@hooks.example.com/",
        "https:///x",
        "//x",
        "",
    ],
)
def test_only_https_to_a_plain_host_is_sent(url):
    assert sender("8.8.8.8").send(url, {}, b"").error == "refused_address"


@pytest.mark.parametrize(
    "host", ["2130706433", "0x7f.1", "0177.0.0.1", "127.1", "localhost", "[::1]", "[::ffff:7f00:1]"]
)
def test_other_spellings_of_this_machine_are_this_machine(host):
    sent = CheckedSender(1.0).send(f"https://{host}/", {}, b"")
    assert sent.status is None
    assert sent.error in ("refused_address", "connection")


def test_a_name_that_changes_its_answer_is_asked_once(receiver):
    """DNS rebinding: the second answer would lead inside."""
    answers = [["127.0.0.1"], ["169.254.169.254"]]
    port = receiver.address.rpartition(":")[2]
    rebinding = CheckedSender(1.0, allows_loopback=True, resolve=lambda _host, _port: answers.pop(0))
    assert rebinding.send(f"http://hooks.example.com:{port}/x", {}, b"{}").status == 204
    assert answers == [["169.254.169.254"]]
    assert receiver.received[0].headers["host"] == f"hooks.example.com:{port}"


def test_a_redirect_is_an_answer_and_not_followed(receiver):
    receiver.status, receiver.location = 302, receiver.address + "/elsewhere"
    sent = CheckedSender(1.0, allows_loopback=True).send(receiver.address + "/first", {}, b"{}")
    assert sent == Sent(302, None)
    assert not sent.is_success
    assert [one.path for one in receiver.received] == ["/first"]


def test_loopback_is_reached_only_where_a_setting_allows_it(receiver):
    assert CheckedSender(1.0).send(receiver.address, {}, b"{}").error == "refused_address"
    assert receiver.received == []
    assert CheckedSender(1.0, allows_loopback=True).send(receiver.address, {"a": "b"}, b"{}").is_success


def test_a_receiver_that_drips_is_cut_off(receiver):
    receiver.drip_seconds = 5.0
    begun = time.monotonic()
    sent = CheckedSender(0.4, allows_loopback=True).send(receiver.address, {}, b"{}")
    assert sent.status is None
    assert time.monotonic() - begun < 3


def test_nobody_there_is_an_answer_too():
    assert CheckedSender(1.0, allows_loopback=True).send("http://127.0.0.1:1/", {}, b"{}").error == "connection"
    assert CheckedSender(1.0).send("https://does-not-exist.invalid/", {}, b"{}").error == "connection"


def test_a_plain_server_behind_https_is_a_tls_error(receiver):
    url = receiver.address.replace("http://", "https://")
    assert CheckedSender(1.0, allows_loopback=True).send(url, {}, b"{}").error in ("tls", "connection")


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:99999/", "http://127.0.0.1:80/a b", "http://[::1/", "http://127.0.0.1/\r\nX: y"]
)
def test_an_address_that_is_none_raises_nothing(url):
    assert CheckedSender(0.5, allows_loopback=True).send(url, {}, b"").status is None
