"""Where to transfer how much, in a letter."""

from i18n.formatting import format_date, format_money
from i18n.messages import gettext
from marketplace.accounts.mail.parts import Part
from orders.payments.gateway import BankTransferInstructions


def how_to_pay(pay: BankTransferInstructions, language: str) -> list[Part]:
    rows = [
        (gettext(language, "Amount"), format_money(pay.amount, language)),
        (gettext(language, "Account holder"), pay.account_holder),
        (gettext(language, "Account number"), pay.account_number),
        (gettext(language, "Bank"), pay.bank_name),
        (gettext(language, "BIC"), pay.bic),
        (gettext(language, "Payment reference"), pay.reference),
        (gettext(language, "Pay by"), format_date(pay.due_on, language)),
    ]
    words: list[Part] = [gettext(language, "Please transfer the amount with the payment reference:"), rows]
    if pay.is_demonstration:
        words.append(gettext(language, "This is a demonstration: the account does not exist. Do not pay."))
    return words
