"""What is withheld: of whom, at which rates, and to the last unit through every refund."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone

from i18n.money import Money
from marketplace.sellers.seller import EntityType, TaxResidence
from orders.payouts.ledger.account import tax_withheld
from orders.payouts.ledger.balance import balance_of
from orders.payouts.pay import payable_to
from orders.payouts.statements.account_statement import account_statement
from orders.payouts.statements.period import Period
from orders.payouts.withholding.certificate import NothingWithheld, certificate_pdf
from orders.payouts.withholding.monthly_return import monthly_return
from orders.payouts.withholding.rates import rate_on
from orders.payouts.withholding.return_file import return_csv, return_xlsx
from orders.payouts.withholding.tax_withholding import TaxWithholding, WithholdingChange
from orders.payouts.withholding.withhold import withhold
from tests.factories.sellers import make_seller
from tests.orders.payouts.selling import earn, give_back

pytestmark = pytest.mark.django_db
HOUSEHOLD, INDIVIDUAL = EntityType.HOUSEHOLD, EntityType.INDIVIDUAL


def _withheld(seller_id: int) -> Money:
    return balance_of(tax_withheld(seller_id), "EUR")


def test_rates_by_day() -> None:
    assert rate_on(date(2025, 6, 30)) is None
    known, later = rate_on(date(2026, 6, 30)), rate_on(date(2026, 7, 1))
    assert known is not None and known.checked
    assert (known.vat_percent, known.pit_resident_percent, known.pit_non_resident_percent) == (
        Decimal(1), Decimal("0.5"), Decimal(1),
    )  # fmt: skip
    assert later is not None
    assert not later.checked, "nobody confirmed the rates of Decree 252/2026"


def test_enterprises_are_never_withheld() -> None:
    part = earn(make_seller(entity_type=EntityType.ENTERPRISE))
    assert not TaxWithholding.objects.exists()
    assert not _withheld(part.seller_id)


@pytest.mark.parametrize(
    ("kind", "residence", "domestic", "percent"),
    [
        (HOUSEHOLD, TaxResidence.RESIDENT, False, "0.5"),
        (INDIVIDUAL, TaxResidence.NON_RESIDENT, False, "1"),
        (HOUSEHOLD, TaxResidence.RESIDENT, True, "1.5"),
        (INDIVIDUAL, TaxResidence.NON_RESIDENT, True, "2"),
    ],
)
def test_vat_only_at_home_and_pit_by_residence(kind: str, residence: str, domestic: bool, percent: str) -> None:
    seller = make_seller(entity_type=kind, tax_residence=residence)
    part = earn(seller, price="100.00", country="VN" if domestic else "NL")
    row = TaxWithholding.objects.get(seller_order=part)
    assert row.is_domestic is domestic
    assert row.vat_percent + row.pit_percent == Decimal(percent)
    assert _withheld(seller.pk) == row.withheld
    assert row.withheld.amount > 0
    assert payable_to(seller.pk, "EUR").amount == row.revenue_amount - row.withheld.amount


def test_refunds_in_any_pieces_give_back_what_was_withheld() -> None:
    seller = make_seller(entity_type=HOUSEHOLD)
    part = earn(seller, price="99.99")
    whole = part.charged_amount
    for number in range(5):
        give_back(part, "7.77", key=f"r{number}")
        row = TaxWithholding.objects.get()
        assert row.revenue_amount == whole - Decimal("7.77") * (number + 1)
        assert _withheld(seller.pk) == row.withheld
    give_back(part, str((whole - Decimal("38.85")).quantize(Decimal("0.01"))), key="rest")
    assert _withheld(seller.pk) == Money.zero("EUR")
    assert not payable_to(seller.pk, "EUR")


def test_withholding_twice_changes_nothing() -> None:
    part = earn(make_seller(entity_type=HOUSEHOLD))
    withhold(part, part.earning)
    assert WithholdingChange.objects.count() == 1


def test_the_return_and_the_papers_say_what_the_ledger_says() -> None:
    seller = make_seller(entity_type=HOUSEHOLD)
    part = earn(seller)
    give_back(part, "20.00")
    today = timezone.localdate()
    made = monthly_return(today.year, today.month)
    [row] = made.rows
    assert row.vat + row.pit == _withheld(seller.pk)
    assert row.revenue.amount == part.charged_amount - 20
    assert not row.domestic_revenue
    assert (row.vat_vnd, row.pit_vnd) == (None, None), "there is no rate to VND in this world"
    assert made.due_on.day == 20
    assert made.due_on > made.period.last
    text = return_csv(made, language="en").decode("utf-8-sig")
    assert "Not filed" in text
    assert "not confirmed" in text
    assert seller.tax_code in text
    assert return_xlsx(made, language="vi").startswith(b"PK")
    pdf = certificate_pdf(seller, today.year, language="vi", on=today)
    assert pdf.startswith(b"%PDF")
    with pytest.raises(NothingWithheld):
        certificate_pdf(seller, today.year - 1, language="vi", on=today)


def test_the_statement_shows_it() -> None:
    seller = make_seller(entity_type=HOUSEHOLD)
    earn(seller)
    year = timezone.localdate().year
    period = Period(date(year, 1, 1), date(year, 12, 31))
    made = account_statement(seller.pk, currency="EUR", since=period.since, until=period.until)
    assert made.total("tax_withheld") == -_withheld(seller.pk)
    assert made.closing == payable_to(seller.pk, "EUR")


@pytest.mark.parametrize(("year", "month"), [(2026, 0), (2026, 13), (0, 1), (99999, 1)])
def test_what_is_no_month_is_refused(year: int, month: int) -> None:
    with pytest.raises(ValueError, match=r"year|month|period"):
        monthly_return(year, month)
