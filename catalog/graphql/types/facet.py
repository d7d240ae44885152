"""Facets in the API: what each further choice would leave, with words for people and values for the filter."""

from collections.abc import Sequence
from typing import Any

from catalog.graphql.kept_labels import Words, words_of
from catalog.search.request import Facet as Counted
from marketplace.channels.models import Channel
from marketplace.graphql import ANYONE, Field, Int, List, NonNull, ObjectType, String


class FacetValue(ObjectType):
    """One choice."""

    class Meta:
        access = ANYONE

    value = Field(
        String,
        required=True,
        description="For the filter: an id, a word, or a range low..high (from low to below high, open ends empty).",
    )
    label = Field(String, required=True, description="For people, in the language of the request.")
    count = Field(Int, required=True)
    parent = Field(String, description="Of a category: the value of the one above it.")
    level = Field(Int, description="Of a category: 0 for a root.")
    color = Field(String, description="Of a swatch: #rrggbb.")


class Facet(ObjectType):
    """Choices of one kind.

    ``category``, ``seller``, ``craft``, ``material``, ``origin``, ``certificate``, ``price``, ``lead_time``, ``moq``,
    ``rating``, or an attribute as ``attribute:<slug>``.
    """

    class Meta:
        access = ANYONE

    name = Field(String, required=True)
    label = Field(String, required=True, description="For people, in the language of the request.")
    values = Field(NonNull(List(NonNull(FacetValue))), size=20)


def labelled(facets: Sequence[Counted], *, channel: Channel, language: str) -> list[dict[str, Any]]:
    """Counted facets with labels; a value or an attribute whose row is gone is left out."""
    words = words_of(facets, channel=channel, language=language)
    return [
        {"name": facet.name, "label": name, "values": _values(facet, words[facet.name])}
        for facet in facets
        if (name := words[facet.name].name) is not None
    ]


def _values(facet: Counted, words: Words) -> list[dict[str, Any]]:
    return [{**label, "count": value.count} for value in facet.values if (label := words.of_values[value.value])]
