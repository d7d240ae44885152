"""Every indicator, found by looking: a file of ``measured`` with a ``DEFINITION`` is one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

from marketplace.indicators import measured
from marketplace.indicators.definition import Definition


class UnknownIndicator(LookupError):
    """There is no file for this id."""

    def __init__(self, id: str) -> None:
        super().__init__(f"there is no indicator {id!r}")
        self.id = id


@cache
def definitions() -> Mapping[str, Definition]:
    """By id, in the order people see them."""
    modules = [import_module(f"{measured.__name__}.{found.name}") for found in iter_modules(measured.__path__)]
    made = [module.DEFINITION for module in modules if hasattr(module, "DEFINITION")]
    return MappingProxyType({each.id: each for each in sorted(made, key=lambda each: each.position)})


def definition_of(id: str) -> Definition:
    """Raises `UnknownIndicator`."""
    try:
        return definitions()[id]
    except KeyError:
        raise UnknownIndicator(id) from None
