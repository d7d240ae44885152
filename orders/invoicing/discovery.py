"""Find the providers: every folder of ``providers/`` whose ``provider.py`` has a ``PROVIDER``."""

import pkgutil
from functools import cache
from importlib import import_module

from orders.invoicing import providers
from orders.invoicing.provider import Provider


class UnknownProvider(LookupError):
    def __init__(self, code: str) -> None:
        super().__init__(f"there is no provider {code!r}")
        self.code = code


@cache
def installed_providers() -> dict[str, Provider]:
    """Every provider in the source tree, by its code."""
    names = sorted(module.name for module in pkgutil.iter_modules(providers.__path__) if module.ispkg)
    found = [import_module(f"{providers.__name__}.{name}.provider").PROVIDER for name in names]
    return {provider.code: provider for provider in found}


def provider_of(code: str) -> Provider:
    try:
        return installed_providers()[code]
    except KeyError:
        raise UnknownProvider(code) from None
