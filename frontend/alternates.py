"""The same page in the other languages, for search engines (``hreflang``, RFC 8288 and 5646).

A market of one country gives each address its region: ``vi-VN``; one of many countries does not: ``nl``.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from i18n.languages import DEFAULT_LANGUAGE, LANGUAGES

X_DEFAULT = "x-default"


def alternates(
    address: Callable[..., str], market: str, channels: Sequence[Mapping[str, Any]]
) -> list[tuple[str, str]]:
    """Pairs of ``hreflang`` and path; the last is for readers of any other language, who get English."""
    region = region_of(market, channels)
    found = [(f"{code}{region}", address(language=code)) for code in LANGUAGES]
    return [*found, (X_DEFAULT, address(language=DEFAULT_LANGUAGE))]


def region_of(market: str, channels: Sequence[Mapping[str, Any]]) -> str:
    """``-VN`` for a market of one country, else nothing."""
    country = country_of(market, channels)
    return f"-{country}" if country else ""


def country_of(market: str, channels: Sequence[Mapping[str, Any]]) -> str:
    """The country of a market that has one only, else nothing."""
    for channel in channels:
        if channel["slug"] == market and len(channel.get("countries") or ()) == 1:
            return str(channel["countries"][0]["code"])
    return ""
