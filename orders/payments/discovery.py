"""Find the gateways: every folder of ``gateways/`` whose ``gateway.py`` has a ``GATEWAY``."""

import pkgutil
from functools import cache
from importlib import import_module

from django.conf import settings

from marketplace.channels.models import Channel
from marketplace.channels.switches import is_on
from marketplace.environment import environment
from orders.payments import gateways
from orders.payments.gateway import Gateway


class UnknownGateway(LookupError):
    """There is no such gateway here, it cannot take this currency, or the market does not offer it."""

    def __init__(self, code: str) -> None:
        super().__init__(f"there is no payment gateway {code!r} for this order")
        self.code = code


@cache
def installed_gateways() -> dict[str, Gateway]:
    """Every gateway in the source tree, by its code, wherever it may be used."""
    names = sorted(module.name for module in pkgutil.iter_modules(gateways.__path__) if module.ispkg)
    found = [import_module(f"{gateways.__name__}.{name}.gateway").GATEWAY for name in names]
    return {gateway.code: gateway for gateway in found}


def available_gateways(currency: str, channel: Channel) -> list[Gateway]:
    """What a buyer may choose in a market. Test gateways need ``TEST_PAYMENTS``, and production never has them."""
    tests_allowed = settings.TEST_PAYMENTS and not environment.is_production
    return [
        gateway
        for gateway in installed_gateways().values()
        if gateway.accepts(currency) and is_on(channel, gateway.switch) and (tests_allowed or not gateway.is_test)
    ]


def available_gateway(code: str, currency: str, channel: Channel) -> Gateway:
    """One of the above; raises ``UnknownGateway``."""
    for gateway in available_gateways(currency, channel):
        if gateway.code == code:
            return gateway
    raise UnknownGateway(code)


def gateway_of(code: str) -> Gateway:
    """The gateway a stored payment was made with, whether or not it may be chosen today."""
    try:
        return installed_gateways()[code]
    except KeyError:
        raise UnknownGateway(code) from None
