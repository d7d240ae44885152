"""Goods of a basket that cannot be sent to a country: the rest is estimated without them."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from catalog.pricing.price import prices_for
from i18n.today import day_here
from logistics.customs.restricted.check import blocked

if TYPE_CHECKING:
    from catalog.models import ProductVariant
    from marketplace.channels.models import Channel


class WhyLeftOut(enum.StrEnum):
    NOT_SOLD = "NOT_SOLD"
    """Not shown in the market, or without a price there."""
    NOT_LET_IN = "NOT_LET_IN"
    """The country's rules block such goods."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    variant_id: int
    why: WhyLeftOut


def cannot_be_sent(
    *, wanted: Sequence[int], shown: Sequence[ProductVariant], channel: Channel, country: str, at: datetime
) -> list[LeftOut]:
    """Of the variants ``wanted``, by number and in their order, those that stay behind.

    ``shown`` are those that the public sees in the market, with their products.
    """
    prices = prices_for(variants=shown, channel=channel, quantities={variant.pk: 1 for variant in shown}, at=at)
    by_number = {variant.pk: variant for variant in shown if variant.pk in prices}
    found = []
    for number in wanted:
        if number not in by_number:
            found.append(LeftOut(number, WhyLeftOut.NOT_SOLD))
        elif blocked(by_number[number].product, country=country, on=day_here(at)):
            found.append(LeftOut(number, WhyLeftOut.NOT_LET_IN))
    return found
