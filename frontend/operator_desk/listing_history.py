"""What the public was shown of a product, and when."""

from typing import Any

from frontend.page import Variables
from frontend.staff_page import StaffPage

PAGE_SIZE = 20


class ListingHistory(StaffPage):
    """The latest first; each holds until the one above it."""

    permissions = ("takedowns.manage", "products.approve")
    required = ("product",)

    def variables(self) -> Variables:
        return {"id": self.parts["id"], **self.page_wanted(PAGE_SIZE)}

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        nodes = [edge["node"] for edge in data["listingHistory"]["edges"]]
        return {"shown": [{**node, **_told(node["content"])} for node in nodes]}


def _told(content: dict[str, Any]) -> dict[str, Any]:
    """A snapshot's content as the page shows it; an empty one ended a publication."""
    source = content.get("source_language", "")
    texts = dict(content.get("texts", {}))
    return {
        "texts": [*([(source, texts.pop(source))] if source in texts else []), *sorted(texts.items())],
        "markets": sorted(content.get("markets", {}).items()),
        "pictures": content.get("pictures", []),
    }
