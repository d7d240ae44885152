"""The GS1 Digital Link resolver at the site's root, and what it says of itself."""

from __future__ import annotations

import json

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from catalog.traceability.gs1.problem import BadGS1
from catalog.traceability.http import RestAnswer, RestRequest
from catalog.traceability.links import description as resolver
from catalog.traceability.links.asked import read_asked
from catalog.traceability.links.link_types import NAMESPACE
from catalog.traceability.links.master_data import master_data
from catalog.traceability.links.read_request import OLD_WORDS, primary_keys, read_request
from catalog.traceability.links.resolve import resolve
from frontend.digital_link.choice_page import choice_page
from frontend.errors.error_page import error_page
from marketplace.doors.rest import raw_path

FIRST_SEGMENTS = "|".join((*primary_keys(), *sorted(OLD_WORDS)))
"""Addresses that begin with one of these are the resolver's; no page's does."""
COMPRESSED = r"[A-Za-z0-9_-]{10,1000}"
KEPT = "public, max-age=3600"


def digital_link(request: HttpRequest) -> HttpResponse:
    """``/01/…``: a redirect, a linkset, a choice, or what is wrong; a person reads a page, a program problem JSON."""
    answer = resolve(_asked(request))
    page = _page(request, answer)
    response = page or HttpResponse(answer.body, status=answer.status)
    for name, value in answer.headers.items():
        if page is None or name != "Content-Type":
            response.headers[name] = value
    if not response.content:
        del response.headers["Content-Type"]
    return response


def compressed_link(request: HttpRequest) -> HttpResponse:
    """One word that may be a compressed Digital Link; any other is no address here."""
    asked = _asked(request)
    try:
        read_request(asked.path, asked.query_string, origin=asked.origin)
    except BadGS1:
        raise Http404 from None
    return digital_link(request)


@require_safe
def description(request: HttpRequest) -> HttpResponse:
    return _public(JsonResponse(resolver.description(settings.PUBLIC_URL), json_dumps_params={"ensure_ascii": False}))


@require_safe
def linkset_context(request: HttpRequest) -> HttpResponse:
    return _public(JsonResponse(resolver.linkset_context(), content_type="application/ld+json"))


@require_safe
def facts(request: HttpRequest, path: str) -> HttpResponse:
    """``/master-data/01/…``: the facts of a published product as JSON-LD."""
    found = master_data(f"/{path}", origin=settings.PUBLIC_URL)
    if found is None:
        raise Http404
    return _public(JsonResponse(found, content_type="application/ld+json", json_dumps_params={"ensure_ascii": False}))


def _asked(request: HttpRequest) -> RestRequest:
    """Nobody's in particular: what the resolver answers is the same for everybody, and no body is read."""
    return RestRequest(
        method=str(request.method),
        path=raw_path(request),
        headers={name.lower(): value for name, value in request.headers.items()},
        origin=settings.PUBLIC_URL,
        query_string=request.META.get("QUERY_STRING", ""),
    )


def _page(request: HttpRequest, answer: RestAnswer) -> HttpResponse | None:
    asked = read_asked({}, {"accept": request.headers.get("Accept", "")})
    if request.method == "OPTIONS" or not asked.wants_html:
        return None
    if answer.status == 300:
        (choices,) = json.loads(answer.body)["linkset"]
        links = [link for relation, found in choices.items() if relation.startswith(NAMESPACE) for link in found]
        return choice_page(request, links)
    return error_page(request, answer.status) if answer.status in (400, 404) else None


def _public(response: HttpResponse) -> HttpResponse:
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cache-Control"] = KEPT
    return response
