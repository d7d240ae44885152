"""What search engines may find: an index of sitemaps (sitemaps.org), per language and market.

``/sitemap.xml`` names ``/sitemaps/<language>/<market>/pages.xml`` (pages, makers and fairs), one ``fair-<slug>.xml``
with the exhibitors of each fair, and one ``products-<n>.xml`` for each ten thousand product ids. They are written as
they are read, a thousand products at a time, and hold what a visitor who isn't signed in may see.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.views.decorators.http import require_safe

from frontend import api
from frontend.addresses import absolute, address_of
from frontend.alternates import region_of
from frontend.documents import operations
from frontend.refusals import BadRequest
from frontend.security import protect
from frontend.sitemap_xml import ADDRESSES, INDEX, address, closing, opening, part
from frontend.visit import Visit
from i18n.languages import LANGUAGES

KEPT = "public, max-age=3600"
PAGES = ("home", "products", "sellers", "fairs", "apply", "sizes", "ranking", "indicators", "terms", "privacy")
MOST_FAIRS = 100
MAKERS_AT_ONCE = 100
EXHIBITORS_AT_ONCE = 100


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """Every sitemap there is, with the moment of the latest change in it where that is known."""
    lines, fairs = [opening(INDEX)], _fairs()
    for channel in _ask("Markets")["channels"]:
        parts = _ask("Parts", channel=channel["slug"])["sitemapParts"]
        for language in LANGUAGES:
            folder = f"/sitemaps/{language}/{channel['slug']}"
            lines.append(part(absolute(f"{folder}/pages.xml")))
            lines += [part(absolute(f"{folder}/fair-{slug}.xml")) for slug in fairs]
            lines += [part(absolute(f"{folder}/products-{one['number']}.xml"), one["lastModified"]) for one in parts]
    return _answer(HttpResponse("".join([*lines, closing(INDEX)])))


@require_safe
def pages_sitemap(request: HttpRequest, language: str, market: str) -> StreamingHttpResponse:
    """The pages that are not products."""
    return _answer(StreamingHttpResponse(_pages(language, market, _region(market))))


@require_safe
def products_sitemap(request: HttpRequest, language: str, market: str, number: int) -> StreamingHttpResponse:
    """The products of one part."""
    region = _region(market)
    try:
        first = _entries(market, number, None)
    except BadRequest:
        first = []
    if not first:
        raise Http404
    return _answer(StreamingHttpResponse(_products(language, market, region, number, first)))


@require_safe
def fair_sitemap(request: HttpRequest, language: str, market: str, slug: str) -> StreamingHttpResponse:
    """The exhibitors of one fair."""
    region = _region(market)
    if slug not in _fairs():
        raise Http404
    return _answer(StreamingHttpResponse(_exhibitors(language, market, region, slug)))


def _pages(language: str, market: str, region: str) -> Iterator[str]:
    yield opening(ADDRESSES)
    for name in PAGES:
        yield _everywhere(language, market, region, name)
    for slug in _makers():
        yield _everywhere(language, market, region, "seller", slug=slug)
    for slug in _fairs():
        yield _everywhere(language, market, region, "fair", slug=slug)
    yield closing(ADDRESSES)


def _fairs() -> list[str]:
    return [edge["node"]["slug"] for edge in _ask("Fairs", first=MOST_FAIRS)["expos"]["edges"]]


def _exhibitors(language: str, market: str, region: str, slug: str) -> Iterator[str]:
    yield opening(ADDRESSES)
    after = None
    while (expo := _ask("FairExhibitors", slug=slug, first=EXHIBITORS_AT_ONCE, after=after)["expo"]) is not None:
        found = expo["exhibitors"]
        for edge in found["edges"]:
            yield _everywhere(language, market, region, "exhibitor", slug=slug, exhibitor=edge["node"]["id"])
        if not found["pageInfo"]["hasNextPage"]:
            break
        after = found["pageInfo"]["endCursor"]
    yield closing(ADDRESSES)


def _makers() -> Iterator[str]:
    after = None
    while True:
        found = _ask("Makers", first=MAKERS_AT_ONCE, after=after)["sellers"]
        yield from (edge["node"]["slug"] for edge in found["edges"])
        if not found["pageInfo"]["hasNextPage"]:
            return
        after = found["pageInfo"]["endCursor"]


def _everywhere(language: str, market: str, region: str, name: str, **parts: Any) -> str:
    """A page whose address is the same in every language but for the language."""
    paths = {code: address_of(name, language=code, market=market, **parts) for code in LANGUAGES}
    return address(language, {code: absolute(path) for code, path in paths.items()}, region=region)


def _products(language: str, market: str, region: str, number: int, entries: list[dict[str, Any]]) -> Iterator[str]:
    yield opening(ADDRESSES)
    pattern = {code: absolute(address_of("products", language=code, market=market)) for code in LANGUAGES}
    while entries:
        yield "".join(_product(language, region, pattern, entry) for entry in entries)
        entries = _entries(market, number, entries[-1]["key"])
    yield closing(ADDRESSES)


def _product(language: str, region: str, lists: dict[str, str], entry: dict[str, Any]) -> str:
    paths = {code: f"{lists[code]}/{slug}" for code, slug in zip(LANGUAGES, entry["slugs"], strict=True)}
    return address(language, paths, entry["lastModified"], region=region)


def _entries(market: str, number: int, after: int | None) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = _ask("Entries", channel=market, part=number, after=after)["sitemapEntries"]
    return found


def _region(market: str) -> str:
    """Of one of our markets; there are no sitemaps of others."""
    channels = _ask("Markets")["channels"]
    if market not in {channel["slug"] for channel in channels}:
        raise Http404
    return region_of(market, channels)


def _ask(name: str, **variables: Any) -> dict[str, Any]:
    """As nobody in particular, whoever asks: a file that caches keep must not depend on who is signed in."""
    return api.ask(_NOBODY, operations(Path(__file__).with_suffix(".graphql"))[name], variables)


_NOBODY = Visit(language="en", market="", theme=None, access_token=None, refresh_token=None, client={}, cookies={})


def _answer(response: Any) -> Any:
    response.headers["Content-Type"] = "application/xml; charset=utf-8"
    response.headers["Cache-Control"] = KEPT
    return protect(response)
