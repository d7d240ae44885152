"""Which QR code a buyer can pay with, if there is one for their currency and our account."""

from i18n.money import Money
from orders.payments.bank.accounts import BankAccount
from orders.payments.bank.epc_qr import NotForEpcQR, epc_qr
from orders.payments.bank.vietqr import NotForVietQR, vietqr

VIETQR = "VIETQR"
EPC = "EPC"


def payment_qr(account: BankAccount, *, amount: Money, reference: str) -> tuple[str, str]:
    """Its kind and its text; two empty texts where an app could not read one."""
    try:
        if account.currency == "VND" and account.bank_code:
            return VIETQR, vietqr(
                bank_code=account.bank_code, account_number=account.account_number, amount=amount, reference=reference
            )
        if account.currency == "EUR":
            return EPC, epc_qr(
                bic=account.bic,
                holder=account.account_holder,
                account_number=account.account_number,
                amount=amount,
                reference=reference,
            )
    except (NotForVietQR, NotForEpcQR):
        return "", ""
    return "", ""
