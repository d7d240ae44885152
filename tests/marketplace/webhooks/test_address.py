import socket
from typing import Any

import pytest

from marketplace.webhooks.address import AddressRefused, BadTarget, is_public, parse_target, resolve


@pytest.mark.parametrize(
    "url",
    [
        "", "x", "ftp://example.org/", "http://example.org/", "https://", "https:///x", "https://user:pw@example.org/",
        "https://user@example.org/", "https://example.org/#part", "https://example.org:0x50/", "https://[::1",
        "https://example.org:99999/", "https://example.org:25/", "https://ex ample.org/", "https://example.org\\@x.org/",
        "https://example.org/\r\nX: y", "https://" + "a" * 500 + ".org/", "javascript:alert(1)", "https://example.org/ă",
        "https://" + "a" * 70 + ".org/",
    ],
)  # fmt: skip
def test_what_is_no_target(url: str) -> None:
    with pytest.raises((BadTarget, AddressRefused)):
        parse_target(url)


@pytest.mark.parametrize(
    "host",
    [
        "localhost", "LOCALHOST.", "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "[::1]",
        "0.0.0.0",  # noqa: S104  # refused, not listened on
        "[::]", "10.0.0.1", "192.168.1.1", "172.16.9.9", "169.254.169.254", "[fe80::1]", "[fd00::1]", "100.64.0.1",
        "[::ffff:127.0.0.1]", "[::ffff:10.0.0.1]", "[64:ff9b::a9fe:a9fe]", "[2002:7f00:1::]", "224.0.0.1",
        "255.255.255.255", "metadata.google.internal", "printer.local", "db", "x.localhost", "192.0.2.1",
    ],
)  # fmt: skip
def test_near_addresses_are_refused_however_they_are_written(host: str) -> None:
    with pytest.raises(AddressRefused):
        parse_target(f"https://{host}/")


@pytest.mark.parametrize(
    ("url", "host", "port", "path"),
    [
        ("https://hooks.example.org", "hooks.example.org", 443, "/"),
        ("https://Hooks.Example.ORG:8443/in?a=1", "hooks.example.org", 8443, "/in?a=1"),
        ("https://gỗ.example.org/", "xn--g-hrq.example.org", 443, "/"),
        ("https://8.8.8.8/x", "8.8.8.8", 443, "/x"),
    ],
)
def test_public_targets(url: str, host: str, port: int, path: str) -> None:
    target = parse_target(url)
    assert (target.port, target.path) == (port, path)
    assert target.host == host or (host.startswith("xn--") and target.host.startswith("xn--"))


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700:4700::1111"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


def _answers(*addresses: str) -> Any:
    return lambda *_args, **_kwargs: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, 443)) for each in addresses]


@pytest.mark.parametrize("found", [("10.0.0.7",), ("8.8.8.8", "127.0.0.1"), ("169.254.169.254",)])
def test_a_public_name_that_leads_inside_is_refused(monkeypatch: pytest.MonkeyPatch, found: tuple[str, ...]) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", _answers(*found))
    with pytest.raises(AddressRefused):
        resolve("hooks.example.org", 443)


def test_the_address_that_was_checked_is_the_one_to_call(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", _answers("8.8.8.8", "8.8.4.4"))
    assert resolve("hooks.example.org", 443) == "8.8.8.8"
