"""GraphQL operations: timed and counted by name, and named in whatever is logged while they run.

Anybody may name an operation as they like. The log repeats a name, shortened; a metric only knows the names of the
pages' own documents (`know`), every other operation is called after the first field it asks for.
"""

from collections.abc import Callable, Iterable
from hashlib import sha256
from time import perf_counter
from types import TracebackType
from typing import Any

from marketplace.observability import work
from marketplace.observability.metrics.instruments import counter, duration
from marketplace.observability.tracing import spans

LONGEST_NAME = 60
_operations = duration("graphql", "Time to execute an operation.", ["operation", "kind"])
_errors = counter("graphql_errors", "Errors in answers.", ["operation", "code"])
_known: frozenset[str] | None = None
_read_known: Callable[[], Iterable[str]] = tuple


def know(read: Callable[[], Iterable[str]]) -> None:
    """Where the names of known operations come from; ``read`` is called once, with the first operation."""
    global _known, _read_known  # one a process, set at start-up
    _known, _read_known = None, read


class Running:
    """``with Running(definition, text) as running: …; running.errors(result.errors)``."""

    __slots__ = ("_before", "_definition", "_label", "_span", "_started", "_text")

    def __init__(self, definition: Any, text: str = "") -> None:
        self._definition = definition
        self._text = text

    def __enter__(self) -> "Running":
        name, self._label = _names(self._definition)
        doing = work.current.get()
        self._before = doing.operation if doing is not None else ""
        if doing is not None and not doing.operation:
            doing.operation = name
        self._span = spans.span(f"{self._definition.operation.value} {self._label}", **self._attributes(name))  # type: ignore[arg-type]  # none is called kind
        self._span.__enter__()
        self._started = perf_counter()
        return self

    def errors(self, entries: Iterable[dict[str, Any]] | None) -> None:
        for entry in entries or ():
            _errors.labels(self._label, str(entry.get("extensions", {}).get("code", ""))[:LONGEST_NAME]).inc()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        _operations.labels(self._label, self._definition.operation.value).observe(perf_counter() - self._started)
        self._span.__exit__(kind, error, trace)

    def _attributes(self, name: str) -> dict[str, str]:
        if not spans.is_on():
            return {}
        return {
            "graphql_operation_name": name,
            "graphql_operation_type": self._definition.operation.value,
            "graphql_document_hash": sha256(self._text.encode()).hexdigest(),
        }


def _names(definition: Any) -> tuple[str, str]:
    """What the log calls it, and what metrics do."""
    global _known
    if _known is None:
        _known = frozenset(_read_known())
    name = definition.name.value[:LONGEST_NAME] if definition.name is not None else ""
    if name in _known:
        return name, name
    first = definition.selection_set.selections[0]
    asked = first.name.value if getattr(first, "kind", "") == "field" else "fragment"
    return name or asked, f"other:{asked}"
