"""What a document's ``@context`` may be: addresses, which are never fetched, and prefixes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from catalog.traceability.epcis.namespaces import STANDARD
from catalog.traceability.epcis.validate.problem import Problem, pointer
from catalog.traceability.epcis.validate.values import uri

_MOST = 50
_OF_THE_STANDARD = ("epcis", "cbv", "cbvmda")


def context_problems(context: Any, path: str = "/@context") -> Iterator[Problem]:
    parts = context if isinstance(context, list) else [context]
    if len(parts) > _MOST:
        yield Problem(path, "has too many parts")
        return
    for number, part in enumerate(parts):
        where = f"{path}/{number}" if isinstance(context, list) else path
        if isinstance(part, str):
            if fact := uri(part, {}):
                yield Problem(where, fact)
        elif isinstance(part, Mapping):
            yield from _prefix_problems(part, where)
        else:
            yield Problem(where, "is neither an address nor a table of prefixes")


def _prefix_problems(prefixes: Mapping[str, Any], path: str) -> Iterator[Problem]:
    for name, meaning in prefixes.items():
        where = f"{path}/{pointer(name)}"
        if name in _OF_THE_STANDARD and meaning != STANDARD[name]:
            yield Problem(where, "is the standard's own prefix and means another thing")
        elif isinstance(meaning, str) and not name.startswith("@") and uri(meaning, {}):
            yield Problem(where, "stands for no URI")
