"""All exhibitors of a fair by name, to choose one from."""

from pathlib import Path
from typing import Any

from frontend import api
from frontend.documents import operations
from frontend.page import Page

MOST_PAGES = 20


def everybody(page: Page, slug: str) -> list[dict[str, Any]]:
    """Each with the codes of the booths it has."""
    operation = operations(Path(__file__).with_suffix(".graphql"))["Everybody"]
    found: list[dict[str, Any]] = []
    after = None
    for _page in range(MOST_PAGES):
        exhibitors = api.ask(page.visit, operation, {"slug": slug, "after": after})["expo"]["exhibitors"]
        found += [edge["node"] for edge in exhibitors["edges"]]
        after = exhibitors["pageInfo"]["endCursor"]
        if not exhibitors["pageInfo"]["hasNextPage"]:
            break
    return found
