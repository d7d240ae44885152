"""A maker's page: the story in their words, the facts, the products of this market."""

from typing import Any

from frontend.page import Page, Variables

PAGE_SIZE = 12


class Seller(Page):
    """An approved seller and what they sell here."""

    required = ("seller",)

    def variables(self) -> Variables:
        slug = self.parts["slug"]
        return {
            "slug": slug,
            "channel": self.visit.market,
            "filter": {"sellerSlugs": [slug]},
            **self.page_wanted(PAGE_SIZE),
        }

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"website": web_address(data["seller"].get("websiteUrl"))}


def web_address(address: str | None) -> str | None:
    return address if address and address.startswith(("https://", "http://")) else None
