"""Talk to a portal at an address that a seller entered: to the public internet only, bounded in time and size.

The address is looked up once, checked, and connected to as it is: what the name leads to a moment later does not
matter. Redirects are not followed, so that the key goes nowhere else.
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from typing import Any

import urllib3
from urllib3.exceptions import HTTPError

from catalog.traceability.portals.portal import PortalTrouble
from marketplace.observability.outgoing import Calling
from marketplace.webhooks.address import AddressRefused, BadTarget, Target, parse_target, resolve

CODE = "rest"
MOST_BYTES = 200_000
LONGEST_WAIT = 24 * 3600


@dataclass
class Limits:
    """Seconds; one object, so that whoever needs other ones (a test) finds them here."""

    connect: float = 3.0
    read: float = 10.0
    """Between two pieces of the answer, and …"""
    whole: float = 20.0
    """… for all of it."""


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Answer:
    """Any status below 500 that says something about the record."""

    status: int
    said: dict[str, Any]

    def text(self, name: str, longest: int) -> str:
        value = self.said.get(name)
        return value.strip()[:longest] if isinstance(value, str) else ""


def call(method: str, url: str, *, token: str, key: str = "", body: object = None) -> Answer:
    """Raises `PortalTrouble`."""
    headers = {"Accept": "application/json", **({"Authorization": f"Bearer {token}"} if token else {})}
    sent = None
    if body is not None:
        sent = json.dumps(body, ensure_ascii=False, allow_nan=False).encode()
        headers |= {"Idempotency-Key": key, "Content-Type": "application/json"}
    try:
        with Calling("portal", CODE, method=method):
            status, wait, content = _exchange(method, parse_target(url), sent, headers)
    except (BadTarget, AddressRefused) as refused:
        raise PortalTrouble(CODE, "the address cannot be called", permanent=True) from refused
    except (HTTPError, OSError) as broken:
        raise PortalTrouble(CODE, f"no answer ({type(broken).__name__})") from broken
    _raise_common(status, wait)
    return Answer(status, _json(content))


def _exchange(method: str, target: Target, sent: bytes | None, headers: dict[str, str]) -> tuple[int, str, bytes]:
    until = time.monotonic() + LIMITS.whole
    with _pool(target, resolve(target.host, target.port)) as pool:
        told = {**headers, "Host": target.netloc}
        response = pool.request(
            method, target.path, body=sent, headers=told, redirect=False, retries=False, preload_content=False
        )
        content = bytearray()
        while len(content) <= MOST_BYTES and (piece := response.read1(65536)):
            content += piece
            if time.monotonic() > until:
                raise TimeoutError
        return response.status, response.headers.get("Retry-After", ""), bytes(content)


def _pool(target: Target, address: str) -> urllib3.HTTPConnectionPool:
    """Connects to the address and expects the certificate of the name."""
    timeout = urllib3.Timeout(connect=LIMITS.connect, read=LIMITS.read)
    if target.scheme == "http":
        return urllib3.HTTPConnectionPool(address, target.port, timeout=timeout)
    names = {"server_hostname": target.host, "assert_hostname": target.host}
    return urllib3.HTTPSConnectionPool(address, target.port, timeout=timeout, **names)  # type: ignore[arg-type]  # names


def _raise_common(status: int, wait: str) -> None:
    if status in (401, 403):
        raise PortalTrouble(CODE, "the key was refused", permanent=True)
    if status == 429:
        seconds = min(int(wait), LONGEST_WAIT) if wait.isascii() and wait.isdigit() else None
        raise PortalTrouble(CODE, "asked too often", retry_after=seconds)
    if status >= 500 or status == 408 or 300 <= status < 400:
        raise PortalTrouble(CODE, f"status {status}")


def _json(content: bytes) -> dict[str, Any]:
    if len(content) > MOST_BYTES:
        raise PortalTrouble(CODE, "the answer is too long")
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as no_json:
        raise PortalTrouble(CODE, "the answer is no JSON") from no_json
    if not isinstance(found, dict):
        raise PortalTrouble(CODE, "the answer is no object")
    return found
