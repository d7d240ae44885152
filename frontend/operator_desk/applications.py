"""The sellers who wait for an answer, longest first. The API lists sellers by name, so all of them are read."""

from pathlib import Path
from typing import Any

from frontend import api
from frontend.documents import operations
from frontend.page import Page

MOST_PAGES = 20


def waiting_sellers(page: Page) -> list[dict[str, Any]]:
    """Every open application with ``since``, the moment it was handed in."""
    operation = operations(Path(__file__).with_suffix(".graphql"))["Applications"]
    found: list[dict[str, Any]] = []
    after = None
    for _page in range(MOST_PAGES):
        sellers = api.ask(page.visit, operation, {"after": after})["sellers"]
        found += [{**edge["node"], "since": since_of(edge["node"])} for edge in sellers["edges"]]
        after = sellers["pageInfo"]["endCursor"]
        if not sellers["pageInfo"]["hasNextPage"]:
            break
    return sorted(found, key=lambda seller: str(seller["since"] or ""))


def since_of(seller: dict[str, Any]) -> Any:
    """When the seller last came into the state it is in; ``None`` when nothing is written down."""
    return seller["history"][-1]["at"] if seller["history"] else None
