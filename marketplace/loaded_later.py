"""Names of a library that is loaded when one of them is used first, for a module's ``__getattr__``."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def loaded_later(here: str, places: Mapping[str, str]) -> Callable[[str], Any]:
    """``places`` says by name in which module it stands; ``here`` is the module whose ``__getattr__`` this becomes."""

    def get(name: str) -> Any:
        if name not in places:
            raise AttributeError(f"module {here!r} has no attribute {name!r}")
        return getattr(import_module(places[name]), name)

    return get
