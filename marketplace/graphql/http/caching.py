"""Who may keep an answer: public reads by GET carry an ETag (RFC 9110 section 8.8.3), nothing else is stored."""

import hashlib

from django.http import HttpRequest, HttpResponse

VARY = "Accept, Accept-Language, Authorization"


def forbid(response: HttpResponse) -> None:
    response["Cache-Control"] = "no-store"


def allow(response: HttpResponse, request: HttpRequest, *, seconds: int) -> HttpResponse:
    """Let caches keep a public answer; an empty 304 when the caller has the same one already."""
    tag = f'"{hashlib.sha256(response["Content-Type"].encode() + response.content).hexdigest()[:32]}"'
    if _has(request.headers.get("If-None-Match", ""), tag):
        unchanged = HttpResponse(status=304)
        del unchanged["Content-Type"]
        response = unchanged
    response["ETag"] = tag
    response["Cache-Control"] = f"public, max-age={seconds}, must-revalidate"
    return response


def _has(header: str, tag: str) -> bool:
    """Weak comparison, as If-None-Match asks (RFC 9110 section 13.1.2)."""
    return any(candidate.strip().removeprefix("W/") in {tag, "*"} for candidate in header.split(","))
