"""The QR codes that buyers pay with: byte by byte, and read back from the drawn picture."""

from decimal import Decimal
from io import BytesIO

import pytest
import resvg_py
import zxingcpp
from PIL import Image

from i18n.money import Money
from logistics.customs.documents.payment_qr import payment_qr_svg
from orders.payments.bank.accounts import BankAccount, account_for
from orders.payments.bank.epc_qr import NotForEpcQR, epc_qr
from orders.payments.bank.payment_qr import payment_qr
from orders.payments.bank.vietqr import NotForVietQR, crc16, vietqr

GOLDEN = (
    "00020101021238560010A0000007270126000697041501121133666688880208QRIBFTTA53037045405790005802VN"
    "62220818Ung Ho Quy Vac Xin63043ACF"
)
HOLDER = "Fictional Collection Service"


def read(svg: str) -> str:
    picture = Image.open(BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=svg, width=420)))).convert("L")
    (found,) = zxingcpp.read_barcodes(picture)
    return str(found.text)


def dong(amount: str) -> Money:
    return Money(Decimal(amount), "VND")


def test_the_checksum_is_the_one_of_the_standard() -> None:
    assert crc16(b"123456789") == 0x29B1


def test_a_vietqr_is_the_one_other_makers_write() -> None:
    made = vietqr(
        bank_code="970415", account_number="113366668888", amount=dong("79000"), reference="Ung Ho Quy Vac Xin"
    )
    assert made == GOLDEN


@pytest.mark.parametrize("amount", ["1", "1250000", "99999999999"])
def test_a_vietqr_is_read_back_from_its_picture(amount: str) -> None:
    text = vietqr(bank_code="970415", account_number="0011 0022 33", amount=dong(amount), reference="RF20BDM2026000123")
    assert read(payment_qr_svg(text)) == text
    assert f"54{len(amount):02d}{amount}" in text


@pytest.mark.parametrize(
    "wrong",
    [
        {"amount": Money(Decimal(5), "EUR")},
        {"amount": dong("0")},
        {"amount": dong("10.5")},
        {"bank_code": "97041"},
        {"bank_code": "97041x"},
        {"account_number": "1" * 20},
        {"account_number": "số 1"},
        {"reference": "R" * 26},
        {"reference": "cảm ơn"},
    ],
)
def test_what_a_vietqr_cannot_say_is_refused(wrong: dict[str, object]) -> None:
    right = {"bank_code": "970415", "account_number": "123", "amount": dong("1000"), "reference": "RF1"}
    with pytest.raises(NotForVietQR):
        vietqr(**{**right, **wrong})  # type: ignore[arg-type]  # the wrong values are the point


def test_an_epc_code_has_the_lines_of_the_guideline_and_is_read_back() -> None:
    text = epc_qr(
        bic="DEMONL2A",
        holder=f"{HOLDER} — Bình Dương",
        account_number="NL93 DEMO 0123 4567 89",
        amount=Money(Decimal("1234.5"), "EUR"),
        reference="RF20BDM2026000123",
    )
    assert text.split("\n") == [
        "BCD", "002", "1", "SCT", "DEMONL2A", f"{HOLDER} — Bình Dương", "NL93DEMO0123456789", "EUR1234.50", "",
        "RF20BDM2026000123",
    ]  # fmt: skip
    assert read(payment_qr_svg(text)) == text


@pytest.mark.parametrize(
    "wrong",
    [
        {"amount": Money(Decimal(5), "USD")},
        {"amount": Money(Decimal(0), "EUR")},
        {"amount": Money(Decimal(1_000_000_000), "EUR")},
        {"account_number": "NL00DEMO0123456789"},
        {"reference": "R" * 26},
    ],
)
def test_what_an_epc_code_cannot_say_is_refused(wrong: dict[str, object]) -> None:
    right = {"bic": "", "holder": HOLDER, "account_number": "NL93DEMO0123456789", "amount": Money(Decimal(5), "EUR")}
    with pytest.raises(NotForEpcQR):
        epc_qr(**{"reference": "RF1", **right, **wrong})  # type: ignore[arg-type]  # the wrong values are the point


def test_each_currency_has_the_code_its_banks_read_or_none() -> None:
    for currency, kind in (("VND", "VIETQR"), ("EUR", "EPC"), ("USD", ""), ("JPY", "")):
        account = account_for(currency)
        assert isinstance(account, BankAccount)
        found, text = payment_qr(account, amount=Money(Decimal(1000), currency), reference="RF20BDM2026000123")
        assert (found, bool(text)) == (kind, bool(kind))
