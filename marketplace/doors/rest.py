"""Django's requests and responses as the values that traceability's interfaces know, and back."""

from __future__ import annotations

from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from catalog.traceability.epcis.rights.viewer import viewer_of
from catalog.traceability.http import RestAnswer, RestRequest
from marketplace.accounts.models import User
from marketplace.schema import http_context

_SAFE = "/:;=@!$&'()*+,-._~"


class BodyTooLarge(Exception):
    """More than ``limit`` bytes came, or were announced."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"the body is longer than {limit} bytes")
        self.limit = limit


def rest_request(request: HttpRequest, *, longest_body: int) -> RestRequest:
    """Who asks is read as everywhere in the API: ``Authorization: Bearer``, never a cookie. Raises `BodyTooLarge`."""
    actor = http_context(request).actor
    user = actor if isinstance(actor, User) else None
    return RestRequest(
        method=(request.method or "GET").upper(),
        path=raw_path(request),
        query={name: tuple(values) for name, values in request.GET.lists()},
        headers={name.lower(): value for name, value in request.headers.items()},
        body=_body(request, longest_body),
        viewer=viewer_of(user),
        user=user,
        origin=settings.PUBLIC_URL.rstrip("/"),
        query_string=request.META.get("QUERY_STRING", ""),
    )


def http_response(answer: RestAnswer) -> HttpResponse:
    response = HttpResponse(answer.body, status=answer.status, headers=dict(answer.headers))
    if "content-type" not in {name.lower() for name in answer.headers}:
        del response["Content-Type"]
    return response


def raw_path(request: HttpRequest) -> str:
    """The path as it came where the server tells it: a slash inside a value is not one between segments."""
    sent: str = request.META.get("REQUEST_URI") or request.META.get("RAW_URI") or ""
    if sent.startswith("/"):
        return sent.partition("?")[0]
    return quote(request.path, safe=_SAFE)


def _body(request: HttpRequest, longest: int) -> bytes:
    announced = request.META.get("CONTENT_LENGTH") or "0"
    if announced.isascii() and announced.isdecimal() and int(announced) > longest:
        raise BodyTooLarge(longest)
    body: bytes = request.read(longest + 1)
    if len(body) > longest:
        raise BodyTooLarge(longest)
    return body
