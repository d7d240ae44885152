"""Errors with a code: what the kit itself refuses, and the base for refusals that a client can act on.

A message is an English message id with named parameters; the schema translates it into the caller's language when the
response is written, so an error may be raised anywhere without knowing who will read it.
"""

from collections.abc import Mapping
from typing import Any

from graphql import GraphQLError


def _(message: str) -> str:
    """Mark a message for the translators; the kit stands below the i18n package and cannot import its marker."""
    return message


class KnownError(GraphQLError):
    """A refusal that the client is told about: ``extensions.code`` says which, the message says it to people."""

    code = "GRAPHQL_ERROR"

    def __init__(
        self, message: str, params: Mapping[str, Any] | None = None, *, extensions: Mapping[str, Any] | None = None
    ) -> None:
        self.msgid = message
        self.params = dict(params or {})
        text = message % self.params if self.params else message
        super().__init__(text, extensions={"code": self.code, **(extensions or {})})


class PermissionDenied(KnownError):
    """The caller is known and may not do this."""

    code = "PERMISSION_DENIED"

    def __init__(self, message: str = "", params: Mapping[str, Any] | None = None) -> None:
        super().__init__(message or _("You are not allowed to do this."), params)


class Unauthenticated(KnownError):
    """Nobody is signed in, and somebody has to be."""

    code = "UNAUTHENTICATED"

    def __init__(self, message: str = "", params: Mapping[str, Any] | None = None) -> None:
        super().__init__(message or _("Please sign in first."), params)


class UndeclaredAccess(Exception):
    """Raised at start-up: these fields do not say who may use them."""

    def __init__(self, fields: list[str]) -> None:
        self.fields = fields
        super().__init__("No access is declared for: " + ", ".join(fields))
