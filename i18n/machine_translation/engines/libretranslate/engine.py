"""Any server that speaks LibreTranslate's API (``POST /translate``), by the standard library's HTTP client."""

import http.client
import json
import urllib.error
import urllib.request
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

from i18n.machine_translation.port import PermanentFailure, TemporaryFailure

SECONDS = 25.0
MOST_BYTES = 4 * 1024 * 1024
_KEEP, _KEPT = ("<keep>", "</keep>"), ('<code translate="no">', "</code>")
"""HTML's way to ask that something stays as it is. A server may ignore it, so `shield` checks what comes back."""


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """The key goes to the address that was configured and to no other."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


class LibreTranslate:
    """``url`` is the server's address, http or https."""

    name = "LibreTranslate"

    def __init__(self, url: str, api_key: str | None = None) -> None:
        if not url.startswith(("http://", "https://")):
            raise ValueError("LIBRETRANSLATE_URL must start with http:// or https://")
        self._url = url.rstrip("/") + "/translate"
        self._api_key = api_key
        self._opener = urllib.request.build_opener(_NoRedirects)

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        asked = {
            "q": [_swapped(text, _KEEP, _KEPT) for text in texts],
            "source": source,
            "target": target,
            "format": "html",
        }
        if self._api_key:
            asked["api_key"] = self._api_key
        answer = self._post(asked)
        found = answer.get("translatedText") if isinstance(answer, dict) else None
        if not isinstance(found, list) or len(found) != len(texts) or not all(isinstance(t, str) for t in found):
            raise TemporaryFailure("WRONG_ANSWER")
        return [_swapped(text, _KEPT, _KEEP) for text in found]

    def _post(self, asked: dict[str, Any]) -> Any:
        request = urllib.request.Request(  # noqa: S310  # the constructor lets only http and https through
            self._url, json.dumps(asked).encode(), {"Content-Type": "application/json"}
        )
        try:
            with self._opener.open(request, timeout=SECONDS) as response:
                content = response.read(MOST_BYTES + 1)
        except urllib.error.HTTPError as refusal:
            with refusal:
                raise _by_status(refusal) from None
        except (OSError, http.client.HTTPException) as failure:
            raise TemporaryFailure("UNREACHABLE") from failure
        try:
            return json.loads(content) if len(content) <= MOST_BYTES else None
        except ValueError as nonsense:
            raise TemporaryFailure("WRONG_ANSWER") from nonsense


def _by_status(refusal: urllib.error.HTTPError) -> PermanentFailure | TemporaryFailure:
    """403 is a wrong key or a banned address, 429 too many requests, 400 a language or a size it does not take."""
    if refusal.code in (401, 403):
        return PermanentFailure("BAD_KEY")
    if refusal.code == 429:
        return TemporaryFailure("SLOW_DOWN", _pause(refusal.headers.get("Retry-After")))
    if refusal.code >= 500 or 300 <= refusal.code < 400:
        return TemporaryFailure("UNREACHABLE", _pause(refusal.headers.get("Retry-After")))
    return PermanentFailure("REFUSED")


def _pause(header: str | None) -> timedelta | None:
    """``Retry-After`` as RFC 9110 §10.2.3 has it: seconds or a date; a day at most, nonsense passed over."""
    if header is None:
        return None
    try:
        seconds = float(header) if header.strip().isdigit() else _until(header)
    except ValueError:
        return None
    return timedelta(seconds=min(max(seconds, 0.0), 86_400.0))


def _until(header: str) -> float:
    moment = parsedate_to_datetime(header)
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return (aware - datetime.now(UTC)).total_seconds()


def _swapped(text: str, old: tuple[str, str], new: tuple[str, str]) -> str:
    """One pair of tags in place of another; a name never holds tags of its own, for its text is escaped."""
    return text.replace(old[0], new[0]).replace(old[1], new[1])
