"""Roots of days for anybody to keep, the program that checks bundles, and bundles for who holds their fresh link."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from catalog.traceability.proof.bundle.link import BadBundleLink, open_bundle
from catalog.traceability.proof.published import published_root, published_roots
from catalog.traceability.proof.verifier.build import verifier_program

GROWING = "public, max-age=300"
LASTING = "public, max-age=31536000, immutable"


@require_safe
def trace_roots(request: HttpRequest) -> HttpResponse:
    """Keys and the latest roots; ``?before=2026-01-01`` goes back further."""
    asked = request.GET.get("before")
    before = _day(asked) if asked else None
    return _public(published_roots(before=before), GROWING)


@require_safe
def trace_root(request: HttpRequest, day: str) -> HttpResponse:
    """One day's; 404 while it is not closed."""
    found = published_root(_day(day))
    if found is None:
        raise Http404
    return _public(found, LASTING)


@require_safe
def verifier(request: HttpRequest) -> HttpResponse:
    """The program, from another place than the bundle it is to check."""
    response = HttpResponse(verifier_program(), content_type="text/x-python; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="verify.py"'
    response["Cache-Control"] = GROWING
    return response


@require_safe
def trace_bundle(request: HttpRequest, token: str) -> HttpResponseBase:
    try:
        name, opened = open_bundle(token, now=timezone.now())
    except BadBundleLink:
        raise Http404 from None
    response = FileResponse(opened, as_attachment=True, filename=name, content_type="application/zip")
    response["Cache-Control"] = "private, no-store"
    return response


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Http404 from None


def _public(said: dict[str, Any], kept: str) -> HttpResponse:
    """Readable from pages of others too: a page that compares roots may live anywhere."""
    response = JsonResponse(said)
    response["Cache-Control"] = kept
    response["Access-Control-Allow-Origin"] = "*"
    return response
