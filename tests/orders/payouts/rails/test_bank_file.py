"""The file for the bank, against the rules of pain.001.001.09 that are stated here; and the bank's report."""

import re
from xml.etree import ElementTree

import pytest

from i18n.money import sum_money
from marketplace.safe_xml.node import BadXml
from orders.lifecycle.by import SYSTEM
from orders.payouts.payout.bank_file import NothingToPayOut, UnknownPayoutFile, make_payout_file, take_report
from orders.payouts.payout.plan_payouts import plan_payouts
from orders.payouts.rails.bank_file.pain001 import NAMESPACE, plain
from orders.payouts.rails.bank_file.pain002 import NotAReport, Said
from orders.payouts.schedule.hold import hold_payouts
from tests.factories.accounts import make_operator
from tests.orders.payouts.reports import report
from tests.orders.payouts.selling import MONDAY, earn, make_bank_account

pytestmark = pytest.mark.django_db

IBAN = {"country": "NL", "account_number": "NL91ABNA0417164300", "bic": "ABNANL2A", "bank_code": ""}
ORDER = {
    "CstmrCdtTrfInitn": ["GrpHdr", "PmtInf"],
    "GrpHdr": ["MsgId", "CreDtTm", "NbOfTxs", "CtrlSum", "InitgPty"],
    "PmtInf": ["PmtInfId", "PmtMtd", "NbOfTxs", "CtrlSum", "ReqdExctnDt", "Dbtr", "DbtrAcct", "DbtrAgt", "ChrgBr",
               "CdtTrfTxInf"],
    "DbtrAcct": ["Id", "Ccy"],
    "CdtTrfTxInf": ["PmtId", "Amt", "CdtrAgt", "Cdtr", "CdtrAcct", "RmtInf"],
    "PmtId": ["InstrId", "EndToEndId"],
    "Cdtr": ["Nm", "PstlAdr"],
}  # fmt: skip
"""The order of elements, which the schema prescribes."""
PATTERNS = {
    "MsgId": r".{1,35}", "PmtInfId": r".{1,35}", "InstrId": r".{1,35}", "EndToEndId": r".{1,35}",
    "Nm": r"[A-Za-z0-9/\-?:().,'+ ]{1,70}", "Ustrd": r".{1,140}", "NbOfTxs": r"[0-9]{1,15}", "PmtMtd": "TRF",
    "CtrlSum": r"[0-9]{1,15}(\.[0-9]{1,3})?", "InstdAmt": r"[0-9]{1,13}(\.[0-9]{1,5})?",
    "BICFI": r"[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?", "IBAN": r"[A-Z]{2}[0-9]{2}[A-Za-z0-9]{1,30}",
    "CreDtTm": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", "Dt": r"\d{4}-\d\d-\d\d", "Ctry": r"[A-Z]{2}", "Ccy": r"[A-Z]{3}",
    "ChrgBr": "DEBT|CRED|SHAR|SLEV",
}  # fmt: skip


def _check(node: ElementTree.Element) -> None:
    name = node.tag.removeprefix(f"{{{NAMESPACE}}}")
    assert node.tag == f"{{{NAMESPACE}}}{name}"
    children = [child.tag.removeprefix(f"{{{NAMESPACE}}}") for child in node]
    if name in ORDER:
        assert list(dict.fromkeys(children)) == ORDER[name]
    if name in PATTERNS:
        assert re.fullmatch(PATTERNS[name], node.text or ""), (name, node.text)
    for child in node:
        _check(child)


def _find(root: ElementTree.Element, path: str) -> list[str]:
    return [each.text or "" for each in root.findall(f".//{{{NAMESPACE}}}" + path.replace("/", f"/{{{NAMESPACE}}}"))]


