"""A card that is none: magic numbers for trying the marketplace out. It never exists in production."""

import hashlib
from collections.abc import Mapping
from datetime import timedelta

from i18n.messages import gettext_noop as _
from i18n.money import Money
from orders.payments.gateway import Answer, BankTransferInstructions, Gateway, Outcome, PaymentRequest

ACCEPTED = "4242424242424242"
DECLINED = "4000000000000002"
RESERVED = "4000000000003220"
"""Reserved at once and charged when goods leave."""


def _id(prefix: str, key: str) -> str:
    """The same key gives the same id, as a provider's idempotency keys do."""
    return f"TEST-{prefix}-{hashlib.sha256(key.encode()).hexdigest()[:16]}"


class TestCard(Gateway):
    code = "test_card"
    name = _("TEST card (no money moves)")
    description = _("For trying the marketplace out: 4242 4242 4242 4242 is accepted, 4000 0000 0000 0002 is declined.")
    is_test = True
    captures_at_once = True
    needs_card = True
    pays_within = timedelta(days=1)

    def accepts(self, currency: str) -> bool:
        return True

    def start(self, request: PaymentRequest) -> Outcome:
        return Outcome(Answer.WAITING, reference=_id("PAYMENT", str(request.payment_id)))

    def capture(self, request: PaymentRequest, *, data: Mapping[str, str], key: str) -> Outcome:
        """Charge by the number alone. The number is looked at and forgotten."""
        number = "".join(data.get("card_number", "").split())
        if number == ACCEPTED:
            return Outcome(Answer.DONE, reference=_id("CHARGE", key))
        if number == RESERVED:
            return Outcome(Answer.AUTHORIZED, reference=_id("CHARGE", key))
        return Outcome(Answer.REFUSED, code="CARD_DECLINED" if number == DECLINED else "CARD_NUMBER_INVALID")

    def capture_authorized(self, request: PaymentRequest, *, amount: Money, key: str) -> Outcome:
        return Outcome(Answer.DONE, reference=_id("CHARGE", key), amount=amount)

    def refund(self, request: PaymentRequest, *, amount: Money, key: str) -> Outcome:
        return Outcome(Answer.DONE, reference=_id("REFUND", key))

    def instructions(self, request: PaymentRequest) -> BankTransferInstructions | None:
        return None


GATEWAY = TestCard()
