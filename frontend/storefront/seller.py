"""A maker's page: the story in their words, the facts, the products of this market."""

from typing import Any

from frontend.page import Page, Variables
from frontend.structured.breadcrumbs import breadcrumbs_thing
from frontend.structured.organization import organization_thing
from i18n.messages import gettext
from i18n.messages import gettext_noop as _

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
        seller = data["seller"]
        website, address = web_address(seller.get("websiteUrl")), self.url("seller", slug=seller["slug"])
        said = (
            (_("Front page"), self.url("home")),
            (_("Makers"), self.url("sellers")),
        )
        steps = [(gettext(self.visit.language, words), path) for words, path in said]
        return {
            "website": website,
            "structured": [
                organization_thing(seller, address=address, website=website),
                breadcrumbs_thing([*steps, (seller["name"], address)]),
            ],
        }


def web_address(address: str | None) -> str | None:
    return address if address and address.startswith(("https://", "http://")) else None
