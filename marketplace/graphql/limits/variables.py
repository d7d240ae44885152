"""Variables are bounded, and hold no text that a database or a JSON writer cannot take."""

from collections.abc import Mapping
from typing import Any

from marketplace.graphql.errors import KnownError, _
from marketplace.graphql.limits.limits import Limits, check


class BadVariables(KnownError):
    """A variable holds text that is no text: a NUL character or half of a surrogate pair."""

    code = "BAD_USER_INPUT"


def check_variables(variables: Mapping[str, Any], limits: Limits) -> None:
    """Raises `LimitExceeded` for depth and number, and `BadVariables` for text that cannot be stored."""
    waiting: list[tuple[Any, int]] = [(value, 1) for value in variables.values()]
    seen = 0
    while waiting:
        value, depth = waiting.pop()
        seen += 1
        if isinstance(value, str):
            check_characters(value)
        elif isinstance(value, Mapping | list):
            check("variable_depth", limits.variable_depth, depth)
            inner = value.values() if isinstance(value, Mapping) else value
            check("variable_values", limits.variable_values, seen + len(waiting) + len(inner))
            waiting.extend((part, depth + 1) for part in inner)


def check_characters(text: str) -> None:
    """PostgreSQL refuses U+0000 in text, and a lone surrogate has no UTF-8 form."""
    if "\x00" in text or any("\ud800" <= character <= "\udfff" for character in text):
        raise BadVariables(_("A text contains a character that cannot be stored."))
