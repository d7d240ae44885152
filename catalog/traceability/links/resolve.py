"""``resolve``: what the address of a thing answers (GS1-Conformant Resolver, release 1.2).

1. Read the Digital Link, compressed or not; 400 with every problem if it breaks a rule.
2. Walk from the thing as finely as it is named up to its key.
3. Who asks for the linkset gets the links of every level.
4. Who names a link type is sent to the links of the first level that has it: to the best of them for the reader's
   language, media and context (307), or told the choice where several are as good (300); 404 where there is none.
5. Everybody else is sent to the first default on the way up, or to a link of the same type, level and hand (the
   seller's or ours) that fits better what the request says.

``/01/0893…/10/LO-1?linkType=gs1:pip&a=b`` with ``Accept-Language: nl`` -> 307 to the product's Dutch page and ``?a=b``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from urllib.parse import unquote, urlsplit, urlunsplit

from catalog.traceability.gs1.digital_link import DigitalLink
from catalog.traceability.gs1.problem import BadGS1
from catalog.traceability.http import RestAnswer, RestRequest
from catalog.traceability.links.asked import LINKSET_JSON, LINKSET_TEXT, Asked, read_asked
from catalog.traceability.links.choose import best_links, is_better
from catalog.traceability.links.description import CONTEXT_PATH
from catalog.traceability.links.level import Level, levels_of
from catalog.traceability.links.link import Link
from catalog.traceability.links.link_types import LINKSET, link_type_named
from catalog.traceability.links.links_of import default_of, links_of
from catalog.traceability.links.linkset import linkset_json, linkset_text
from catalog.traceability.links.providers.pages import shown_products
from catalog.traceability.links.read_request import Requested, read_request

METHODS = "GET, HEAD, OPTIONS"
CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "Accept, Accept-Language",
    "Access-Control-Expose-Headers": "Link, Location",
    "Access-Control-Max-Age": "86400",
}
PROBLEM = "application/problem+json"
_DEFAULTS = ("defaultLink", "defaultLinkMulti")
_OURS = ("linkType", "linktype")
"""What is said to the resolver and to nobody after it."""


def resolve(request: RestRequest) -> RestAnswer:
    """Never 200 for what is wrong or missing, and never a failure for what anybody may send."""
    if request.method == "OPTIONS":
        return RestAnswer(204, {**CORS, "Allow": METHODS})
    if request.method not in ("GET", "HEAD"):
        return RestAnswer(405, {**CORS, "Allow": METHODS})
    try:
        requested = read_request(request.path, request.query_string, origin=request.origin)
    except BadGS1 as bad:
        return _problem(400, "This is no GS1 Digital Link", bad, {})
    asked = read_asked(_words(requested.link), request.headers)
    headers = {**CORS, "Link": _links(requested, request.origin), "Vary": "Accept, Accept-Language"}
    levels = levels_of(requested.link)
    if asked.link_type in LINKSET or asked.names(LINKSET_JSON) or asked.names(LINKSET_TEXT):
        return _linkset(levels, asked, request.origin, headers)
    found = _of_type(levels, asked) if asked.link_type else _default(levels, asked)
    if not found:
        return _problem(404, "There is no such link", None, headers)
    if len(found) > 1:
        body = linkset_json([(f"{request.origin}{levels[0].path}", found)], {})
        return RestAnswer(300, {**headers, "Content-Type": LINKSET_JSON}, body)
    location = with_query(found[0].href, passed_on(requested.query))
    return RestAnswer(307, {**headers, "Location": location, "Cache-Control": "no-cache"})


def _default(levels: Sequence[Level], asked: Asked) -> list[Link]:
    """One link or none."""
    for level in levels:
        found = default_of(level, asked.language)
        if found is not None:
            default, others = found
            better = [link for link in others if is_better(link, default, asked)]
            return best_links(better, asked)[:1] if better else [default]
    return next((links[:1] for level in reversed(levels) if (links := links_of(level, asked.language))), [])


def _of_type(levels: Sequence[Level], asked: Asked) -> list[Link]:
    wanted = link_type_named(asked.link_type)
    if wanted in _DEFAULTS:
        return _default(levels, asked)
    if wanted is None:
        return []
    for level in levels:
        links = links_of(level, asked.language, link_type=wanted)
        if links:
            return best_links(links, asked)
    return []


def _linkset(levels: Sequence[Level], asked: Asked, origin: str, headers: Mapping[str, str]) -> RestAnswer:
    anchored = [(f"{origin}{level.path}", links_of(level, asked.language)) for level in levels]
    if not any(links for _anchor, links in anchored):
        return _problem(404, "There are no links", None, headers)
    if asked.names(LINKSET_TEXT) and asked.accepts(LINKSET_TEXT) > asked.accepts(LINKSET_JSON):
        return RestAnswer(200, {**headers, "Content-Type": f"{LINKSET_TEXT}; charset=utf-8"}, linkset_text(anchored))
    named = {f"{origin}{level.path}": shown[0][0].name for level in levels if (shown := shown_products(level))}
    return RestAnswer(200, {**headers, "Content-Type": LINKSET_JSON}, linkset_json(anchored, named))


def _links(requested: Requested, origin: str) -> str:
    """To the linkset, to what makes JSON-LD of it, and from a compressed address to the whole one."""
    here = f"{origin}{requested.link.path()}"
    found = [
        f'<{here}?linkType=linkset>; rel="linkset"; type="{LINKSET_JSON}"',
        f'<{origin}{CONTEXT_PATH}>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"',
    ]
    if requested.was_compressed:
        found.append(f'<{requested.link.uri(origin)}>; rel="owl:sameAs"')
    return ", ".join(found)


def passed_on(query: str) -> str:
    """All pairs as they came, but for what was said to the resolver."""
    pieces = (piece for piece in re.split("[&;]", query) if piece)
    return "&".join(piece for piece in pieces if unquote(piece.partition("=")[0]) not in _OURS)


def with_query(href: str, query: str) -> str:
    parts = urlsplit(href)
    return urlunsplit(parts._replace(query="&".join(filter(None, (parts.query, query)))))


def _words(link: DigitalLink) -> dict[str, str]:
    """The first of a name counts."""
    return dict(reversed(link.others))


def _problem(status: int, title: str, bad: BadGS1 | None, headers: Mapping[str, str]) -> RestAnswer:
    """RFC 9457. ``problems`` name the rule, the identifier and the characters."""
    body: dict[str, object] = {"type": "about:blank", "title": title, "status": status}
    if bad is not None:
        body["problems"] = [{"code": one.code, "ai": one.ai, "detail": one.detail} for one in bad.problems]
    told = {**CORS, **headers, "Content-Type": PROBLEM, "Cache-Control": "no-store"}
    return RestAnswer(status, told, json.dumps(body, ensure_ascii=False).encode())
