"""Pay by transfer against a proforma invoice, as companies do.

The buyer pays into a collection account at a bank or licensed payment provider, under a structured creditor reference
(ISO 11649) made of the order's number. Nothing is done by machine: staff see the money arrive and say so.
"""

from collections.abc import Mapping
from datetime import timedelta

from stdnum.iso7064 import mod_97_10

from i18n.messages import gettext_noop as _
from i18n.money import Money
from marketplace.channels.switches import Switch
from orders.payments.bank.accounts import account_for
from orders.payments.bank.payment_qr import payment_qr
from orders.payments.gateway import Answer, BankTransferInstructions, Gateway, Outcome, PaymentRequest


def creditor_reference(order_number: str) -> str:
    """``BDM-2026-000123`` -> ``RF20BDM2026000123``: RF, two check digits (ISO 7064 MOD 97-10), the number."""
    body = "".join(character for character in order_number.upper() if character.isalnum())
    return f"RF{mod_97_10.calc_check_digits(body + 'RF')}{body}"


class BankTransfer(Gateway):
    code = "bank_transfer"
    name = _("Bank transfer")
    description = _("You receive a proforma invoice and transfer the amount. Your order is packed when it has arrived.")
    is_test = False
    captures_at_once = False
    switch = Switch.BANK_TRANSFER
    pays_within = timedelta(days=7)

    def accepts(self, currency: str) -> bool:
        return account_for(currency) is not None

    def start(self, request: PaymentRequest) -> Outcome:
        return Outcome(Answer.WAITING, reference=creditor_reference(request.order_number))

    def capture(self, request: PaymentRequest, *, data: Mapping[str, str], key: str) -> Outcome:
        return Outcome(Answer.WAITING, reference=creditor_reference(request.order_number))

    def refund(self, request: PaymentRequest, *, amount: Money, key: str) -> Outcome:
        """Sent back by people; ``mark_refund_sent`` says when."""
        return Outcome(Answer.WAITING)

    def instructions(self, request: PaymentRequest) -> BankTransferInstructions | None:
        account = account_for(request.amount.currency)
        if account is None:
            return None
        reference = creditor_reference(request.order_number)
        qr_kind, qr_text = payment_qr(account, amount=request.amount, reference=reference)
        return BankTransferInstructions(
            bank_name=account.bank_name,
            account_holder=account.account_holder,
            account_number=account.account_number,
            bic=account.bic,
            reference=reference,
            amount=request.amount,
            due_on=request.due_on,
            is_demonstration=account.is_demonstration,
            qr_kind=qr_kind,
            qr_text=qr_text,
        )


GATEWAY = BankTransfer()
