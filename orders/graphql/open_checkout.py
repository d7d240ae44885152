"""A basket as the API shows it: priced once per answer, and only when something priced is asked for."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from orders.checkout.checkout import Checkout
from orders.checkout.priced import PricedCheckout
from orders.checkout.totals import price_checkout


@dataclass
class OpenCheckout:
    row: Checkout
    now: datetime
    language: str

    @property
    def pk(self) -> UUID:
        return self.row.pk

    @property
    def metadata(self) -> dict[str, str]:
        return self.row.metadata

    @property
    def private_metadata(self) -> dict[str, str]:
        return self.row.private_metadata

    @cached_property
    def priced(self) -> PricedCheckout:
        return price_checkout(self.row, now=self.now, language=self.language)


def opened(info: Any, checkout: Checkout) -> OpenCheckout:
    """The basket with the time and the language of the request."""
    return OpenCheckout(checkout, info.context.now, info.context.language)
