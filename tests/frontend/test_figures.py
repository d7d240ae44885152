"""The page of figures at both desks: what it shows, its choices and files, and who may not see it."""

import re

from django.test import Client, TestCase

from marketplace.sellers.member import MemberRole
from tests.factories.accounts import make_operator
from tests.factories.sellers import make_member, make_seller
from tests.frontend.desk_visitors import read, sign_in
from tests.orders.figures.sold import Sold, sell

OCTOBER = "period=own&first=2026-10-01&last=2026-10-31"


class FiguresPageTest(TestCase):
    sold: Sold

    @classmethod
    def setUpTestData(cls) -> None:
        cls.sold = sell()

    def page(self, query: str = OCTOBER, language: str = "en") -> str:
        return f"/{language}/seller/{self.sold.seller.slug}/figures?{query}"

    def test_a_manager_sees_charts_with_their_figures(self) -> None:
        manager = sign_in(Client(), make_member(self.sold.seller, MemberRole.MANAGER))
        html = read(manager, self.page())
        assert html.count('<svg class="plot wide"') == 3, "the orders, and the sales of each currency"
        total = self.sold.parts["first"].total_amount + self.sold.parts["second"].total_amount
        assert f"€{total:,.2f}" in html
        assert "31 Oct 2026" in html
        assert re.search(r"<desc id=[^>]*>[^<]+The figures are in the table below\.</desc>", html)
        read(manager, self.page(f"{OCTOBER}&step=WEEK&market=eu&into=EUR", "vi"))

    def test_no_orders_and_nonsense(self) -> None:
        owner = sign_in(Client(), make_member(self.sold.seller))
        assert "No orders in these days" in read(owner, self.page("period=own&first=2020-01-01&last=2020-01-02"))
        for query in ("period=own&first=x&last=2020-01-02", "step=HOUR&period=nothing", "into=XXXX"):
            read(owner, self.page(query))
        for query in ("period=own&first=2020-01-01&last=2026-01-02", "period=12&step=DAY", "period=year&step=DAY"):
            read(owner, self.page(query))
        assert owner.get(self.page("market=nowhere")).status_code in {400, 404}

    def test_the_operator_sees_all_and_others_nothing(self) -> None:
        html = read(sign_in(Client(), make_operator()), f"/en/operator/figures?{OCTOBER}")
        assert "Orders and buyers" in html
        packer = sign_in(Client(), make_member(self.sold.seller, MemberRole.PACKER))
        stranger = sign_in(Client(), make_member(make_seller()))
        assert packer.get(self.page()).status_code == 403
        assert stranger.get(self.page()).status_code == 404
        assert stranger.get("/en/operator/figures").status_code == 403
