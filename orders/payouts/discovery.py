"""Find the rails: every folder of ``rails/`` whose ``rail.py`` has a ``RAIL``."""

import pkgutil
from functools import cache
from importlib import import_module

from orders.payouts import rails
from orders.payouts.rail import Rail


class UnknownRail(LookupError):
    def __init__(self, code: str) -> None:
        super().__init__(f"there is no rail {code!r}")
        self.code = code


@cache
def installed_rails() -> dict[str, Rail]:
    """Every rail in the source tree, by its code."""
    names = sorted(module.name for module in pkgutil.iter_modules(rails.__path__) if module.ispkg)
    found = [import_module(f"{rails.__name__}.{name}.rail").RAIL for name in names]
    return {rail.code: rail for rail in found}


def rail_of(code: str) -> Rail:
    try:
        return installed_rails()[code]
    except KeyError:
        raise UnknownRail(code) from None
