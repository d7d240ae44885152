"""CAMT.053, the ISO 20022 statement of an account, in the versions 001.02 to 001.08 and whatever keeps their names.

Only booked entries count: what is pending may never come. An entry that stands for several transfers (a batch) is read
as those when each has its own amount, and as one otherwise.

Between the versions these places moved: the status (``Sts`` or ``Sts/Cd``), the amount of a transfer (``AmtDtls`` or
``Amt``), the other party's name (``Dbtr/Nm`` or ``Dbtr/Pty/Nm``), the account's currency and the bank's references.
"""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from i18n.currencies import is_currency
from i18n.money import Money
from marketplace.safe_xml.node import BadXml, Node
from marketplace.safe_xml.read import read_xml
from orders.bank_statements.parsed import BadStatement, Direction, ParsedEntry, ParsedStatement, tidied

MOST_ENTRIES = 20_000
_SIDES = {Direction.CREDIT: "Dbtr", Direction.DEBIT: "Cdtr"}
"""Who is on the other side: the debtor of what came in, the creditor of what went out."""
_DECIMAL = re.compile(r"[+-]?\d{1,18}(\.\d{1,17})?", re.ASCII)
_NOT_GIVEN = {"NOTPROVIDED", "NONREF"}


def read_camt053(content: bytes) -> list[ParsedStatement]:
    """Every statement of the file; raises ``BadStatement`` for anything that is not one."""
    try:
        statements = list(read_xml(content).all("Document/BkToCstmrStmt/Stmt"))
    except BadXml as bad:
        raise BadStatement(bad.reason, bad.place) from bad
    if not statements:
        raise BadStatement("there is no account statement (camt.053) in the file")
    return [_statement(node) for node in statements]


def _statement(node: Node) -> ParsedStatement:
    account = node.word("Acct/Id/IBAN", "Acct/Id/Othr/Id", "Acct/Id/PrtryAcct/Id")
    opening, closing = _balance(node, "OPBD", "PRCD"), _balance(node, "CLBD")
    known = next((money.currency for money in (closing, opening) if money is not None), "")
    entries = tuple(_entries(node))
    currency = node.word("Acct/Ccy") or known or (entries[0].amount.currency if entries else "")
    if not account or not is_currency(currency):
        raise BadStatement("the statement does not say of which account and currency it is", "Acct")
    return ParsedStatement(
        account_number=account,
        currency=currency,
        reference=node.word("ElctrncSeqNb", "LglSeqNb", "Id")[:60],
        opening=opening,
        closing=closing,
        entries=entries,
    )


def _balance(node: Node, *codes: str) -> Money | None:
    for code in codes:
        for balance in node.all("Bal"):
            if balance.word("Tp/CdOrPrtry/Cd") == code:
                money = _money(balance.first("Amt"))
                return -money if balance.word("CdtDbtInd") == "DBIT" else money
    return None


def _entries(node: Node) -> Iterator[ParsedEntry]:
    count = 0
    for entry in node.all("Ntry"):
        if entry.word("Sts/Cd", "Sts") != "BOOK":
            continue
        for parsed in _transfers(entry):
            count += 1
            if count > MOST_ENTRIES:
                raise BadStatement(f"a statement has more than {MOST_ENTRIES} entries")
            if parsed.amount:  # interest of nothing, and the like
                yield tidied(parsed)


def _transfers(entry: Node) -> list[ParsedEntry]:
    details = list(entry.all("NtryDtls/TxDtls"))
    amounts = [detail.first("Amt", "AmtDtls/TxAmt/Amt") for detail in details]
    total = _money(entry.first("Amt"))
    if len(details) > 1 and all(amounts):
        parts = [_money(amount) for amount in amounts]
        if sum(part.amount for part in parts) == total.amount and {part.currency for part in parts} == {total.currency}:
            return [_entry(entry, [detail], part) for detail, part in zip(details, parts, strict=True)]
    return [_entry(entry, details, total)]


def _entry(entry: Node, details: list[Node], amount: Money) -> ParsedEntry:
    direction = _direction(entry)
    one = details[0] if len(details) == 1 else Node("", {})
    side = _SIDES[direction]
    return ParsedEntry(
        direction=direction,
        amount=amount,
        booked_on=_day(entry, "BookgDt") or _day(entry, "ValDt") or _no_day(),
        valued_on=_day(entry, "ValDt"),
        bank_reference=one.word("Refs/AcctSvcrRef") or entry.word("AcctSvcrRef"),
        structured_reference=next((word for word in map(_structured, details) if word), ""),
        text=_text(entry, details),
        other_name=one.word(f"RltdPties/{side}/Nm", f"RltdPties/{side}/Pty/Nm", f"RltdPties/Ultmt{side}/Nm"),
        other_account=one.word(f"RltdPties/{side}Acct/Id/IBAN", f"RltdPties/{side}Acct/Id/Othr/Id"),
        is_reversal=entry.word("RvslInd") in {"true", "1"},
    )


def _structured(detail: Node) -> str:
    return detail.word("RmtInf/Strd/CdtrRefInf/Ref", "RmtInf/Strd/CdtrRefInf/CdtrRef")


def _text(entry: Node, details: list[Node]) -> str:
    """What the payer wrote, then what else the bank says, each once."""
    words: list[str] = []
    for detail in details:
        words += [node.text for node in detail.all("RmtInf/Ustrd")]
        words += [node.text for node in detail.all("RmtInf/Strd/AddtlRmtInf")]
        words += [word for word in [detail.word("Refs/EndToEndId")] if word not in _NOT_GIVEN]
        words.append(detail.word("AddtlTxInf"))
    words.append(entry.word("AddtlNtryInf"))
    return " · ".join(dict.fromkeys(word for word in words if word))


def _direction(entry: Node) -> Direction:
    match entry.word("CdtDbtInd"):
        case "CRDT":
            return Direction.CREDIT
        case "DBIT":
            return Direction.DEBIT
    raise BadStatement("an entry is neither a credit nor a debit", "Ntry/CdtDbtInd")


def _money(node: Node | None) -> Money:
    currency = node.attributes.get("Ccy", "") if node else ""
    if node is None or not is_currency(currency):
        raise BadStatement("an amount has no currency", "Amt")
    if not _DECIMAL.fullmatch(node.text):
        raise BadStatement("an amount is no number", node.text[:40])
    amount = Money(Decimal(node.text), currency)
    if amount != amount.quantize():
        raise BadStatement("an amount has more digits than its currency", node.text[:40])
    return amount


def _day(entry: Node, name: str) -> date | None:
    text = entry.word(f"{name}/Dt", f"{name}/DtTm")
    if not text:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        raise BadStatement("a date is no date", text[:40]) from None


def _no_day() -> date:
    raise BadStatement("an entry has no date", "Ntry/BookgDt")
