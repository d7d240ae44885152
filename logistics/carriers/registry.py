"""Which carriers there are: every folder beside this file that has a ``carrier.py``."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

from logistics.carrier import Carrier


class UnknownCarrier(ValueError):
    """No folder of `logistics.carriers` has this code."""

    def __init__(self, code: str) -> None:
        super().__init__(f"there is no carrier {code!r}")
        self.code = code


@cache
def carriers() -> dict[str, Carrier]:
    """Every carrier by its code, in the order of the codes."""
    folders = sorted(path.parent.name for path in Path(__file__).parent.glob("*/carrier.py"))
    found: list[Carrier] = [import_module(f"logistics.carriers.{folder}.carrier").carrier for folder in folders]
    return {carrier.code: carrier for carrier in sorted(found, key=lambda carrier: carrier.code)}


def carrier_of(code: str) -> Carrier:
    """The carrier with this code; raises ``UnknownCarrier``."""
    try:
        return carriers()[code]
    except KeyError:
        raise UnknownCarrier(code) from None
