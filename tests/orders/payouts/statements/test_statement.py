"""A statement is the ledger, column by column, to the last unit; in Vietnamese and English, as PDF and workbook."""

from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from i18n.money import Money
from marketplace.sellers.models import Seller
from orders.lifecycle.by import SYSTEM
from orders.payouts.commission.rule import CommissionRule
from orders.payouts.ledger.statement import statement as ledger_statement
from orders.payouts.pay import payable_to
from orders.payouts.payout.plan_payouts import plan_payouts
from orders.payouts.payout.settle_payout import mark_payout_sent, reject_payout
from orders.payouts.statements.account_statement import COLUMNS, AccountStatement, account_statement
from orders.payouts.statements.period import BadPeriod, Period, month_of
from orders.payouts.statements.statement_pdf import statement_pdf
from orders.payouts.statements.statement_xlsx import statement_xlsx
from tests.factories.sellers import make_seller
from tests.orders.payouts.selling import earn, give_back, make_bank_account

pytestmark = pytest.mark.django_db


def _trade() -> tuple[Seller, AccountStatement]:
    """Two parts, one partly given back after a payout that did not arrive."""
    now = timezone.now()
    CommissionRule.objects.create(percent=Decimal(8), tax_percent=Decimal(10), effective_from=date(2026, 1, 1))
    seller = make_seller()
    make_bank_account(seller, usable_from=now - timedelta(days=1))
    part = earn(seller)
    [payout] = plan_payouts(now=now)
    mark_payout_sent(payout_id=payout.pk, reference="", by=SYSTEM, now=now)
    reject_payout(payout_id=payout.pk, by=SYSTEM, now=now)
    give_back(part, "33.33")
    earn(seller, price="77.77")
    [_paid] = plan_payouts(now=now)
    whole = account_statement(seller.pk, currency="EUR", since=now - timedelta(days=30), until=now + timedelta(days=1))
    return seller, whole


def test_it_is_the_ledger_to_the_last_unit() -> None:
    seller, whole = _trade()
    assert whole.closing == payable_to(seller.pk, "EUR")
    by_ledger = ledger_statement(seller.pk, currency="EUR", since=whole.since, until=whole.until)
    assert (whole.opening, whole.closing) == (by_ledger.opening, by_ledger.closing)
    assert len(whole.parts) == 2
    assert [line.kind for line in whole.others] == ["PAYOUT_STARTED", "PAYOUT_REJECTED", "PAYOUT_STARTED"]
    assert all(line.reference.startswith("PO") for line in whole.others)
    first = whole.parts[0]
    assert first.refunds == Money(Decimal("-33.33"), "EUR")
    assert first.commission.amount < 0
    assert sum((whole.total(name).amount for name in COLUMNS), Decimal(0)) == whole.total("amount").amount


def test_two_halves_are_the_whole() -> None:
    seller, whole = _trade()
    middle = whole.others[0].at
    first = account_statement(seller.pk, currency="EUR", since=whole.since, until=middle)
    second = account_statement(seller.pk, currency="EUR", since=middle, until=whole.until)
    assert second.opening == first.closing
    assert second.closing == whole.closing


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_papers_have_the_figures(language: str) -> None:
    seller, whole = _trade()
    pdf = statement_pdf(whole, seller, language=language, on=date(2026, 11, 30))
    assert pdf.startswith(b"%PDF-1.7")
    assert pdf == statement_pdf(whole, seller, language=language, on=date(2026, 11, 30))
    sheet = load_workbook(BytesIO(statement_xlsx(whole, seller, language=language))).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert Decimal(str(rows[-1][1])) == whole.closing.amount
    moved = sum((Decimal(str(row[8])) for row in rows[5:-1]), Decimal(0))
    assert Decimal(str(rows[3][1])) + moved == whole.closing.amount


def test_a_name_that_looks_like_a_formula_stays_text() -> None:
    seller, whole = _trade()
    seller.legal_name = "=HYPERLINK(1)"
    sheet = load_workbook(BytesIO(statement_xlsx(whole, seller, language="en"))).worksheets[0]
    assert sheet["B2"].data_type == "s"
    assert sheet["B2"].value == "=HYPERLINK(1)"


def test_periods() -> None:
    assert month_of(2026, 12) == Period(date(2026, 12, 1), date(2026, 12, 31))
    assert month_of(2028, 2).last == date(2028, 2, 29)
    assert month_of(2026, 11).since.isoformat() == "2026-11-01T00:00:00+07:00"
    with pytest.raises(BadPeriod):
        Period(date(2026, 2, 1), date(2026, 1, 31))
    with pytest.raises(BadPeriod):
        Period(date(2024, 1, 1), date(2026, 1, 31))
