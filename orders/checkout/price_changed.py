from decimal import Decimal

from i18n.money import Money


class PriceChanged(Exception):
    """The total is not the one the buyer accepted; nothing was done."""

    def __init__(self, accepted: Decimal, total: Money) -> None:
        super().__init__(f"{accepted} was accepted, it is {total}")
        self.accepted = accepted
        self.total = total
