"""Fills a basket and pays; some leave it, some have a card that is refused, some call the order off."""

from typing import Any

from tests.load import documents
from tests.load.book import Bought
from tests.load.traffic.trade import Trade
from tests.load.visitor import Refused, Visitor, new_key

HOME = {
    "firstName": "Femke", "lastName": "Proefstra", "streetAddress1": "Oudegracht 901", "postalCode": "3511 AB",
    "city": "Utrecht", "country": "NL", "phone": "+31302300101",
}  # fmt: skip
GOOD_CARD = {"flow": "PAYMENT_INTENT", "paymentMethod": "pm_card_visa"}
BAD_CARD = {"flow": "PAYMENT_INTENT", "paymentMethod": "pm_card_visa_chargeDeclined"}
TEST_CARD = {"cardNumber": "4242 4242 4242 4242"}
ALREADY = {"ILLEGAL_STATE", "NOT_POSSIBLE_NOW", "INVALID_STATE"}
"""What calling off answers who asks again after it was done."""


class Buyer(Trade):
    name = "buys"
    pause = 1.5

    def round(self) -> None:
        visitor = self.visitor()
        checkout = self._fill(visitor)
        if self.chance.random() < 0.15:
            return  # thinks about it, and never comes back
        bought = self._pay(visitor, checkout)
        if self.chance.random() < 0.12:
            self._call_off(visitor, bought)

    def _fill(self, visitor: Visitor) -> str:
        wanted = self.chance.sample(self.world.variants, self.chance.choice([1, 1, 2, 3]))
        lines = [{"variantId": variant, "quantity": self.chance.randint(1, 3)} for variant in wanted]
        given = {
            "channel": "eu",
            "email": f"buyer{self.chance.randrange(10**9)}@example.org",
            "lines": lines,
            "shippingAddress": HOME,
            "languageCode": "NL",
        }
        checkout = str(visitor.ask(documents.CREATE, input=given, key=new_key())["checkout"]["id"])
        self.book.baskets.append(checkout)
        for group in visitor.ask(documents.CHECKOUT, id=checkout)["groups"]:
            method = self.chance.choice(group["deliveryMethods"])["id"]
            self._choose(visitor, checkout, group["seller"]["id"], method)
        return checkout

    def _choose(self, visitor: Visitor, checkout: str, seller: str, method: str) -> None:
        """A carrier that has gone silent in between is no longer offered: then one that is."""
        try:
            visitor.ask(documents.DELIVERY, id=checkout, seller=seller, method=method)
        except Refused:
            groups = visitor.ask(documents.CHECKOUT, id=checkout)["groups"]
            (offered,) = (group["deliveryMethods"] for group in groups if group["seller"]["id"] == seller)
            left = next(each["id"] for each in offered if each["carrier"] != "dhl_express")
            visitor.ask(documents.DELIVERY, id=checkout, seller=seller, method=left)

    def _pay(self, visitor: Visitor, checkout: str) -> Bought:
        gateway, data = self.chance.choice(
            [("stripe", GOOD_CARD)] * 6 + [("stripe", BAD_CARD), ("bank_transfer", None), ("test_card", TEST_CARD)]
        )
        done, total = self._complete(visitor, checkout, gateway, data)
        order = done["order"]["id"]
        bought = Bought(checkout, order, done["orderToken"], gateway, str(total))
        self.book.bought.append(bought)
        if data is BAD_CARD:
            wanted = {"id": order, "token": bought.token, "gateway": "stripe", "data": GOOD_CARD}
            visitor.ask(documents.ORDER_PAY, **wanted, key=new_key())
        return bought

    def _complete(self, visitor: Visitor, checkout: str, gateway: str, data: Any) -> tuple[Any, Any]:
        """The total that the buyer accepts is the one shown; a carrier's new price is shown and accepted once."""
        for last in (False, True):
            total = visitor.ask(documents.CHECKOUT, id=checkout)["totalPrice"]["gross"]["amount"]
            given = {"id": checkout, "gateway": gateway, "total": total, "data": data}
            try:
                return visitor.ask(documents.COMPLETE, **given, key=new_key()), total
            except Refused as refused:
                if last or refused.codes != ["PRICE_CHANGED"]:
                    raise
        raise AssertionError("the last attempt returns or raises")

    def _call_off(self, visitor: Visitor, bought: Bought) -> None:
        try:
            visitor.ask(documents.CANCEL, id=bought.order, token=bought.token)
        except Refused:
            order = visitor.ask(documents.ORDER, id=bought.order, token=bought.token)
            if order["status"] != "CANCELED":
                return  # it is packed already
        self.book.cancelled.append(bought.order)
