"""Who calls is what our own proxies say, and nothing that a caller writes into a header."""

from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from marketplace.doors.forwarded import Forwarded, caller_of, networks

TRUSTED = networks(("10.0.0.0/8", "2001:db8:1::/48"))


@pytest.mark.parametrize(
    ("forwarded_for", "caller"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("1.1.1.1, 203.0.113.7", "203.0.113.7"),
        ("127.0.0.1, 203.0.113.7, 10.0.0.9", "203.0.113.7"),
        ("203.0.113.7:4711", "203.0.113.7"),
        ("[2001:db8:2::1]:80", "2001:db8:2::1"),
        ("2001:db8:2::1, 2001:db8:1::5", "2001:db8:2::1"),
        ("::ffff:10.0.0.7", "10.0.0.7"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("203.0.113.7, unknown", "10.0.0.5"),
        ("203.0.113.7, <script>", "10.0.0.5"),
        ("", "10.0.0.5"),
        (",,,", "10.0.0.5"),
        ("10.0.0.1, 10.0.0.2", "10.0.0.1"),
        (", ".join(["198.51.100.1"] * 5000), "198.51.100.1"),
    ],
)
def test_the_last_address_that_is_no_proxy_of_ours(forwarded_for: str, caller: str) -> None:
    assert caller_of("10.0.0.5", forwarded_for, TRUSTED) == caller


def passed(peer: str, **headers: str) -> HttpRequest:
    request = RequestFactory().get("/", REMOTE_ADDR=peer, **headers)
    Forwarded(lambda _request: HttpResponse())(request)
    return request


CLAIMS: dict[str, Any] = {
    "HTTP_X_FORWARDED_FOR": "127.0.0.1",
    "HTTP_X_FORWARDED_PROTO": "https",
    "HTTP_X_FORWARDED_HOST": "evil.example",
    "HTTP_FORWARDED": "for=127.0.0.1",
    "HTTP_X_REAL_IP": "127.0.0.1",
    "HTTP_CF_IPCOUNTRY": "NL",
}


def test_nobody_says_of_himself_who_he_is(settings: Any) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    settings.COUNTRY_HEADER = "CF-IPCountry"
    request = passed("203.0.113.9", **CLAIMS)
    assert request.META["REMOTE_ADDR"] == "203.0.113.9"
    assert not request.is_secure()
    assert not CLAIMS.keys() & request.META.keys()


def test_our_own_proxy_is_believed(settings: Any) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    settings.TRUSTED_PROXIES = ("10.0.0.0/8",)
    request = passed("10.0.0.5", HTTP_X_FORWARDED_FOR="198.51.100.4", HTTP_X_FORWARDED_PROTO="https")
    assert request.META["REMOTE_ADDR"] == "198.51.100.4"
    assert request.is_secure()
    assert passed("", HTTP_X_FORWARDED_FOR="198.51.100.4").META["REMOTE_ADDR"] == "198.51.100.4"
