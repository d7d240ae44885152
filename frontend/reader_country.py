"""From which country somebody reads, as far as it is said without asking: for counting, and for guessing a market."""

import re

from django.conf import settings
from django.http import HttpRequest

_REGION = re.compile(r"^\s*[a-zA-Z]{2,3}(?:-[a-zA-Z]{4})?-([a-zA-Z]{2})\b")
_CODE = re.compile(r"[A-Z]{2}")
NOWHERE = {"XX", "T1", "ZZ"}
"""What networks write for unknown and for readers who hide where they are."""


def reader_country(request: HttpRequest) -> str | None:
    """By the network in front of us, where the installation trusts one (`COUNTRY_HEADER`), else by the first language.

    ``nl-BE,nl;q=0.9`` -> ``BE``; ``None`` where neither says a country. No address of anybody is looked at.
    """
    header = settings.COUNTRY_HEADER
    code = request.headers.get(header, "").strip().upper() if header else ""
    if not code:
        met = _REGION.match(request.headers.get("Accept-Language", "")[:100])
        code = met[1].upper() if met else ""
    return code if _CODE.fullmatch(code) and code not in NOWHERE else None


def guessed_country(request: HttpRequest) -> str | None:
    """The same, for guessing a market: ``en-US``, which browsers everywhere are delivered with, says nothing."""
    if not (settings.COUNTRY_HEADER and request.headers.get(settings.COUNTRY_HEADER)):
        accepted = request.headers.get("Accept-Language", "").strip().lower()
        if accepted.startswith("en-us"):
            return None
    return reader_country(request)


def is_looked_at(request: HttpRequest) -> bool:
    """Whether a person has the page before them: it is opened, not fetched ahead of time."""
    ahead = f"{request.headers.get('Sec-Purpose', '')} {request.headers.get('Purpose', '')}"
    return request.method == "GET" and "prefetch" not in ahead.lower()
