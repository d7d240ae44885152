"""The ways the goods of a basket can travel."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from i18n.money import Money, sum_money
from logistics.rates.quotes import Answer
from logistics.zones.delivery_rates import delivery_rates
from logistics.zones.offer import SellersGoods
from marketplace.accounts.addresses.data import AddressData
from marketplace.channels.models import Channel
from orders.checkout.consignment import group_consignment

if TYPE_CHECKING:
    from orders.checkout.priced import PricedLine


def delivery_methods(
    groups: Mapping[int, "Sequence[PricedLine]"], *, address: AddressData, channel: Channel, on: date, language: str
) -> dict[int, Answer]:
    """By seller, all asked together: their rates, cheapest first, and the carriers that gave none.

    A seller's own delivery zones say what is offered; where there are none, the carriers do.
    """
    goods = {seller_id: _goods(lines, address, channel.currency_code) for seller_id, lines in groups.items()}
    return delivery_rates(goods, channel=channel, on=on, language=language)


def _goods(lines: "Sequence[PricedLine]", address: AddressData, currency: str) -> SellersGoods:
    worth: Money = sum_money((line.undiscounted.gross for line in lines), currency)
    products = frozenset(line.variant.product_id for line in lines)
    return SellersGoods(group_consignment(lines, address), products, worth)
