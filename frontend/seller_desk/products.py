"""The products of a seller: one table with what decides whether they sell, changed in place or many at once."""

from functools import cached_property
from typing import Any

from django.http import HttpResponse

from frontend.page import Variables, action
from frontend.refusals import FieldError, Refused
from frontend.seller_desk.categories import category_choices
from frontend.seller_desk.product_rows import ProductRows
from frontend.seller_desk.products_at_once import ProductsAtOnce
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _

PAGE_SIZE = 25
STATES = ("DRAFT", "PENDING", "APPROVED", "REJECTED")
STOCKED = {"yes": True, "no": False}


class Products(ProductRows, ProductsAtOnce):
    """Newest first; search, state and filters are in the address."""

    least_role = "MANAGER"

    @property
    def state(self) -> str:
        chosen = self.query("approval")
        return chosen if chosen in STATES else ""

    @cached_property
    def categories(self) -> list[tuple[str, str]] | None:
        return category_choices(self.ask)

    def variables(self) -> Variables:
        known = {value for value, _name in self.categories or ()}
        wanted = {
            "sellers": [self.own["id"]],
            "approval": self.state,
            "search": self.query("q"),
            "categories": [self.query("category")] if self.query("category") in known else None,
            "inStock": STOCKED.get(self.query("stock")),
        }
        return {
            **super().variables(),
            "filter": {name: value for name, value in wanted.items() if value not in ("", None)},
            "market": self.market["slug"],
            "hasMarket": bool(self.market["slug"]),
            **self.page_wanted(PAGE_SIZE),
        }

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {
            **super().context(data),
            "state": self.state,
            "chosen_market": self.market,
            "markets": self.places["channels"],
            "q_products": self.query("q"),
            "category": self.query("category"),
            "stocked": self.query("stock"),
            "is_narrowed": any(self.query(name) for name in ("q", "category", "stock")) or bool(self.state),
            "categories": self.categories or [],
            "counts": {state: data[state]["totalCount"] for state in STATES},
            "rows": [self.row(edge["node"]) for edge in data["products"]["edges"]],
            "languages": len(LANGUAGES),
            "refusals": (),
            "done": 0,
            "look": None,
        }

    @action
    def submit_chosen(self) -> HttpResponse:
        """Ask for the approval of all that are ticked; what is refused comes back with its reason."""
        errors, done = [], 0
        for product_id in self.chosen():
            try:
                self.change("Submit", id=product_id)
                done += 1
            except Refused as refused:
                errors += [FieldError(product_id, error.code, error.message) for error in refused.errors]
        if errors:
            return self.show(status=422, refusals=self._named(errors), done=done)
        return self.go(message=_("Asked for approval: %(count)s."), message_params={"count": done})

    def _named(self, errors: list[FieldError]) -> list[dict[str, str]]:
        """Each refusal with the name of its product."""
        ids = sorted({str(error.field) for error in errors})
        found = self.ask("Names", ids=ids, seller=self.own["id"])["products"]["edges"]
        names = {edge["node"]["id"]: edge["node"]["name"] for edge in found}
        return [
            {"id": str(error.field), "name": names.get(str(error.field), ""), "message": error.message}
            for error in errors
        ]
