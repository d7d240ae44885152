"""One ISO 20022 file for each currency and day, handed in at the bank; the bank's report says what became of it."""

from i18n.messages import gettext_noop as _
from orders.payouts.own_account import own_account
from orders.payouts.rail import Payee, PayoutAnswer, PayoutOutcome, PayoutRequest, Rail, Refusal


class BankFile(Rail):
    code = "bank_file"
    name = _("Bank file (ISO 20022)")

    def refuses(self, currency: str, payee: Payee) -> Refusal | None:
        own = own_account(currency)
        if own is None or not own.bic:
            return Refusal.CURRENCY_NOT_SUPPORTED
        whole = payee.reference and payee.details.get("holder") and payee.details.get("bic")
        return None if whole else Refusal.ACCOUNT_MISSING

    def pay(self, request: PayoutRequest) -> PayoutOutcome:
        """It goes with the day's file (``make_payout_file``); the bank's report says when."""
        refusal = self.refuses(request.amount.currency, request.payee)
        if refusal is not None:
            return PayoutOutcome(PayoutAnswer.REFUSED, code=refusal)
        return PayoutOutcome(PayoutAnswer.WAITING, reference=request.description)


RAIL = BankFile()
