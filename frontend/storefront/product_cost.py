"""What a product costs at a door: the part of its page that is fetched when the page is open."""

from django.http import HttpResponse

from frontend.page import Page
from frontend.refusals import NotFound
from frontend.rendering import environment, measures_in

LONGEST_QUANTITY = 7


class ProductCost(Page):
    """Lines of HTML without a layout; which version, how many and where are in the query."""

    indexed = False

    def show(self, status: int | None = None, **more: object) -> HttpResponse:
        quantity = self.query("quantity")
        country = self.query("country")[:2].upper()
        if not (quantity.isascii() and quantity.isdigit() and len(quantity) <= LONGEST_QUANTITY and len(country) == 2):
            raise NotFound
        found = self.ask(
            "ProductCost",
            channel=self.visit.market,
            lines=[{"variantId": self.query("variant"), "quantity": int(quantity)}],
            country=country,
            rulesOf=country,
            product=self.query("product"),
        )
        made = environment(self.visit.language, measures_in(self.visit.market, found["channels"]))
        html = made.get_template("storefront/product_cost.html").render(
            estimate=found["landedCostEstimate"],
            trade_rules=found["tradeRules"],
            country=country,
            quantity=int(quantity),
        )
        return HttpResponse(html)
