"""``delivery_rates``: the ways the goods of several sellers can travel to one address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from logistics.rates.ask.questions import Asking
from logistics.rates.quotes import Answer, ask_carriers_for_all
from logistics.zones.in_channel import ZoneInChannel, zones_in_channel
from logistics.zones.offer import SellersGoods, offered_rates, wants_carriers
from marketplace.channels.models import Channel


def delivery_rates(
    goods: Mapping[int, SellersGoods], *, channel: Channel, on: date, language: str, connected: bool = True
) -> dict[int, Answer]:
    """By seller's id: rates, cheapest first, as the seller's zones say, else as carriers quote; and who gave no price.

    The zones are read once and the carriers asked side by side, however many sellers there are; ``connected`` False
    asks only carriers that need not be called.
    """
    zones = zones_in_channel(goods, channel=channel, language=language)
    asking = [seller for seller, each in goods.items() if wants_carriers(zones.get(seller), each, on=on)]
    answers = ask_carriers_for_all(
        [Asking(goods[seller].consignment, seller) for seller in asking],
        currency=channel.currency_code,
        on=on,
        language=language,
        connected=connected,
    )
    answered = dict(zip(asking, answers, strict=True))
    return {
        seller: _offered(zones.get(seller), each, answered.get(seller), on, language) for seller, each in goods.items()
    }


def _offered(
    zones: Sequence[ZoneInChannel] | None, goods: SellersGoods, answer: Answer | None, on: date, language: str
) -> Answer:
    carriers = answer or Answer()
    rates = offered_rates(zones, goods, carriers=carriers.rates, on=on, language=language)
    return Answer(rates, carriers.unanswered)
