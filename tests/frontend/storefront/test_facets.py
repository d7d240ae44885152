from typing import Any

from frontend.storefront.facets import AT_ONCE, opened_tree, shown_facets


def _value(value: str, parent: str | None = None, *, chosen: bool = False) -> dict[str, Any]:
    return {"value": value, "label": value, "count": 1, "parent": parent, "color": None, "chosen": chosen}


def _names(values: list[dict[str, Any]]) -> list[tuple[str, int]]:
    return [(value["value"], value["depth"]) for value in values]


def test_a_tree_opens_where_there_is_one_way_on_or_something_is_chosen() -> None:
    tree = [_value("home"), _value("chairs", "home"), _value("stools", "chairs"), _value("tables", "home")]
    assert _names(opened_tree(tree)) == [("home", 0), ("chairs", 1), ("tables", 1)]
    tree[2]["chosen"] = True
    assert _names(opened_tree(tree)) == [("home", 0), ("chairs", 1), ("stools", 2), ("tables", 1)]


def test_a_category_whose_parent_is_not_counted_stands_at_the_top() -> None:
    assert _names(opened_tree([_value("chairs", "home"), _value("pots")])) == [("chairs", 0), ("pots", 0)]


def test_a_facet_with_one_value_is_no_choice_unless_it_is_chosen() -> None:
    facet = {"name": "craft", "label": "Craft", "values": [_value("FOOD")]}
    assert shown_facets([facet], {}) == []
    assert shown_facets([facet], {"craft": ["FOOD"]})[0]["first"][0].chosen


def test_a_long_facet_shows_its_first_values_and_the_chosen_ones() -> None:
    facet = {"name": "seller", "label": "Maker", "values": [_value(str(n)) for n in range(20)]}
    [shown] = shown_facets([facet], {"seller": ["15"]})
    assert [choice.value for choice in shown["first"]] == [*map(str, range(AT_ONCE)), "15"]
    assert len(shown["rest"]) == 20 - AT_ONCE - 1


def test_six_attributes_at_most_stand_behind_the_other_facets() -> None:
    values = [_value("a"), _value("b")]
    facets = [{"name": f"attribute:{n}", "label": str(n), "values": values} for n in range(9)]
    shown = shown_facets([*facets, {"name": "origin", "label": "Origin", "values": values}], {})
    assert [facet["name"] for facet in shown] == ["origin", *(f"attribute:{n}" for n in range(6))]
