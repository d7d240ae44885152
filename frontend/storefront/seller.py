"""A maker's page: the story in their words, the facts, the products of this market."""

from typing import Any

from frontend.maps.makers_place import makers_place
from frontend.page import Page, Variables
from frontend.structured.breadcrumbs import breadcrumbs_thing
from frontend.structured.organization import organization_thing
from i18n.formatting import format_unit
from i18n.messages import gettext
from i18n.messages import gettext_noop as _

PAGE_SIZE = 12
MOST_LOTS = 6


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
        place = makers_place(seller.get("formerDistrict"))
        steps = [(gettext(self.visit.language, words), path) for words, path in said]
        return {
            "website": website,
            "place": place,
            "distance": format_unit(place.km_to_port, "length-kilometer", self.visit.language) if place else "",
            "certificates": certificates_of(data["products"]["edges"]),
            "lots": lots_of(data["products"]["edges"]),
            "structured": [
                organization_thing(seller, address=address, website=website),
                breadcrumbs_thing([*steps, (seller["name"], address)]),
            ],
        }


def web_address(address: str | None) -> str | None:
    return address if address and address.startswith(("https://", "http://")) else None


def certificates_of(edges: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those of the products shown, each once."""
    return list({one["id"]: one for edge in edges for one in edge["node"]["certificates"]}.values())


def lots_of(edges: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The traced lots of the products shown, each with its product, the newest first."""
    lots = [{**one, "product": edge["node"]} for edge in edges for one in edge["node"]["newestTracedLots"]]
    unique = {one["lot"]["number"]: one for one in lots}
    return sorted(unique.values(), key=lambda one: str(one["lot"]["producedOn"] or ""), reverse=True)[:MOST_LOTS]
