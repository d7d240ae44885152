"""A directory's facets with words for people."""

from collections.abc import Mapping, Sequence
from typing import Any

from catalog.models import Category
from i18n.formatting import country_name
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from i18n.translate import localize
from marketplace.expo.directory.facets import CountedFacet, CountedValue, count_facets
from marketplace.expo.exhibition import Expo as ExpoRow
from marketplace.expo.graphql.directory.choice_input import choice_of
from marketplace.expo.hall import Hall as HallRow
from marketplace.graphql import to_global_id

NAMES = {
    "halls": ("hall", _("Hall")),
    "categories": ("category", _("Kinds of goods")),
    "goods": ("goods", _("Products on show")),
    "countries": ("country", _("Country")),
    "sells_here": ("sells_here", _("On the marketplace")),
}
SELLS_HERE = _("sells here")
Words = Mapping[str, str]


def facets_of(expos: list[ExpoRow], info: Any, filter: Any = None) -> list[list[dict[str, Any]]]:
    """Of each exhibition, in a fixed number of queries."""
    counted = count_facets([expo.pk for expo in expos], choice_of(filter))
    language = info.context.language
    halls, goods = _halls(counted), _goods(counted, language)
    return [[_told(facet, language, halls, goods) for facet in counted[expo.pk]] for expo in expos]


def _told(facet: CountedFacet, language: str, halls: Words, goods: Words) -> dict[str, Any]:
    name, label = NAMES[facet.name]
    return {
        "name": name,
        "label": gettext(language, label),
        "values": [
            told for value in facet.values if (told := _value(facet.name, value, language, halls, goods))["label"]
        ],
    }


def _value(facet: str, counted: CountedValue, language: str, halls: Words, goods: Words) -> dict[str, Any]:
    value, label = counted.value, counted.words
    if facet == "halls":
        value, label = to_global_id("Hall", counted.value), halls.get(counted.value, "")
    elif facet == "goods":
        value, label = to_global_id("Category", counted.value), goods.get(counted.value, "")
    elif facet == "countries":
        label = country_name(counted.value, language)
    elif facet == "sells_here":
        label = gettext(language, SELLS_HERE)
    return {"value": value, "label": label, "count": counted.count, "parent": None, "level": None, "color": None}


def _values_of(counted: Mapping[int, Sequence[CountedFacet]], name: str) -> set[int]:
    facets = (facet for each in counted.values() for facet in each if facet.name == name)
    return {int(value.value) for facet in facets for value in facet.values}


def _halls(counted: Mapping[int, Sequence[CountedFacet]]) -> Words:
    rows = HallRow.objects.filter(pk__in=_values_of(counted, "halls"))
    return {str(row.pk): row.name for row in rows}


def _goods(counted: Mapping[int, Sequence[CountedFacet]], language: str) -> Words:
    rows = list(Category.objects.filter(pk__in=_values_of(counted, "goods")))
    names = localize(
        subject="catalog.Category",
        rows=rows,
        fields=("name",),
        language=language,
        source_language=lambda row: getattr(row, "source_language", "en"),
    )
    return {str(row.pk): text["name"].text if text["name"] else row.name for row, text in zip(rows, names, strict=True)}