def test_the_file_keeps_the_rules_and_adds_up() -> None:
    for account in ({}, IBAN):
        make_bank_account(earn().seller, **account)
    payouts = plan_payouts(now=MONDAY)
    file = make_payout_file(currency="EUR", by=SYSTEM, now=MONDAY)
    root = ElementTree.fromstring(file.content.open())  # noqa: S314  # our own file
    _check(root)
    total = sum_money((payout.money for payout in payouts), "EUR")
    assert _find(root, "CtrlSum") == [str(total.amount)] * 2
    assert _find(root, "NbOfTxs") == ["2", "2"]
    assert sorted(_find(root, "EndToEndId")) == sorted(payout.number for payout in payouts)
    assert sorted(_find(root, "InstdAmt")) == sorted(str(payout.money.amount) for payout in payouts)
    assert "NL91ABNA0417164300" in _find(root, "IBAN")
    assert "Cong ty TNHH Moc Vi Du" in _find(root, "Cdtr/Nm")
    assert (file.total, file.count) == (total, 2)


def test_one_file_a_day_and_the_same_bytes_again() -> None:
    make_bank_account(earn().seller)
    plan_payouts(now=MONDAY)
    file = make_payout_file(currency="EUR", by=SYSTEM, now=MONDAY)
    make_bank_account(earn().seller)
    [late] = plan_payouts(now=MONDAY)
    again = make_payout_file(currency="EUR", by=SYSTEM, now=MONDAY)
    assert (again.pk, again.content.open()) == (file.pk, file.content.open())
    late.refresh_from_db()
    assert late.status == "PLANNED"
    with pytest.raises(NothingToPayOut):
        make_payout_file(currency="USD", by=SYSTEM, now=MONDAY)


def test_a_held_seller_is_not_in_the_file() -> None:
    held, paid = earn().seller, earn().seller
    for seller in (held, paid):
        make_bank_account(seller)
    plan_payouts(now=MONDAY)
    hold_payouts(seller_id=held.pk, reason="asked the bank", by=make_operator(), now=MONDAY)
    file = make_payout_file(currency="EUR", by=SYSTEM, now=MONDAY)
    assert [payout.seller_id for payout in file.payouts.all()] == [paid.pk]


def test_what_the_bank_says_of_the_whole_file_and_of_one() -> None:
    for _n in range(2):
        make_bank_account(earn().seller)
    first, second = plan_payouts(now=MONDAY)
    make_payout_file(currency="EUR", by=SYSTEM, now=MONDAY)
    counts = take_report(report(first, "", group="ACCP"), by=SYSTEM, now=MONDAY)
    assert counts[Said.ON_ITS_WAY] == 2
    counts = take_report(report(first, "RJCT", "AC04", group="ACSC"), by=SYSTEM, now=MONDAY)
    assert (counts[Said.REFUSED], counts[Said.PAID]) == (1, 1)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.status, first.code, second.status) == ("REJECTED", "AC04", "CONFIRMED")


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", BadXml),
        (b"<Document/>", NotAReport),
        (b"<!DOCTYPE x [<!ENTITY a 'b'>]><Document>&a;</Document>", BadXml),
    ],
)
def test_what_is_no_report_is_refused(content: bytes, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        take_report(content, by=SYSTEM, now=MONDAY)


def test_a_report_about_a_file_of_somebody_else() -> None:
    make_bank_account(earn().seller)
    [payout] = plan_payouts(now=MONDAY)
    make_payout_file(currency="EUR", by=SYSTEM, now=MONDAY)
    foreign = report(payout, "ACSC").replace(b"BDM-", b"XYZ-")
    with pytest.raises(UnknownPayoutFile):
        take_report(foreign, by=SYSTEM, now=MONDAY)
    payout.refresh_from_db()
    assert payout.status == "SENT"


@pytest.mark.parametrize(
    ("text", "written"),
    [("Công ty Mộc Đại An", "Cong ty Moc Dai An"), ("木工 & Söhne", "Sohne"), ("木工", "-"), ("a" * 80, "a" * 70)],
)
def test_names_in_letters_that_every_bank_takes(text: str, written: str) -> None:
    assert plain(text, 70) == written
