"""Talk to the gateway: bounded in time and size, and every failure the right ``ProviderTrouble``."""

import json
from dataclasses import dataclass
from typing import Any

import urllib3
from urllib3.exceptions import HTTPError

from marketplace.observability.outgoing import Calling
from orders.invoicing.provider import ProviderTrouble

CODE = "rest"
MOST_BYTES = 200_000
LONGEST_WAIT = 3600


@dataclass
class Limits:
    """Seconds; one object, so that whoever needs other ones (a test) finds them here."""

    connect: float = 3.0
    read: float = 10.0


LIMITS = Limits()
_POOL = urllib3.PoolManager(num_pools=4, maxsize=4, retries=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """Any status below 500 that says something about the invoice; ``said`` is what its JSON says."""

    status: int
    said: dict[str, Any]

    def text(self, name: str, longest: int) -> str:
        value = self.said.get(name)
        return value.strip()[:longest] if isinstance(value, str) else ""


def call(method: str, url: str, *, token: str, key: str = "", body: object = None) -> Answer:
    """Redirects are not followed, so that the token goes nowhere else. Raises ``ProviderTrouble``."""
    headers = {"Authorization": f"Bearer {token}", "Accept": "application/json"}
    if key:
        headers |= {"Idempotency-Key": key, "Content-Type": "application/json"}
    sent = json.dumps(body, ensure_ascii=False).encode() if body is not None else None
    timeout = urllib3.Timeout(connect=LIMITS.connect, read=LIMITS.read)
    try:
        with Calling("invoicing", CODE, method=method):
            response = _POOL.request(
                method, url, body=sent, headers=headers, timeout=timeout, redirect=False, preload_content=False
            )
            try:
                content = response.read(MOST_BYTES + 1)
            finally:
                response.close()
    except HTTPError as broken:
        raise ProviderTrouble(CODE, f"no answer ({type(broken).__name__})") from broken
    _raise_common(response.status, response.headers.get("Retry-After", ""))
    return Answer(response.status, _json(content))


def _raise_common(status: int, wait: str) -> None:
    if status in (401, 403):
        raise ProviderTrouble(CODE, "the token was refused", permanent=True)
    if status == 429:
        seconds = min(int(wait), LONGEST_WAIT) if wait.isascii() and wait.isdigit() else None
        raise ProviderTrouble(CODE, "asked too often", retry_after=seconds)
    if status >= 500 or status == 408 or 300 <= status < 400:
        raise ProviderTrouble(CODE, f"status {status}")


def _json(content: bytes) -> dict[str, Any]:
    if len(content) > MOST_BYTES:
        raise ProviderTrouble(CODE, "the answer is too long")
    try:
        found = json.loads(content)
    except ValueError as no_json:
        raise ProviderTrouble(CODE, "the answer is no JSON") from no_json
    if not isinstance(found, dict):
        raise ProviderTrouble(CODE, "the answer is no object")
    return found
