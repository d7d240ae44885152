"""The addresses without a language: the front door, short trace links, light and dark, and what robots may read."""

from urllib.parse import parse_qs, urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import Resolver404, resolve

from frontend.addresses import absolute, address_of, safe_next
from frontend.errors.methods import SAFE, only
from frontend.layout.surroundings import surroundings
from frontend.places import market_of_country
from frontend.reader_country import guessed_country
from frontend.rendering import MARKET_BOUND
from frontend.security import protect
from frontend.visit import COUNTRY, COUNTRY_PATTERN, MARKET, MARKET_PATTERN, PREFERENCE_AGE, THEME, THEMES, Visit

PERSONAL = (
    "*/basket",
    "*/checkout",
    "*/orders",
    "*/account",
    "*/seller/",
    "*/operator/",
    "*/expo-desk/",
    "*/suggestions",
    "*/track/",
    "track/",
    "documents/",
    "corrections/",
)


@only(*SAFE)
def front_door(request: HttpRequest) -> HttpResponse:
    """To the storefront in the remembered language and market, else in the browser's language."""
    visit = Visit.of(request)
    response = HttpResponseRedirect(address_of("home", language=visit.language, market=_first_market(request, visit)))
    response.headers["Vary"] = ", ".join(filter(None, ["Accept-Language", "Cookie", settings.COUNTRY_HEADER]))
    return protect(response)


@only(*SAFE)
def language_door(request: HttpRequest, language: str) -> HttpResponse:
    """``/nl/`` leads to the market a reader of the language starts in."""
    visit = Visit.of(request, language=language)
    return protect(HttpResponseRedirect(address_of("home", language=language, market=_first_market(request, visit))))


def _first_market(request: HttpRequest, visit: Visit) -> str:
    """The remembered one, else the one that delivers to where the reader is, else the one of their language."""
    country = guessed_country(request)
    if country is None or MARKET_PATTERN.fullmatch(request.COOKIES.get(MARKET, "")):
        return visit.market
    return market_of_country(country, surroundings(visit)["channels"]) or visit.market


@only(*SAFE)
def market_door(request: HttpRequest, language: str, market: str) -> HttpResponse:
    """``/nl/eu`` typed without its last stroke."""
    return protect(HttpResponseRedirect(address_of("home", language=language, market=market)))


@only(*SAFE)
def trace_door(request: HttpRequest, code: str) -> HttpResponse:
    """The short address on a printed label, ``/t/<code>``, leads to the trace page in the reader's language.

    With ``?by=lot`` a whole lot's label led here, so that nothing is said of one piece.
    """
    query = {"by": "lot"} if request.GET.get("by") == "lot" else {}
    address = address_of("trace", language=Visit.of(request).language, market="", code=code, query=query)
    return protect(HttpResponseRedirect(address))


@only(*SAFE)
def tracking_door(request: HttpRequest, token: str) -> HttpResponse:
    """The address in letters, ``/track/<token>``, leads to the shipment's page in the reader's language."""
    language = Visit.of(request).language
    return protect(HttpResponseRedirect(address_of("tracking", language=language, market="", token=token)))


@only("POST")
def choose_theme(request: HttpRequest) -> HttpResponse:
    """Remember light or dark; anything else follows the device again."""
    visit = Visit.of(request)
    theme = request.POST.get("theme", "")
    if theme in THEMES:
        visit.keep(THEME, theme, PREFERENCE_AGE)
    else:
        visit.forget(THEME)
    response = HttpResponseRedirect(safe_next(request.POST.get("next"), "/"))
    visit.write(response)
    return protect(response)


@only("POST")
def deliver_to(request: HttpRequest) -> HttpResponse:
    """Remember a market, or a country and so its market, and show the same page there."""
    visit = Visit.of(request)
    channels = surroundings(visit)["channels"]
    country = request.POST.get("country", "")
    wanted = market_of_country(country, channels) or request.POST.get("market", "")
    here = safe_next(request.POST.get("next"), "/")
    if wanted in {channel["slug"] for channel in channels}:
        visit.keep(MARKET, wanted, PREFERENCE_AGE)
        if COUNTRY_PATTERN.fullmatch(country):
            visit.keep(COUNTRY, country, PREFERENCE_AGE)
        here = in_market(here, wanted)
    response = HttpResponseRedirect(here)
    visit.write(response)
    return protect(response)


def in_market(path: str, market: str) -> str:
    """The same page in another market; what is one market's own (an order, a checkout) gives way to its home."""
    address = urlsplit(path)
    try:
        match = resolve(address.path)
    except Resolver404:
        return path
    if "market" not in match.kwargs or match.url_name is None:
        return path
    name, parts = match.url_name, {**match.kwargs, "market": market}
    if name in MARKET_BOUND:
        name, parts = "home", {key: parts[key] for key in ("language", "market")}
    return address_of(name, query=parse_qs(address.query), **parts)


@only(*SAFE)
def robots(request: HttpRequest) -> HttpResponse:
    """Search engines read the storefront; baskets, accounts and desks are nobody's business."""
    lines = ["User-agent: *", *(f"Disallow: /{path}" for path in PERSONAL)]
    return HttpResponse(
        "\n".join([*lines, "", f"Sitemap: {absolute('/sitemap.xml')}", ""]), content_type="text/plain; charset=utf-8"
    )
