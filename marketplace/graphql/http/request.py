"""The parameters of a request, read strictly: GraphQL over HTTP sections 5.1 to 5.4."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.http import HttpRequest, UnreadablePostError

from marketplace.graphql.errors import _
from marketplace.graphql.http.refusal import HTTPRefusal
from marketplace.graphql.scalars import ExactFloat


@dataclass(frozen=True, slots=True)
class RequestLimits:
    """What the door lets in, in bytes and pieces."""

    body: int = 1_000_000
    """A JSON body, or the JSON parts of a multipart one."""
    files: int = 10
    file: int = 10_000_000
    """One uploaded file."""
    multipart: int = 40_000_000
    """A whole multipart body."""


@dataclass(frozen=True, slots=True)
class Parameters:
    """What the client wants executed."""

    query: str | None
    variables: dict[str, Any] = field(default_factory=dict)
    operation_name: str | None = None
    extensions: Mapping[str, Any] = field(default_factory=dict)
    files: Mapping[str, Any] = field(default_factory=dict)


def read_get(request: HttpRequest) -> Parameters:
    """``query``, ``variables``, ``operationName`` and ``extensions`` of the URL; the two maps as JSON."""
    given: dict[str, Any] = {}
    for name in ("query", "variables", "operationName", "extensions"):
        values = request.GET.getlist(name)
        if len(values) > 1:
            raise HTTPRefusal(_("The parameter %(name)s may be given once."), {"name": name})
        if values:
            as_json = name in {"variables", "extensions"} and values[0].strip() not in {"", "null"}
            given[name] = parse_json(values[0].encode("utf-8", "replace")) if as_json else values[0] or None
            if name in {"variables", "extensions"} and not as_json:
                given[name] = None
    return parameters(given)


def read_json(request: HttpRequest, limits: RequestLimits) -> Parameters:
    """The JSON object of a POST body."""
    require_utf8(request)
    return parameters(parse_json(read_body(request, limits.body)))


def parameters(given: Any, files: Mapping[str, Any] | None = None) -> Parameters:
    """Check the types of the parameters; unknown ones are ignored as section 5.1 asks."""
    if isinstance(given, list):
        raise HTTPRefusal(_("Several operations in one request are not supported; send them one by one."))
    if not isinstance(given, dict):
        raise HTTPRefusal(_("The request must be a JSON object."))
    query, name = given.get("query"), given.get("operationName")
    for parameter, value in (("query", query), ("operationName", name)):
        if value is not None and not isinstance(value, str):
            raise HTTPRefusal(_("The parameter %(name)s must be a string."), {"name": parameter})
    variables, extensions = given.get("variables"), given.get("extensions")
    for parameter, value in (("variables", variables), ("extensions", extensions)):
        if value is not None and not isinstance(value, dict):
            raise HTTPRefusal(_("The parameter %(name)s must be an object."), {"name": parameter})
    return Parameters(query, variables or {}, name or None, extensions or {}, files or {})


def parse_json(body: bytes) -> Any:
    """JSON as RFC 8259 has it, in UTF-8, a byte order mark ignored; numbers keep their digits for Decimals."""
    try:
        return json.loads(body.decode("utf-8-sig"), parse_float=ExactFloat, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise HTTPRefusal(_("The request is not valid JSON.")) from None


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def require_utf8(request: HttpRequest) -> None:
    charset = (request.content_params or {}).get("charset", "utf-8")
    if charset.strip("\"' ").lower() not in {"utf-8", "utf8"}:
        raise HTTPRefusal(_("The request must be in UTF-8."), status=415, code="UNSUPPORTED_MEDIA_TYPE")


def require_length(request: HttpRequest, limit: int) -> None:
    """Refuse by the announced length, before a byte is read."""
    announced = request.META.get("CONTENT_LENGTH") or "0"
    if not announced.isascii() or not announced.isdigit():
        raise HTTPRefusal(_("The length of the request is not a number."))
    if len(announced) > 15 or int(announced) > limit:
        raise too_large(limit)


def too_large(limit: int) -> HTTPRefusal:
    return HTTPRefusal(
        _("The request is larger than %(limit)s bytes."), {"limit": limit}, status=413, code="REQUEST_TOO_LARGE"
    )


def read_body(request: HttpRequest, limit: int) -> bytes:
    require_length(request, limit)
    try:
        body = request.body
    except RequestDataTooBig:
        raise too_large(limit) from None
    except (UnreadablePostError, SuspiciousOperation, BadRequest):
        raise HTTPRefusal(_("The request could not be read.")) from None
    if len(body) > limit:
        raise too_large(limit)
    return body
