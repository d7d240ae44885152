"""Figures through the API: whose they are, what they say, and what is refused."""

from typing import Any

from django.test import TestCase

from marketplace.graphql import to_global_id
from marketplace.sellers.member import MemberRole
from orders.payouts.papers import open_paper
from tests.factories.accounts import make_operator, make_user
from tests.factories.sellers import make_member, make_seller
from tests.orders.figures.sold import Sold, sell
from tests.orders.graphql.conftest import execute

BODY = """{ firstDay lastDay step buyers returningBuyers canceled canceledBySeller promised late csvUrl xlsxUrl
  quotes { asked answered won responseMinutes } converted(currency: "EUR") { total { amount } leftOut rates { on } }
  currencies { currency orders units sales { amount } averageOrder { amount } refunds { amount } commission { amount }
    commissionTax { amount } taxWithheld { amount } payouts { amount } series { start end orders sales { amount } }
    products { name units product { name } } countries { orders country { code country } } } }"""
OF_SELLER = f"""query($seller: ID!, $period: FiguresPeriodInput!, $channel: String) {{
  sellerFigures(seller: $seller, period: $period, channel: $channel) {BODY} }}"""
OF_ALL = f"query($period: FiguresPeriodInput!) {{ marketplaceFigures(period: $period) {BODY} }}"
OCTOBER = {"firstDay": "2026-10-01", "lastDay": "2026-10-31"}


class FiguresApiTest(TestCase):
    sold: Sold

    @classmethod
    def setUpTestData(cls) -> None:
        cls.sold = sell()

    def ask(self, actor: Any, document: str = OF_SELLER, **variables: Any) -> Any:
        seller = to_global_id("Seller", self.sold.seller.pk)
        return execute(document, {"seller": seller, "period": OCTOBER, **variables}, actor=actor)

    def test_managers_and_the_operator_read_them(self) -> None:
        for actor in (make_member(self.sold.seller, MemberRole.MANAGER), make_operator()):
            result = self.ask(actor)
            assert result.errors is None
            made = result.data["sellerFigures"]
            assert [row["currency"] for row in made["currencies"]] == ["EUR", "USD"]
            assert (made["currencies"][0]["orders"], made["currencies"][0]["units"]) == (2, 6)
            assert (made["buyers"], made["returningBuyers"], made["step"]) == (3, 1, "DAY")
            assert made["converted"]["leftOut"] == []
            for name, start in (("csvUrl", b"\xef\xbb\xbf"), ("xlsxUrl", b"PK")):
                _name, content, _type = open_paper(made[name].rsplit("/", 1)[1])
                assert content.startswith(start)

    def test_nobody_else_does(self) -> None:
        packer = make_member(self.sold.seller, MemberRole.PACKER)
        for actor in (None, make_user(), make_member(make_seller()), packer):
            result = self.ask(actor)
            assert result.errors, actor
            assert not (result.data or {}).get("sellerFigures")
            assert self.ask(actor, OF_ALL).errors, actor
        everybodys = self.ask(make_operator(), OF_ALL)
        assert everybodys.errors is None
        assert everybodys.data["marketplaceFigures"]["currencies"][0]["orders"] == 3

    def test_what_cannot_be_added_up_is_refused(self) -> None:
        owner = make_member(self.sold.seller)
        for wrong in (
            {"period": {"firstDay": "2026-10-31", "lastDay": "2026-10-01"}},
            {"period": {"firstDay": "2020-01-01", "lastDay": "2026-10-01"}},
            {"period": {"firstDay": "2026-01-01", "lastDay": "2026-12-31", "step": "DAY"}},
            {"channel": "nowhere"},
        ):
            result = self.ask(owner, **wrong)
            assert result.errors, wrong
            assert "errorId" not in result.errors[0].get("extensions", {}), wrong
        assert self.ask(owner, channel="us").data["sellerFigures"]["currencies"][0]["currency"] == "USD"
