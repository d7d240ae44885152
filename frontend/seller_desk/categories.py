"""The category tree as choices of a select: ``Furniture · Chairs``."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

MOST_PAGES = 10
MOST_CHOICES = 200
"""More than a select can hold so that people still find something; then they search on a page of its own."""


def category_choices(ask: Callable[..., Mapping[str, Any]]) -> list[tuple[str, str]] | None:
    """Every category with the names above it, as a tree is read; ``None`` when they are too many to choose from."""
    rows, after = [], None
    for _page in range(MOST_PAGES):
        answer = ask("Categories", after=after)["categories"]
        if answer["totalCount"] > MOST_CHOICES:
            return None
        rows += [edge["node"] for edge in answer["edges"]]
        after = answer["pageInfo"]["endCursor"]
        if not answer["pageInfo"]["hasNextPage"]:
            break
    return sorted(named(rows), key=lambda choice: choice[1])


def named(rows: Iterable[Mapping[str, Any]]) -> list[tuple[str, str]]:
    by_id = {row["id"]: row for row in rows}
    return [(row["id"], " · ".join(_names(row, by_id))) for row in by_id.values()]


def _names(row: Mapping[str, Any], by_id: Mapping[str, Mapping[str, Any]]) -> list[str]:
    names, current = [row["localized"]["name"]["text"]], row
    while current["parent"] and current["parent"]["id"] in by_id and len(names) < MOST_PAGES:
        current = by_id[current["parent"]["id"]]
        names.insert(0, current["localized"]["name"]["text"])
    return names
