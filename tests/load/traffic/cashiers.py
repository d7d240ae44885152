"""The operator's cashier: sees transfers on the bank's list and marks the orders as paid."""

from tests.load import documents
from tests.load.traffic.trade import Trade
from tests.load.visitor import Visitor


class Cashier(Trade):
    name = "takes money"
    pause = 3.0
    _signed_in: Visitor | None = None
    _seen = 0

    def round(self) -> None:
        if self._signed_in is None:
            desk = self.visitor()
            desk.sign_in(self.world.operator, self.world.password)
            self._signed_in = desk
        news, self._seen = self.book.bought[self._seen :], len(self.book.bought)
        for bought in news:
            if bought.gateway == "bank_transfer" and bought.order not in self.book.cancelled:
                key = f"bank-{bought.order}"
                self._signed_in.ask(documents.MARK_AS_PAID, id=bought.order, reference=key[-30:], key=key)
