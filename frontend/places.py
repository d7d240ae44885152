"""Language and market are two choices: guessed once, remembered, and said in the address.

Nobody is sent elsewhere by a guess. Who comes from outside to a page in another language or market than theirs finds
the page, and above it the offer of the one they would have chosen.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest

from frontend.reader_country import guessed_country
from frontend.visit import LANGUAGE, MARKET, Visit
from i18n.collation import collated
from i18n.formatting import country_name
from i18n.languages import LANGUAGES, negotiate
from i18n.messages import gettext, lookup
from i18n.messages import gettext_noop as _

Channels = Sequence[Mapping[str, Any]]


def came_from_outside(request: HttpRequest) -> bool:
    """Whether another site led here. What says nothing (an address typed in, a bookmark) was meant as it is."""
    site = request.headers.get("Sec-Fetch-Site", "")
    if site:
        return site in {"cross-site", "same-site"}
    host = urlsplit(request.headers.get("Referer", "")[:2000]).netloc
    return bool(host) and host != request.get_host()


def market_of_country(country: str | None, channels: Channels) -> str | None:
    """The market that delivers to a country."""
    for channel in channels:
        if country and country in _countries(channel):
            return str(channel["slug"])
    return None


def delivered_to(visit: Visit, channels: Channels) -> str | None:
    """The country that this visitor chose, or the only one of the market; ``None`` leaves it at the market."""
    here = next((channel for channel in channels if channel["slug"] == visit.market), None)
    countries = _countries(here) if here else ()
    if visit.country in countries:
        return visit.country
    return countries[0] if len(countries) == 1 else None


def country_choices(language: str, channels: Channels) -> list[tuple[str, str]]:
    """Every country that some market delivers to, by its name in a language."""
    return _named(language, tuple(sorted({code for channel in channels for code in _countries(channel)})))


def suggestion(
    request: HttpRequest, visit: Visit, channels: Channels, here_in: Callable[..., str], *, has_market: bool
) -> dict[str, Any] | None:
    """The same page as this visitor would rather have it: its ``href``, and ``words`` in the language it ``speaks``."""
    remembers = LANGUAGE in request.COOKIES or MARKET in request.COOKIES
    if request.method != "GET" or (remembers and not came_from_outside(request)):
        return None
    language = _wanted_language(request)
    market = _wanted_market(request, channels) if has_market else None
    changed = {"language": language or visit.language, "market": market or visit.market}
    if (changed["language"], changed["market"]) == (visit.language, visit.market):
        return None
    speaks = changed["language"]
    own_name = LANGUAGES[speaks].own_name if speaks != visit.language else None
    there = next((row for row in channels if row["slug"] == changed["market"] != visit.market), None)
    place = place_name(there, guessed_country(request), speaks) if there else None
    return {
        "speaks": speaks,
        "words": _offer(speaks, own_name, place, there["currencyCode"] if there else None),
        "href": here_in(**changed) if has_market else here_in(language=changed["language"]),
    }


def _offer(speaks: str, own_name: str | None, place: str | None, currency: str | None) -> dict[str, str]:
    """The words of the offer, in the language that it offers."""
    said = {"language": own_name, "place": place, "currency": currency}
    if own_name and place:
        text = gettext(
            speaks, _("This page is also in %(language)s, with delivery to %(place)s in %(currency)s."), **said
        )
    elif own_name:
        text = gettext(speaks, _("This page is also in %(language)s."), **said)
    else:
        text = gettext(speaks, _("We also deliver to %(place)s, with prices in %(currency)s."), **said)
    return {
        "text": text,
        "label": gettext(speaks, _("Language and market")),
        "go": gettext(speaks, _("Change")),
        "stay": gettext(speaks, _("Stay here")),
    }


def place_name(channel: Mapping[str, Any], country: str | None, language: str) -> str:
    """A market by the country meant, its only one, or its own name."""
    countries = _countries(channel)
    code = country if country in countries else countries[0] if len(countries) == 1 else None
    return country_name(code, language) if code else lookup(language, str(channel["name"]))


def _wanted_language(request: HttpRequest) -> str | None:
    remembered = request.COOKIES.get(LANGUAGE, "")
    if remembered in LANGUAGES:
        return remembered
    accepted = request.headers.get("Accept-Language", "").strip()
    return negotiate(accepted) if accepted and accepted != "*" else None


def _wanted_market(request: HttpRequest, channels: Channels) -> str | None:
    remembered = request.COOKIES.get(MARKET, "")
    if any(channel["slug"] == remembered for channel in channels):
        return remembered
    return market_of_country(guessed_country(request), channels)


def _countries(channel: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(country["code"] for country in channel.get("countries") or ())


@cache
def _named(language: str, codes: tuple[str, ...]) -> list[tuple[str, str]]:
    named = [(code, country_name(code, language)) for code in codes]
    return collated(named, language, lambda pair: pair[1])
