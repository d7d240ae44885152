"""The one way out to carriers: bounded in time and size, and every failure the right `CarrierError`.

Redirects are not followed, so that credentials go nowhere else; nothing is tried twice, because only the caller knows
whether that would book twice.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import partial
from urllib.parse import urlencode, urlsplit

import urllib3
from urllib3.exceptions import HTTPError, TimeoutError

from logistics.carrier import CarrierError, CredentialsRefused
from logistics.carriers.found import Found, read_json
from marketplace.observability.outgoing import FAILED, Calling

MOST_BYTES = 5_000_000
"""Of an answer; a label of many pages is far smaller."""
LONGEST_RETRY_AFTER = 3600


@dataclass
class Limits:
    """Seconds. One object for all carriers, so that whoever needs other ones (a test) finds them here."""

    connect: float = 3.0
    read: float = 10.0
    """Between two pieces of the answer, and …"""
    whole: float = 20.0
    """… for all of it, however slowly it drips."""


LIMITS = Limits()
_POOL = urllib3.PoolManager(num_pools=20, maxsize=8, retries=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a carrier said that is no refusal of a common kind: any status below 500 except 401, 403, 408 and 429."""

    carrier: str
    status: int
    media_type: str
    content: bytes

    @property
    def is_success(self) -> bool:
        return 200 <= self.status < 300

    def json(self) -> Found:
        """Raises `CarrierError` (not permanent) for what is no JSON: a page of a proxy, mostly."""
        return read_json(self.content, partial(CarrierError, self.carrier, permanent=False))

    def refused(self, code: str, said: str = "") -> CarrierError:
        """The carrier understood and does not want to: asking again is no use. ``said`` are its own words."""
        return CarrierError(self.carrier, f"refused: {code[:60]} (status {self.status})", permanent=True, said=said)


def call(
    carrier: str,
    method: str,
    url: str,
    *,
    headers: Mapping[str, str] | None = None,
    query: Mapping[str, object] | None = None,
    body: object = None,
    form: Mapping[str, object] | None = None,
) -> Answer:
    """Ask ``url``; ``body`` is sent as JSON, ``form`` as a web form.

    Raises `CredentialsRefused`, and `CarrierError` that is not permanent for a line that is down, no answer in time,
    429 (with the seconds to wait), 408, 5xx, a redirect and more bytes than anybody needs.
    """
    sent, media_type = _sent(body, form)
    address = f"{url}?{urlencode(query)}" if query else url
    told = {"Accept": "application/json", **({"Content-Type": media_type} if media_type else {}), **(headers or {})}
    host = urlsplit(url).hostname or ""
    try:
        with Calling("carrier", carrier, host=host, method=method) as calling:
            response, content = _exchange(method, address, sent, told)
            if response.status >= 400:
                calling.failed("refused" if response.status < 500 else FAILED)
    except TimeoutError as late:
        raise CarrierError(carrier, "no answer in time", permanent=False) from late
    except TooMuch as much:
        raise CarrierError(carrier, str(much), permanent=False) from much
    except HTTPError as broken:
        raise CarrierError(carrier, f"no connection ({type(broken).__name__})", permanent=False) from broken
    _raise_common(carrier, response)
    return Answer(carrier, response.status, response.headers.get("Content-Type", "").partition(";")[0], content)


class TooMuch(Exception):
    """The answer is longer than `MOST_BYTES`."""


def _sent(body: object, form: Mapping[str, object] | None) -> tuple[bytes | None, str]:
    if form is not None:
        return urlencode(form).encode(), "application/x-www-form-urlencoded"
    if body is not None:
        return json.dumps(body, ensure_ascii=False, allow_nan=False).encode(), "application/json"
    return None, ""


def _exchange(
    method: str, url: str, sent: bytes | None, headers: Mapping[str, str]
) -> tuple[urllib3.BaseHTTPResponse, bytes]:
    until = time.monotonic() + LIMITS.whole
    timeout = urllib3.Timeout(connect=LIMITS.connect, read=LIMITS.read)
    response = _POOL.request(
        method, url, body=sent, headers=headers, timeout=timeout, redirect=False, preload_content=False
    )
    try:
        return response, _read(response, until)
    finally:
        response.close()


def _read(response: urllib3.BaseHTTPResponse, until: float) -> bytes:
    content = bytearray()
    while piece := response.read1(65536):
        content += piece
        if len(content) > MOST_BYTES:
            raise TooMuch(f"the answer is longer than {MOST_BYTES} bytes")
        if time.monotonic() > until:
            raise TimeoutError
    return bytes(content)


def _raise_common(carrier: str, response: urllib3.BaseHTTPResponse) -> None:
    status = response.status
    if status in (401, 403):
        raise CredentialsRefused(carrier)
    if status == 429:
        wait = retry_after(response.headers.get("Retry-After", ""))
        raise CarrierError(carrier, "asked too often", permanent=False, retry_after=wait)
    if status >= 500 or status == 408 or 300 <= status < 400:
        raise CarrierError(carrier, f"status {status}", permanent=False)


def retry_after(text: str) -> int | None:
    """Seconds, from either form of the header, at most an hour; ``None`` when it says nothing that can be read."""
    if text.strip().isascii() and text.strip().isdigit():
        return min(int(text), LONGEST_RETRY_AFTER)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    seconds = (moment.replace(tzinfo=moment.tzinfo or UTC) - datetime.now(UTC)).total_seconds()
    return min(max(int(seconds), 0), LONGEST_RETRY_AFTER)


def base_url(settings: Mapping[str, str], *, test: bool, trial: str, real: str) -> str:
    """Where an account's carrier is: its trial system, its real one, or wherever the operator said otherwise."""
    return (settings.get("base_url") or (trial if test else real)).rstrip("/")
