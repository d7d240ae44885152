"""Errors as clients see them: known ones with their code, any other one as a number to look up in the log."""

import uuid
from typing import Any

from django.core.exceptions import PermissionDenied as DjangoPermissionDenied
from graphql import GraphQLError

from marketplace.graphql.context import Context, untranslated
from marketplace.graphql.errors import KnownError, PermissionDenied, _
from marketplace.graphql.input_errors import UserErrors
from marketplace.graphql.passing import is_passing, unavailable
from marketplace.observability.errors.report import report

_INTERNAL = _("Something went wrong on our side. Please mention the number %(number)s when you ask about it.")


def formatted(error: GraphQLError, context: Context, *, request_error_code: str | None = None) -> list[dict[str, Any]]:
    """The error's entries in the answer (section 7.1.2 of the specification); several for `UserErrors`."""
    original = _original(error)
    if isinstance(original, UserErrors):
        return [_entry(error, _known_text(one, context), one.extensions) for one in original.errors]
    if isinstance(original, DjangoPermissionDenied):
        original = PermissionDenied()
    if is_passing(original):
        original = unavailable(original)
    if isinstance(original, KnownError):
        return [_entry(error, _known_text(original, context), original.extensions)]
    if request_error_code is not None:
        return [_entry(error, error.message, {"code": request_error_code})]
    if isinstance(original, GraphQLError) and not _is_our_defect(original):
        return [_entry(error, error.message, {"code": "GRAPHQL_ERROR", **(original.extensions or {})})]
    return [_masked(error, original, context)]


def _is_our_defect(error: GraphQLError) -> bool:
    """graphql-core's own scalars refuse a resolver's wrong value with its text, which is not for the client."""
    return "cannot represent" in error.message and not error.message.startswith("Argument ")


def _original(error: GraphQLError) -> Exception:
    """graphql-core and the engine wrap what a resolver raised to add its place."""
    found: Exception = error
    while isinstance(found, GraphQLError) and not isinstance(found, KnownError) and found.original_error is not None:
        found = found.original_error
    return found


def _known_text(error: KnownError, context: Context) -> str:
    return (context.translate or untranslated)(error.msgid, error.params, context.language)


def _masked(error: GraphQLError, original: Exception, context: Context) -> dict[str, Any]:
    """Only the log learns what happened; its entry and the answer share a number.

    The log gets the kind of error and where it came from, but neither local variables nor texts of errors, which quote
    what a database or a person said: both hold personal data.
    """
    number = uuid.uuid4().hex[:16]
    report(original, "graphql_internal_error", error_id=number, path=".".join(map(str, error.path or [])))
    message = (context.translate or untranslated)(_INTERNAL, {"number": number}, context.language)
    return _entry(error, message, {"code": "INTERNAL_ERROR", "errorId": number})


def _entry(error: GraphQLError, message: str, extensions: Any) -> dict[str, Any]:
    entry: dict[str, Any] = {"message": message}
    if error.locations:
        entry["locations"] = [{"line": place.line, "column": place.column} for place in error.locations]
    if error.path is not None:
        entry["path"] = list(error.path)
    entry["extensions"] = dict(extensions or {})
    return entry
