"""Write a customer credit transfer initiation, ISO 20022 pain.001.001.09.

One message has one payment information block: one debtor account, one day, one currency. ``EndToEndId`` is the payout's
number, so that the bank's report and the statement can be read back. Names are written in the Latin letters that every
bank takes (SWIFT character set X); amounts have the decimals of their currency (ISO 4217).
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from stdnum import iban

from i18n.money import Money, sum_money
from orders.payments.bank.accounts import BankAccount

NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"
_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/-?:().,'+ ")

_STROKES = str.maketrans("ĐđØøŁłßÆæ", "DdOoLlsAa")
"""Letters that are no other letter with a mark."""


@dataclass(frozen=True, slots=True)
class Transfer:
    number: str
    amount: Money
    holder: str
    country: str
    account_number: str
    bic: str
    purpose: str


def pain001(
    transfers: Sequence[Transfer], *, message_id: str, day: date, created_at: datetime, own: BankAccount
) -> str:
    """The message as text. There is at least one transfer, and all are in the currency of ``own``."""
    total = sum_money((transfer.amount for transfer in transfers), own.currency)
    root = Element("Document", {"xmlns": NAMESPACE})
    message = SubElement(root, "CstmrCdtTrfInitn")
    head = SubElement(message, "GrpHdr")
    _text(head, "MsgId", message_id)
    _text(head, "CreDtTm", created_at.strftime("%Y-%m-%dT%H:%M:%SZ"))
    _text(head, "NbOfTxs", str(len(transfers)))
    _text(head, "CtrlSum", f"{total.amount:f}")
    _text(SubElement(head, "InitgPty"), "Nm", plain(own.account_holder, 70))
    _add_block(SubElement(message, "PmtInf"), transfers, message_id, day, own, total)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def plain(text: str, longest: int) -> str:
    """``Công ty Mộc An`` -> ``Cong ty Moc An``; what has no such letter becomes a space."""
    bare = unicodedata.normalize("NFKD", text.translate(_STROKES))
    letters = "".join(sign if sign in _PLAIN else " " for sign in bare if not unicodedata.combining(sign))
    return " ".join(letters.split())[:longest].strip() or "-"


def _add_block(
    block: Element, transfers: Sequence[Transfer], message_id: str, day: date, own: BankAccount, total: Money
) -> None:
    _text(block, "PmtInfId", f"{message_id}-1"[:35])
    _text(block, "PmtMtd", "TRF")
    _text(block, "NbOfTxs", str(len(transfers)))
    _text(block, "CtrlSum", f"{total.amount:f}")
    _text(SubElement(block, "ReqdExctnDt"), "Dt", day.isoformat())
    _text(SubElement(block, "Dbtr"), "Nm", plain(own.account_holder, 70))
    account = SubElement(block, "DbtrAcct")
    _add_account(account, own.account_number)
    _text(account, "Ccy", own.currency)
    _add_bank(SubElement(block, "DbtrAgt"), own.bic)
    _text(block, "ChrgBr", "SHAR")
    for transfer in transfers:
        _add_transfer(SubElement(block, "CdtTrfTxInf"), transfer)


def _add_transfer(into: Element, transfer: Transfer) -> None:
    names = SubElement(into, "PmtId")
    _text(names, "InstrId", transfer.number)
    _text(names, "EndToEndId", transfer.number)
    amount = SubElement(SubElement(into, "Amt"), "InstdAmt", {"Ccy": transfer.amount.currency})
    amount.text = f"{transfer.amount.quantize().amount:f}"
    _add_bank(SubElement(into, "CdtrAgt"), transfer.bic)
    creditor = SubElement(into, "Cdtr")
    _text(creditor, "Nm", plain(transfer.holder, 70))
    _text(SubElement(creditor, "PstlAdr"), "Ctry", transfer.country)
    _add_account(SubElement(into, "CdtrAcct"), transfer.account_number)
    _text(SubElement(into, "RmtInf"), "Ustrd", plain(transfer.purpose, 140))


def _add_account(into: Element, number: str) -> None:
    account = SubElement(into, "Id")
    compact = iban.compact(number)
    if iban.is_valid(compact, check_country=False):
        _text(account, "IBAN", compact)
    else:
        _text(SubElement(account, "Othr"), "Id", plain(number, 34))


def _add_bank(into: Element, bic: str) -> None:
    _text(SubElement(into, "FinInstnId"), "BICFI", bic)


def _text(into: Element, name: str, text: str) -> None:
    SubElement(into, name).text = text
