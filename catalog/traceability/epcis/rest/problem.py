"""Refusals of the REST interface, each of the kinds that EPCIS 2.0 names, as RFC 7807 has problems written."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from catalog.traceability.http import RestAnswer

MEDIA_TYPE = "application/problem+json"
_MOST_ERRORS = 50


class Kind(StrEnum):
    VALIDATION = "epcisException:ValidationException"
    QUERY_VALIDATION = "epcisException:QueryValidationException"
    QUERY_PARAMETER = "epcisException:QueryParameterException"
    SUBSCRIPTION_CONTROLS = "epcisException:SubscriptionControlsException"
    SECURITY = "epcisException:SecurityException"
    NO_SUCH_NAME = "epcisException:NoSuchNameException"
    NO_SUCH_RESOURCE = "epcisException:NoSuchResourceException"
    NOT_ACCEPTABLE = "epcisException:NotAcceptableException"
    ALREADY_EXISTS = "epcisException:ResourceAlreadyExistsException"
    CAPTURE_LIMIT = "epcisException:CaptureLimitExceededException"
    QUERY_TOO_LARGE = "epcisException:QueryTooLargeException"
    QUERY_TOO_COMPLEX = "epcisException:QueryTooComplexException"
    URI_TOO_LONG = "epcisException:URITooLongException"
    UNSUPPORTED_MEDIA_TYPE = "epcisException:UnsupportedMediaTypeException"
    IMPLEMENTATION = "epcisException:ImplementationException"
    METHOD = "about:blank"
    """The standard has no name for a method that a resource does not know (405)."""


STATUS: Mapping[Kind, tuple[int, str]] = {
    Kind.VALIDATION: (400, "The document is not valid"),
    Kind.QUERY_VALIDATION: (400, "The query is not valid"),
    Kind.QUERY_PARAMETER: (400, "A query parameter is not valid"),
    Kind.SUBSCRIPTION_CONTROLS: (400, "The controls of the subscription are not valid"),
    Kind.SECURITY: (401, "Not authorised"),
    Kind.NO_SUCH_NAME: (404, "Not found"),
    Kind.NO_SUCH_RESOURCE: (404, "Not found"),
    Kind.NOT_ACCEPTABLE: (406, "Not to be had in this form"),
    Kind.ALREADY_EXISTS: (409, "It exists already"),
    Kind.CAPTURE_LIMIT: (413, "Too much to capture at once"),
    Kind.QUERY_TOO_LARGE: (413, "The query has too large an answer"),
    Kind.QUERY_TOO_COMPLEX: (413, "The query is too complex"),
    Kind.URI_TOO_LONG: (414, "The address is too long"),
    Kind.UNSUPPORTED_MEDIA_TYPE: (415, "Not a media type that is read here"),
    Kind.IMPLEMENTATION: (500, "The server failed"),
    Kind.METHOD: (405, "The resource does not know this method"),
}


@dataclass(slots=True)
class RestRefused(Exception):
    """``status`` where it is not the kind's own: 403 for somebody known, 501 for what is not there."""

    kind: Kind
    detail: str = ""
    status: int | None = None
    headers: Mapping[str, str] | None = None
    errors: Sequence[Mapping[str, Any]] = ()

    def __str__(self) -> str:
        return f"{self.kind}: {self.detail}"


def problem(kind: Kind, detail: str = "", *, status: int | None = None, **further: Any) -> dict[str, Any]:
    """The body, also of a capture job's errors."""
    usual, title = STATUS[kind]
    told = {"type": str(kind), "title": title, "status": status or usual, "detail": detail, **further}
    return {key: value for key, value in told.items() if value not in ("", (), [])}


def problem_answer(refused: RestRefused) -> RestAnswer:
    told = problem(
        refused.kind, refused.detail[:2000], status=refused.status, errors=list(refused.errors)[:_MOST_ERRORS]
    )
    headers = {"Content-Type": MEDIA_TYPE, **(refused.headers or {})}
    if told["status"] == 401:
        headers["WWW-Authenticate"] = 'Bearer realm="EPCIS"'
    return RestAnswer(told["status"], headers, json.dumps(told, ensure_ascii=False).encode())
