"""From which account of ours money goes out: the one that buyers pay the currency into."""

from orders.payments.bank.accounts import BankAccount, account_for
from orders.payments.bank.payment_qr import payment_qr
from orders.payouts.payout.payout import Payout

BANK = "bank_transfer"
"""Under this name the ledger keeps what that bank holds."""


def own_account(currency: str) -> BankAccount | None:
    return account_for(currency)


def payout_qr(payout: Payout) -> tuple[str, str]:
    """Kind and text of a QR code with which a banking app pays a payout; empty where none can say it."""
    to = BankAccount(
        currency=payout.currency,
        bank_name=payout.bank_name,
        account_holder=payout.holder.open(),
        account_number=payout.account_number.open(),
        bic=payout.bic,
        is_demonstration=False,
        bank_code=payout.bank_code,
    )
    return payment_qr(to, amount=payout.money, reference=payout.number)
