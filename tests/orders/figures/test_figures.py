"""Each figure against what was sold: on the right day, in its own currency, with nobody else's."""

from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO

import pytest
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from i18n.money import Money
from i18n.today import today_here
from orders.figures.converted import converted
from orders.figures.figures import Figures, figures
from orders.figures.files import figures_csv, figures_xlsx
from orders.figures.scope import Scope
from orders.figures.stretch import BadStretch, Step, Stretch, stretch
from orders.lifecycle.cancel_pieces import cancel_pieces
from tests.factories.orders import SELLER, make_exchange_rate
from tests.orders.figures.sold import Sold, sell

OCTOBER = stretch(date(2026, 10, 1), date(2026, 10, 31))


class FiguresTest(TestCase):
    sold: Sold

    @classmethod
    def setUpTestData(cls) -> None:
        cls.sold = sell()

    def october(self, **overrides: object) -> Figures:
        return figures(Scope(self.sold.seller.pk, OCTOBER, **overrides), now=timezone.now())  # type: ignore[arg-type]

    def part(self, *names: str) -> Money:
        parts = [self.sold.parts[name] for name in names]
        return Money(sum((each.total_amount - each.canceled_amount for each in parts), Decimal(0)), parts[0].currency)

    def test_sales_stand_on_their_days_in_their_currency(self) -> None:
        euros, dollars = self.october().currencies
        assert (euros.currency, euros.sales.orders, euros.units) == ("EUR", 2, 6)
        assert euros.sales.total == self.part("first", "second").quantize()
        assert euros.sales.average == Money(euros.sales.total.amount / 2, "EUR").quantize()
        assert len(euros.sales.points) == 31
        with_orders = {point.start.day: point.orders for point in euros.sales.points if point.orders}
        assert with_orders == {1: 1, 31: 1}
        assert (dollars.currency, dollars.sales.total) == ("USD", self.part("dollars").quantize())

    def test_goods_countries_and_buyers(self) -> None:
        made = self.october()
        euros, dollars = made.currencies
        assert {(row.product_id, row.units, row.sales.amount) for row in euros.products} == {
            (self.sold.chair.product_id, 2, Decimal(200)),
            (self.sold.table.product_id, 4, Decimal(200)),
        }
        assert [(row.country, row.orders) for row in euros.countries] == [("NL", 2)]
        assert [row.country for row in dollars.countries] == ["US"]
        assert (made.buyers.count, made.buyers.returning) == (3, 1)

    def test_what_was_called_off_is_no_sale(self) -> None:
        made = self.october()
        assert (made.punctuality.canceled, made.punctuality.canceled_by_seller) == (1, 1)
        assert (made.punctuality.promised, made.punctuality.late) == (3, 2)
        line = self.sold.parts["second"].lines.get()
        cancel_pieces(seller_order_id=line.seller_order_id, quantities={line.pk: 1}, by=SELLER, reason="one is broken")
        [euros, _dollars] = self.october().currencies
        assert euros.units == 5
        assert sum(row.sales.amount for row in euros.products) == 350
        self.sold.parts["second"].refresh_from_db()
        assert euros.sales.total == self.part("first", "second").quantize()

    def test_money_is_the_ledgers_on_the_day_of_posting(self) -> None:
        assert all(not row.takings.amounts for row in self.october().currencies)
        today = stretch(today_here() - timedelta(days=1), today_here() + timedelta(days=1))
        made = figures(Scope(self.sold.seller.pk, today), now=timezone.now())
        euros = made.currencies[0]
        assert euros.sales.orders == 0
        assert euros.takings.of("refunds") == Money(Decimal("30.00"), "EUR")
        earned = self.sold.parts["first"].earning
        earned.refresh_from_db()
        assert euros.takings.of("commission") == earned.commission
        assert earned.commission.amount > 0

    def test_one_market_and_the_whole_marketplace(self) -> None:
        market = self.sold.parts["dollars"].order.channel_id
        [dollars] = self.october(channel_id=market).currencies
        assert dollars.currency == "USD"
        assert not dollars.has_payouts
        everybody = figures(Scope(None, OCTOBER), now=timezone.now()).currencies[0]
        assert everybody.sales.total == self.part("first", "second", "others").quantize()

    def test_more_rows_need_no_more_statements(self) -> None:
        with CaptureQueriesContext(connection) as asked:
            self.october()
        assert len(asked) <= 16, "\n".join(row["sql"] for row in asked)

    def test_the_files_have_the_figures(self) -> None:
        made = self.october()
        book = load_workbook(BytesIO(figures_xlsx(made, language="en")))
        assert book.sheetnames == ["EUR", "USD"]
        rows = list(book["EUR"].iter_rows(values_only=True))
        [total] = [row for row in rows if row[0] == "Total"]
        assert (total[2], Decimal(str(total[3]))) == (2, made.currencies[0].sales.total.amount)
        text = figures_csv(made, language="en").decode("utf-8-sig")
        assert f"Total,,2,{made.currencies[0].sales.total.amount}" in text
        assert "Netherlands,2," in text

    def test_together_at_a_named_rate(self) -> None:
        make_exchange_rate()
        amounts = [Money(Decimal(100), "EUR"), Money(Decimal(110), "USD"), Money(Decimal(1000), "JPY")]
        all_in = converted(amounts, "EUR", on=date(2026, 10, 31))
        assert all_in.total == Money(Decimal("200.00"), "EUR")
        assert [(row.base, row.quote, row.source) for row in all_in.rates] == [("USD", "EUR", "test")]
        assert all_in.left_out == ("JPY",)


def test_stretches() -> None:
    assert stretch(date(2026, 10, 1), date(2026, 10, 31)).step == Step.DAY
    weeks = stretch(date(2026, 7, 1), date(2026, 9, 30))
    assert (weeks.step, weeks.starts()[0], weeks.starts()[-1]) == (Step.WEEK, date(2026, 6, 29), date(2026, 9, 28))
    months = stretch(date(2024, 1, 31), date(2026, 12, 1))
    assert (months.step, len(months.starts()), months.starts()[1]) == (Step.MONTH, 36, date(2024, 2, 1))
    for first, last, step in [
        (date(2026, 2, 1), date(2026, 1, 31), None),
        (date(2020, 1, 1), date(2026, 1, 1), None),
        (date(2026, 1, 1), date(2026, 12, 31), Step.DAY),
        (date(1, 1, 1), date(1, 1, 2), None),
    ]:
        with pytest.raises(BadStretch):
            stretch(first, last, step)
    assert Stretch(date(2026, 1, 1), date(2026, 1, 1), Step.DAY).until.isoformat() == "2026-01-02T00:00:00+07:00"
