"""Open data over HTTP: for pages of others too, kept for some minutes, and not sent again where nothing changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps
from hashlib import sha256

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

KEPT = "public, max-age=300"
METHODS = ("GET", "HEAD", "OPTIONS")
View = Callable[..., HttpResponseBase]


def open_data(view: View) -> Callable[..., HttpResponseBase]:
    """Reading only, for whoever asks from wherever; ``OPTIONS`` answers what browsers ask before they send an ETag."""

    @wraps(view)
    def answer(request: HttpRequest, *args: str, **parts: str) -> HttpResponseBase:
        if request.method == "OPTIONS":
            response: HttpResponseBase = HttpResponse(status=204)
        elif request.method in METHODS:
            response = view(request, *args, **parts)
        else:
            response = HttpResponseNotAllowed(METHODS)
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Allow-Methods"] = ", ".join(METHODS)
        response["Access-Control-Allow-Headers"] = "If-None-Match, If-Modified-Since"
        response["Access-Control-Expose-Headers"] = "ETag, Last-Modified"
        return response

    return answer


def conditional(
    request: HttpRequest, body: str, content_type: str, *, modified: datetime | None = None
) -> HttpResponseBase:
    """With an ETag of its bytes; 304 where the client has them."""
    content = body.encode()
    response = HttpResponse(content, content_type=content_type)
    etag = f'"{sha256(content).hexdigest()[:32]}"'
    response["ETag"] = etag
    response["Cache-Control"] = KEPT
    seconds = None
    if modified is not None:
        seconds = int(modified.astimezone(UTC).timestamp())
        response["Last-Modified"] = http_date(seconds)
    return get_conditional_response(request, etag=etag, last_modified=seconds, response=response) or response
