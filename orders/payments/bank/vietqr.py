"""VietQR: the QR code that every Vietnamese banking app reads, filled with account, amount and reference.

EMVCo QR Code Specification for Payment Systems, Merchant-Presented Mode 1.1, with the template of NAPAS (A000000727).
A field is two digits of name, two digits of length and its value:

00 "01" · 01 "12" (for one payment) · 38 = 00 "A000000727", 01 = (00 bank, 01 account), 02 "QRIBFTTA" (to an account) ·
53 "704" (VND) · 54 amount · 58 "VN" · 62 = 08 reference · 63 CRC-16 of everything before its value.

Example: bank 970415, account 113366668888, 79,000 VND, "Ung Ho Quy Vac Xin" ends in ``63043ACF``.
"""

from i18n.money import Money

NAPAS = "A000000727"
TO_ACCOUNT = "QRIBFTTA"
VND = "704"
"""ISO 4217."""
LONGEST_REFERENCE = 25
LONGEST_ACCOUNT = 19


class NotForVietQR(ValueError):
    """The code cannot say this: another currency, part of a đồng, or a text that is too long."""


def vietqr(*, bank_code: str, account_number: str, amount: Money, reference: str) -> str:
    """The text of the code; raises ``NotForVietQR``. ``bank_code`` is the six digits NAPAS gave the bank."""
    if amount.currency != "VND" or amount.amount <= 0 or amount.amount % 1:
        raise NotForVietQR(f"{amount} is not a sum of VND")
    account = "".join(sign for sign in account_number if sign.isalnum())
    if not (bank_code.isascii() and bank_code.isdigit() and len(bank_code) == 6):
        raise NotForVietQR(f"{bank_code!r} is not six digits")
    if not 0 < len(account) <= LONGEST_ACCOUNT or not account.isascii():
        raise NotForVietQR(f"{account_number!r} is not an account number")
    if not reference.isascii() or len(reference) > LONGEST_REFERENCE:
        raise NotForVietQR(f"{reference!r} is not {LONGEST_REFERENCE} plain signs")
    beneficiary = _field("00", bank_code) + _field("01", account)
    merchant = _field("00", NAPAS) + _field("01", beneficiary) + _field("02", TO_ACCOUNT)
    text = (
        _field("00", "01")
        + _field("01", "12")
        + _field("38", merchant)
        + _field("53", VND)
        + _field("54", f"{amount.amount:f}".split(".")[0])
        + _field("58", "VN")
        + (_field("62", _field("08", reference)) if reference else "")
        + "6304"
    )
    return f"{text}{crc16(text.encode('ascii')):04X}"


def crc16(data: bytes) -> int:
    """CRC-16/CCITT-FALSE: polynomial 0x1021, start 0xFFFF (EMVCo MPM §4.7.3; of "123456789" it is 0x29B1)."""
    crc = 0xFFFF
    for byte in data:
        crc ^= byte << 8
        for _bit in range(8):
            crc = (crc << 1) ^ 0x1021 if crc & 0x8000 else crc << 1
        crc &= 0xFFFF
    return crc


def _field(name: str, value: str) -> str:
    return f"{name}{len(value):02d}{value}"
