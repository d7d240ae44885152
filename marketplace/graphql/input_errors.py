"""Refusals of an input, that a mutation answers in its ``errors`` and a query as a GraphQL error."""

from collections.abc import Iterable, Mapping
from typing import Any

from marketplace.graphql.errors import KnownError, _


class InputError(KnownError):
    """One thing wrong with the input.

    ``field`` is the Python name of the input field (answered in camelCase; dots separate levels), ``code`` one of the
    mutation's ``error_codes``, ``message`` a message id with named ``params``. ``index`` is the position in a list of
    inputs, and any further keyword fills the field of that name in ``Meta.error_extra``.
    """

    def __init__(
        self,
        message: str = "",
        *,
        field: str | None = None,
        code: str = "INVALID",
        params: Mapping[str, Any] | None = None,
        index: int | None = None,
        **extra: Any,
    ) -> None:
        super().__init__(message or _("This value is not valid."), params, extensions={"code": code})
        self.field = field
        self.code = code
        self.index = index
        self.extra = extra


class UserErrors(Exception):
    """Several `InputError` at once."""

    def __init__(self, errors: Iterable[InputError]) -> None:
        self.errors = list(errors)
        if not self.errors:
            raise ValueError("UserErrors needs at least one error")
        super().__init__("; ".join(error.message for error in self.errors))


class BadGlobalID(InputError):
    """A global id that is malformed or of another type: an entry of ``errors`` in a mutation, ``BAD_ID`` in a query."""

    def __init__(self, value: object, type_name: str | None, *, field: str | None = None) -> None:
        super().__init__(
            _("This is not the id of a %(type)s.") if type_name else _("This is not an id."),
            params={"type": type_name} if type_name else None,
            field=field or "id",
            code="GRAPHQL_ERROR",
        )
        self.extensions = {**(self.extensions or {}), "code": "BAD_ID"}
        self.value = value
