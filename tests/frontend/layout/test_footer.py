from typing import Any

from frontend.layout.footer import menu_groups, own_pages


def item(name: str, slug: str | None = None, children: list[Any] | None = None) -> dict[str, Any]:
    return {"name": name, "page": {"slug": slug} if slug else None, "children": children or []}


def test_entries_without_others_below_them_are_one_group() -> None:
    delivery, help_, unpublished = item("Delivery", "delivery"), item("How to buy", "how"), item("Draft")
    heading = item("Help", children=[help_, unpublished])
    assert menu_groups([delivery, heading, unpublished]) == [(None, [delivery]), (heading, [help_])]
    assert menu_groups([unpublished, item("Empty", children=[unpublished])]) == []


def test_no_two_links_of_one_meaning() -> None:
    names = ["ranking", "terms", "privacy"]
    assert own_pages(names, []) == names
    assert own_pages(names, [item("Rules", children=[item("Order", "order-of-results")])]) == ["terms", "privacy"]
