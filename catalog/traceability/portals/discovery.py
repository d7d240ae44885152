"""Which portals there are: every folder beside this file that has a ``portal.py``."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

from catalog.traceability.portals.portal import Portal


class UnknownPortal(LookupError):
    def __init__(self, code: str) -> None:
        super().__init__(f"there is no portal {code!r}")
        self.code = code


@cache
def portals() -> dict[str, Portal]:
    """By their codes."""
    folders = sorted(path.parent.name for path in Path(__file__).parent.glob("*/portal.py"))
    found: list[Portal] = [import_module(f"{__package__}.{folder}.portal").PORTAL for folder in folders]
    return {portal.code: portal for portal in found}


def portal_of(code: str) -> Portal:
    try:
        return portals()[code]
    except KeyError:
        raise UnknownPortal(code) from None
