"""A basket as the API shows it: priced once per answer, and only when something priced is asked for."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from marketplace.written_once import WrittenOnce
from orders.checkout.checkout import Checkout
from orders.checkout.checkout_line import CheckoutLine
from orders.checkout.priced import PricedCheckout
from orders.checkout.totals import price_checkout

_quantities: WrittenOnce[tuple[int]] = WrittenOnce(
    lambda checkout: CheckoutLine.objects.filter(checkout_id=checkout).values_list("quantity")
)


@dataclass
class OpenCheckout:
    row: Checkout
    now: datetime
    language: str
    known: PricedCheckout | None = None
    """What the verb that changed the basket reckoned already, in this language."""

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
        return self.known or price_checkout(self.row, now=self.now, language=self.language)

    @property
    def quantity(self) -> int:
        """Of all lines; nothing is priced for it."""
        if "priced" in vars(self) or self.known is not None:
            return sum(line.line.quantity for line in self.priced.lines)
        return sum(quantity for (quantity,) in _quantities(checkout=self.row.pk))


def opened(info: Any, checkout: Checkout, known: PricedCheckout | None = None) -> OpenCheckout:
    """The basket with the time and the language of the request."""
    return OpenCheckout(checkout, info.context.now, info.context.language, known)
