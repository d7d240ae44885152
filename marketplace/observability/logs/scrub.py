"""Hide what is private in a log line, an error report or a trace: by key first, then by the look of the value."""

from collections.abc import Mapping, MutableMapping
from typing import Any

from marketplace.observability.logs.private_keys import HIDDEN, is_private
from marketplace.observability.logs.private_values import without_private_values

_DEEPEST = 8
_OURS = frozenset({"request_id", "timestamp", "level", "logger", "trace_id", "exc_info", "stack"})
"""Written by this package itself. Errors with their texts are only there while somebody develops."""


def scrubbed(value: Any, depth: int = 0) -> Any:
    """The same value without private parts; what isn't JSON becomes the text of it, what is nested too deep goes."""
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, str):
        return without_private_values(value)
    if depth >= _DEEPEST:
        return HIDDEN
    if isinstance(value, Mapping):
        return {str(k): HIDDEN if is_private(str(k)) and v else scrubbed(v, depth + 1) for k, v in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [scrubbed(one, depth + 1) for one in value]
    return without_private_values(str(value))


def scrub(_logger: Any, _method: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """A processor of structlog."""
    for key, value in line.items():
        kind = type(value)
        if kind is int or kind is float or value is None or key in _OURS:
            continue
        if is_private(key):
            line[key] = HIDDEN
        else:
            line[key] = without_private_values(value) if kind is str else scrubbed(value)
    return line
