"""Whether a document is JSON that can be kept, whatever it says: not too deep, without what no database takes."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

from catalog.traceability.epcis.validate.problem import Problem, pointer

DEEPEST = 24
LONGEST_TEXT = 10_000
_GREATEST = 10**30


def bound_problems(value: Any, path: str = "", depth: int = 0) -> Iterator[Problem]:
    if depth > DEEPEST:
        yield Problem(path, "lies too deep")
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            if _text_problem(name):
                yield Problem(path, "has a field whose name cannot be kept")
            else:
                yield from bound_problems(inner, f"{path}/{pointer(name)}", depth + 1)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from bound_problems(inner, f"{path}/{number}", depth + 1)
    elif isinstance(value, str):
        if fact := _text_problem(value):
            yield Problem(path, fact)
    elif isinstance(value, int | float) and (not math.isfinite(value) or abs(value) > _GREATEST):
        yield Problem(path, "is too great a number")


def _text_problem(text: str) -> str:
    if len(text) > LONGEST_TEXT:
        return "is too long a text"
    if "\0" in text or any("\ud800" <= character <= "\udfff" for character in text):
        return "has characters that cannot be kept"
    return ""
