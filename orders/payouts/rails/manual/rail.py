"""A person pays each payout in the bank's own program, by the account or its QR code, and says so."""

from i18n.messages import gettext_noop as _
from orders.payouts.own_account import own_account
from orders.payouts.rail import Payee, PayoutAnswer, PayoutOutcome, PayoutRequest, Rail, Refusal


class Manual(Rail):
    code = "manual"
    name = _("Transfer by hand")

    def refuses(self, currency: str, payee: Payee) -> Refusal | None:
        if own_account(currency) is None:
            return Refusal.CURRENCY_NOT_SUPPORTED
        return None if payee.reference and payee.details.get("holder") else Refusal.ACCOUNT_MISSING

    def pay(self, request: PayoutRequest) -> PayoutOutcome:
        """Nothing is done by machine: ``mark_payout_sent`` and ``confirm_payout`` say when people did it."""
        refusal = self.refuses(request.amount.currency, request.payee)
        if refusal is not None:
            return PayoutOutcome(PayoutAnswer.REFUSED, code=refusal)
        return PayoutOutcome(PayoutAnswer.WAITING)


RAIL = Manual()
