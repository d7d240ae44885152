"""The foot of every page: the shop's own links, and those that the operator keeps in the menu ``footer``."""

from collections.abc import Iterator
from typing import Any

Link = dict[str, Any]
SAME_MEANING = {"ranking": {"order-of-results", "ranking"}, "privacy": {"personal-data-policy", "privacy"}}
"""Own pages that give way where the operator's menu has one of the same meaning: no two links say the same."""


def menu_groups(items: list[Link]) -> list[tuple[Link | None, list[Link]]]:
    """Entries with others below them are groups with a heading; the rest is one group without, which comes first."""
    alone = [item for item in items if not item.get("children") and _leads(item)]
    groups = [(item, list(filter(_leads, item["children"]))) for item in items if item.get("children")]
    return [*([(None, alone)] if alone else []), *((item, links) for item, links in groups if links)]


def own_pages(names: list[str], items: list[Link]) -> list[str]:
    """The names of own pages that no entry of the menu stands for."""
    told = {str(item["page"]["slug"]) for item in _all(items) if item.get("page")}
    return [name for name in names if not told & SAME_MEANING.get(name, set())]


def _leads(item: Link) -> bool:
    """Whether there is a place behind it: a page that is not published has none."""
    return any(item.get(place) for place in ("url", "page", "category", "collection"))


def _all(items: list[Link]) -> Iterator[Link]:
    for item in items:
        yield item
        yield from _all(item.get("children") or [])
