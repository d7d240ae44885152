"""Where packages say what they hold about a person, and how they let go of it."""

from collections.abc import Callable
from typing import Any

from marketplace.accounts.user import User

Export = Callable[[User], Any]
"""Everything a package holds about the user, as JSON values."""
Erasure = Callable[[User], list[str]]
"""Erase or anonymise it; answers with message ids that say what is kept and by which law.

May raise `ErasureRefused` before anything is erased."""


class ErasureRefused(Exception):
    """Something has to be settled first; ``message`` is a message id that says what."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


exports: dict[str, Export] = {}
erasures: dict[str, Erasure] = {}


def register_export(name: str, export: Export) -> None:
    exports[name] = export


def register_erasure(name: str, erasure: Erasure) -> None:
    erasures[name] = erasure
