"""Interim."""

from functools import wraps
from typing import Any


def batch(function: Any) -> Any:
    @wraps(function)
    def one(parent: Any, info: Any, **args: Any) -> Any:
        value = function([parent], info, **args)[0]
        if isinstance(value, Exception):
            raise value
        return value

    one.batch_resolver = function
    return one


def attribute(path: str) -> Any:
    def one(parent: Any, info: Any, **args: Any) -> Any:
        for part in path.split("."):
            parent = getattr(parent, part)
        return parent

    return staticmethod(one)


def related(name: str, queryset: Any = None) -> Any:
    return attribute(name)


def related_list(queryset: Any, *, by: str, first: Any = None) -> Any:
    def one(parent: Any, info: Any, **args: Any) -> Any:
        rows = queryset(info, **args).filter(**{by: parent.pk})
        return list(rows[: args[first]] if first in args else rows)

    return staticmethod(one)
