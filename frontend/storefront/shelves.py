"""What stands below a product: what goes with it, what is like it, what was looked at before.

A page that was only opened fetches this part by itself, where there are scripts; without them a link shows it.
"""

from pathlib import Path
from typing import Any

from django.http import HttpResponse

from frontend import api
from frontend.documents import operations
from frontend.layout.surroundings import surroundings
from frontend.page import Page
from frontend.refusals import NotFound
from frontend.rendering import render
from frontend.storefront import recently_seen

SHOWN_BESIDE = 4
DOCUMENT = Path(__file__).with_suffix(".graphql")


class Shelves(Page):
    """The shelves without a layout."""

    indexed = False

    def show(self, status: int | None = None, **more: object) -> HttpResponse:
        found = {"shelves": shelves_below(self, self.parts["slug"])}
        around = surroundings(self.visit)
        return render(self.file(".html"), self.request, self.visit, found, indexed=False, around=around)


def shelves_below(page: Page, slug: str) -> dict[str, Any]:
    """``related``, ``similar`` and ``seen_before``: at most four cards each, all asked for in one question."""
    asked = {"channel": page.visit.market, "slug": slug}
    product = api.ask(page.visit, operations(DOCUMENT)["Shelves"], asked)["product"]
    if product is None:
        raise NotFound
    shelves = {
        "related": [one["id"] for one in product["relatedProducts"]],
        "similar": [one["id"] for one in product["similarProducts"]],
        "seen_before": [one for one in recently_seen.seen(page.visit) if one != product["id"]],
    }
    cards = recently_seen.cards(page, [each for ids in shelves.values() for each in ids])
    shown = {name: [cards[each] for each in ids if each in cards][:SHOWN_BESIDE] for name, ids in shelves.items()}
    return {**shown, "category": product["category"]["id"] if product["category"] else None}
