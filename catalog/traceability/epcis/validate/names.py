"""Fields of somebody's own: named by a URI, short or in full, to whatever depth; a bare name means nothing to anybody.

What the hash of an event leaves out (names without a namespace) could be changed unseen: it is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from catalog.traceability.epcis.namespaces import expanded
from catalog.traceability.epcis.validate.problem import Problem, pointer
from catalog.traceability.epcis.validate.values import Prefixes, is_defined

LONGEST_PATH = 400
_OF_JSON_LD = frozenset({"@id", "@type", "@value", "@language"})


def own_name_problem(name: str, prefixes: Prefixes) -> str:
    if ":" not in name:
        return "is a field without a namespace"
    if not is_defined(name, prefixes):
        return "begins with a prefix that the context does not define"
    return "is longer than a name may be" if len(expanded(name, prefixes)) > LONGEST_PATH // 2 else ""


def length_around(name: str, prefixes: Prefixes) -> int:
    """Of the path that stands before what is in such a field."""
    return len("sensorElement/") + len(expanded(name, prefixes))


def own_problems(value: Any, prefixes: Prefixes, path: str, under: int) -> Iterator[Problem]:
    """``under``: how long the expanded names around it are together."""
    if isinstance(value, list):
        for number, one in enumerate(value):
            yield from own_problems(one, prefixes, f"{path}/{number}", under)
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            where = f"{path}/{pointer(name)}"
            fact = "" if name in _OF_JSON_LD else own_name_problem(name, prefixes)
            length = under + 1 + len(expanded(name, prefixes))
            if fact or length > LONGEST_PATH:
                yield Problem(where, fact or "lies too deep")
            else:
                yield from own_problems(inner, prefixes, where, length)
