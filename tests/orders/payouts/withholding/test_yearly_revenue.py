from datetime import date

import pytest

from i18n.money import Money
from marketplace.sellers.seller import EntityType
from orders.payouts.withholding import yearly_revenue as subject
from orders.payouts.withholding.tax_withholding import TaxWithholding
from tests.factories.sellers import make_seller
from tests.orders.payouts.selling import earn

pytestmark = pytest.mark.django_db


def test_the_threshold_is_shown_and_changes_nothing_while_nobody_confirmed_it() -> None:
    [row] = subject.thresholds()
    assert row.amount == Money(1_000_000_000, "VND") and not row.checked and not row.changes_withholding
    assert subject.threshold_on(date(2025, 12, 31)) is None
    seller = make_seller(entity_type=EntityType.HOUSEHOLD)
    earn(seller, price="100.00")
    held = TaxWithholding.objects.get()
    assert held.pit_amount > 0, "far below the threshold, and withheld all the same"
    year = held.changes.get().at.year
    found = subject.yearly_revenue(seller.pk, year, today=date(year, 12, 31))
    assert found is not None and found.by_currency == (Money(held.revenue_amount, "EUR").quantize(),)
    assert found.revenue_vnd is None and found.share_percent is None, "no rate leads from EUR to VND here"
    assert found.notices == (subject.NOT_ALL, subject.UNCHECKED, subject.CHANGES_NOTHING)
    assert subject.yearly_revenue(seller.pk, 2024, today=date(2026, 1, 1)) is None


def test_a_share_is_never_rounded_up_to_the_threshold() -> None:
    [row] = subject.thresholds()
    revenue = Money(999_999_999, "VND")
    found = subject.YearlyRevenue(1, 2026, (revenue,), revenue, row)
    assert str(found.share_percent) == "99.9"
