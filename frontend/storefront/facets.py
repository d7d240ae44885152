"""Which facets a page shows, and of each the choices in the order a reader expects."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, NamedTuple

Choices = Mapping[str, list[str]]
"""Chosen values by the facet's name."""
Facet = dict[str, Any]
AT_ONCE = 7
"""Values that are seen without opening the rest."""
MOST_ATTRIBUTES = 6
SAID = ("value", "label", "count", "depth", "chosen", "color")
"""What a choice says, in `Choice`'s order."""


class Choice(NamedTuple):
    """A value as a list shows it; equal ones are drawn once."""

    value: str
    label: str
    tally: int
    depth: int
    chosen: bool
    color: str | None


def shown_facets(facets: list[Facet], choices: Choices) -> list[Facet]:
    """Facets that part the products, or in which something is chosen; attributes last, the commonest six.

    Each has ``first`` and ``rest`` of its choices.
    """
    shown = [prepared(facet, choices.get(facet["name"], [])) for facet in facets if parts(facet, choices)]
    attributes = [facet for facet in shown if facet["name"].startswith("attribute:")]
    return [facet for facet in shown if facet not in attributes] + attributes[:MOST_ATTRIBUTES]


def parts(facet: Facet, choices: Choices) -> bool:
    return len(facet["values"]) > 1 or bool(choices.get(facet["name"]))


def prepared(facet: Facet, chosen: list[str]) -> Facet:
    values = [{**value, "depth": 0, "chosen": value["value"] in chosen} for value in facet["values"]]
    if facet["name"] == "category":
        values = opened_tree(values)
    choices = [Choice(*(value[name] for name in SAID)) for value in values]
    first = tuple(choice for place, choice in enumerate(choices) if place < AT_ONCE or choice.chosen)
    rest = tuple(choice for choice in choices[AT_ONCE:] if not choice.chosen)
    return {**facet, "first": first, "rest": rest}


def opened_tree(values: list[Facet]) -> list[Facet]:
    """The roots, what is below a chosen one or above it, and where there is but one way on, what is behind it."""
    below: dict[str | None, list[Facet]] = defaultdict(list)
    known = {value["value"] for value in values}
    for value in values:
        below[value["parent"] if value["parent"] in known else None].append(value)
    found: list[Facet] = []

    def has_chosen(value: Facet) -> bool:
        return value["chosen"] or any(map(has_chosen, below[value["value"]]))

    def add(siblings: list[Facet], depth: int) -> None:
        for value in siblings:
            found.append({**value, "depth": min(depth, 4)})
            if len(siblings) == 1 or has_chosen(value):
                add(below[value["value"]], depth + 1)

    add(below[None], 0)
    return found
