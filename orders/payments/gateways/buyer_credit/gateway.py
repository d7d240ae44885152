"""What was paid too much for one order pays for another. Nobody outside is asked: the money lies there already.

Never offered in a list: it is used by ``orders.payments.use_credit``, and what it paid goes back to the credit.
"""

import hashlib
from collections.abc import Mapping
from datetime import timedelta

from i18n.messages import gettext_noop as _
from i18n.money import Money
from orders.payments.gateway import Answer, BankTransferInstructions, Gateway, Outcome, PaymentRequest


class BuyerCredit(Gateway):
    code = "buyer_credit"
    name = _("Credit")
    description = _("Paid with what you had paid too much for another order.")
    is_test = False
    captures_at_once = True
    pays_within = timedelta(days=1)

    def accepts(self, currency: str) -> bool:
        return False

    def start(self, request: PaymentRequest) -> Outcome:
        return Outcome(Answer.WAITING, reference=request.reference)

    def capture(self, request: PaymentRequest, *, data: Mapping[str, str], key: str) -> Outcome:
        """Credit is charged when it is used, never by asking."""
        return Outcome(Answer.REFUSED, reference=request.reference, code="NOT_OFFERED")

    def refund(self, request: PaymentRequest, *, amount: Money, key: str) -> Outcome:
        return Outcome(Answer.DONE, reference=f"CREDIT-{hashlib.sha256(key.encode()).hexdigest()[:16]}")

    def instructions(self, request: PaymentRequest) -> BankTransferInstructions | None:
        return None


GATEWAY = BuyerCredit()
