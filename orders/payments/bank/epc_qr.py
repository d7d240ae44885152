"""The QR code for a SEPA credit transfer, as European banking apps read it (EPC069-12 version 2.1, "Girocode").

Lines: BCD · 002 · 1 (UTF-8) · SCT · BIC · name · IBAN · EUR amount · purpose · structured reference · text · note.
"""

from decimal import Decimal

from stdnum import iban

from i18n.money import Money

LONGEST_NAME = 70
LONGEST_REFERENCE = 25
LARGEST = Decimal("999999999.99")
MOST_BYTES = 331


class NotForEpcQR(ValueError):
    """The code cannot say this: another currency, an account that is no IBAN, or a text that is too long."""


def epc_qr(*, bic: str, holder: str, account_number: str, amount: Money, reference: str) -> str:
    """The text of the code; raises ``NotForEpcQR``. ``reference`` is an ISO 11649 creditor reference."""
    if amount.currency != "EUR" or not 0 < amount.amount <= LARGEST:
        raise NotForEpcQR(f"{amount} is not a sum of euros")
    account = iban.compact(account_number)
    if not iban.is_valid(account, check_country=False):
        raise NotForEpcQR(f"{account_number!r} is no IBAN")
    if not reference.isascii() or len(reference) > LONGEST_REFERENCE:
        raise NotForEpcQR(f"{reference!r} is not {LONGEST_REFERENCE} plain signs")
    name = holder[:LONGEST_NAME].strip()
    euros = f"EUR{amount.amount.quantize(Decimal('0.01'))}"
    text = "\n".join(["BCD", "002", "1", "SCT", bic, name, account, euros, "", reference])
    if len(text.encode()) > MOST_BYTES:
        raise NotForEpcQR("the text is too long")
    return text
