from datetime import date
from decimal import Decimal

import pytest

from i18n.money import Money
from orders.bank_statements.camt053 import read_camt053
from orders.bank_statements.parsed import BadStatement, Direction, keys_of
from tests.orders.bank_statements.samples import EUR_ACCOUNT, camt, transfer


def euros(amount: str) -> Money:
    return Money(Decimal(amount), "EUR")


@pytest.mark.parametrize("version", ["02", "03", "04", "05", "06", "07", "08"])
def test_every_version_says_the_same(version: str) -> None:
    entry = transfer("1234.50", text="Bestelling BDM-2026-000123", reference="RF20BDM2026000123", name="Werf & Kade",
                     bank_reference="B-1", version=version).replace("& Kade", "&amp; Kade")  # fmt: skip
    (statement,) = read_camt053(camt(entry, version=version))
    assert (statement.account_number, statement.currency, statement.reference) == (EUR_ACCOUNT, "EUR", "1")
    assert statement.opening == euros("-10")
    (read,) = statement.entries
    assert read.direction == Direction.CREDIT
    assert read.amount == euros("1234.50")
    assert read.booked_on == date(2026, 11, 20)
    assert read.structured_reference == "RF20BDM2026000123"
    assert read.text == "Bestelling BDM-2026-000123"
    assert (read.other_name, read.other_account) == ("Werf & Kade", "NL00TEST0000000001")
    assert read.bank_reference == "B-1"


def test_what_is_pending_or_nothing_is_left_out_and_what_went_out_is_a_debit() -> None:
    content = camt(
        transfer("5", status="PDNG"),
        transfer("0.00"),
        transfer("7.00", direction="DBIT", name="Payee"),
    )
    (read,) = read_camt053(content)[0].entries
    assert (read.direction, read.amount, read.other_name) == (Direction.DEBIT, euros("7"), "Payee")


def test_a_batch_is_read_as_its_transfers_when_they_add_up_and_as_one_when_not() -> None:
    def batch(second: str) -> str:
        parts = "".join(
            f'<TxDtls><Amt Ccy="EUR">{amount}</Amt><RmtInf><Ustrd>{text}</Ustrd></RmtInf></TxDtls>'
            for amount, text in (("10.00", "first"), (second, "second"))
        )
        return (
            '<Ntry><Amt Ccy="EUR">30.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-11-20</Dt>'
            f"</BookgDt><AcctSvcrRef>BATCH</AcctSvcrRef><NtryDtls>{parts}</NtryDtls></Ntry>"
        )

    apart = read_camt053(camt(batch("20.00")))[0].entries
    assert [(one.amount, one.text) for one in apart] == [(euros("10"), "first"), (euros("20"), "second")]
    assert len(set(keys_of(apart))) == 2
    (together,) = read_camt053(camt(batch("21.00")))[0].entries
    assert (together.amount, together.text) == (euros("30"), "first · second")


def test_equal_lines_of_one_day_have_keys_of_their_own_and_the_same_ones_again_tomorrow() -> None:
    twice = read_camt053(camt(transfer("5", text="same"), transfer("5", text="same")))[0].entries
    again = read_camt053(camt(transfer("5", text="same"), transfer("5", text="same"), transfer("9")))[0].entries
    assert len(set(keys_of(twice))) == 2
    assert keys_of(again)[:2] == keys_of(twice)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<Document>",
        b"<Document/>",
        b"\xff\xfe\x00",
        b'<?xml version="1.0" encoding="nonsense"?><a/>',
        b'<!DOCTYPE a [<!ENTITY b "c">]><Document>&b;</Document>',
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><Document/>',
        b"<a>" * 100 + b"</a>" * 100,
        camt(transfer("5,00")),
        camt(transfer("-5")),
        camt(transfer("5.001")),
        camt(transfer("NaN")),
        camt(transfer("1e9999")),
        camt(transfer("9" * 20)),
        camt(transfer("5", currency="XXQ")),
        camt(transfer("5", direction="BOTH")),
        camt(transfer("5", day="2026-13-01")),
        camt(account=""),
    ],
)
def test_what_is_no_statement_is_refused_whole(content: bytes) -> None:
    with pytest.raises(BadStatement):
        read_camt053(content)
