"""The public API as the pages use it: in process, with the visitor's own rights and nothing more."""

from collections.abc import Iterable, Mapping
from typing import Any

from frontend.documents import Operation
from frontend.refusals import ApiAway, ApiFailed, BadRequest, FieldError, NotAllowed, NotFound, NotSignedIn, Refused
from frontend.visit import Visit

Data = dict[str, Any]

# A page never asks more than the limits allow, but for the one of time: too much came at once.
_BY_CODE: dict[str, type[Exception]] = {
    "UNAUTHENTICATED": NotSignedIn,
    "PERMISSION_DENIED": NotAllowed,
    "NOT_FOUND": NotFound,
    "BAD_ID": NotFound,
    "SERVICE_UNAVAILABLE": ApiAway,
    "LIMIT_EXCEEDED": ApiAway,
}
_SERVER_CODES = {"", "INTERNAL_ERROR"}
"""Our own trouble."""


def ask(visit: Visit, operation: Operation, variables: Mapping[str, Any]) -> Data:
    """Run a query; raises what `frontend.refusals` names when it is refused."""
    result = send(visit, operation, variables)
    _raise_first(result.errors or ())
    return dict(result.data or {})


def change(visit: Visit, operation: Operation, variables: Mapping[str, Any]) -> Data:
    """Run a mutation; raises ``Refused`` with the errors of its payloads, or what a query raises."""
    data = ask(visit, operation, variables)
    payloads = [payload for payload in data.values() if isinstance(payload, dict)]
    errors = [_field_error(error) for payload in payloads for error in payload.get("errors") or ()]
    if errors:
        raise Refused(errors)
    return data


def send(visit: Visit, operation: Operation, variables: Mapping[str, Any]) -> Any:
    """Execute and return the bare result: ``.data`` and ``.errors``."""
    from marketplace.schema import execute  # assembles the whole API; only pages that run need it

    return execute(
        operation.text,
        {name: value for name, value in variables.items() if name in operation.variables},
        token=visit.access_token,
        language=visit.language,
        files=None,
        client=visit.client,
    )


def code_of(error: Any) -> str:
    """``extensions.code`` of a GraphQL error, be it a dict or a ``GraphQLError``."""
    extensions = error.get("extensions") if isinstance(error, dict) else getattr(error, "extensions", None)
    return str((extensions or {}).get("code", ""))


def _raise_first(errors: Iterable[Any]) -> None:
    for error in errors:
        code = code_of(error)
        if code in {"ONLY_IN_PERSON", "TOO_MANY_REQUESTS"}:
            raise Refused([FieldError(None, code, str(error.get("message", "")))])
        if code in _BY_CODE:
            raise _BY_CODE[code]
        # The code alone: a message may repeat what somebody typed, and this ends in the log.
        raise (ApiFailed if code in _SERVER_CODES else BadRequest)(code)


def _field_error(error: Mapping[str, Any]) -> FieldError:
    known = {"field", "code", "message", "__typename"}
    extra = {name: value for name, value in error.items() if name not in known}
    return FieldError(error.get("field"), str(error.get("code", "")), str(error.get("message") or ""), extra or None)
