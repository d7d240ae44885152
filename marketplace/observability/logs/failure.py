"""A failure as it may be logged: which errors, and where they were raised. Their texts may quote what people typed."""

import sys
import traceback
from collections.abc import MutableMapping
from typing import Any

MOST_FRAMES = 25


def failure_facts(error: BaseException) -> dict[str, Any]:
    """``error``: the kinds of error, from the one that came out to its cause; ``frames``: ``file:line function``."""
    kinds, seen = [], set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        kinds.append(f"{type(one).__module__}.{type(one).__qualname__}".removeprefix("builtins."))
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    steps = traceback.extract_tb(error.__traceback__)[-MOST_FRAMES:]
    return {"error": " < ".join(kinds), "frames": [f"{_short(s.filename)}:{s.lineno} {s.name}" for s in steps]}


def without_texts(_logger: Any, _method: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """A processor of structlog: ``exc_info`` becomes `failure_facts`."""
    given = line.pop("exc_info", None)
    if given is True:
        given = sys.exc_info()
    error = given[1] if isinstance(given, tuple) else given
    if isinstance(error, BaseException):
        line.update(failure_facts(error))
    line.pop("stack_info", None)
    return line


def _short(filename: str) -> str:
    """From the package on: where an installation lies is nobody's business."""
    for mark in ("/site-packages/", "/lib/python3"):
        if mark in filename:
            return filename.rpartition(mark)[2]
    return "/".join(filename.split("/")[-4:])
