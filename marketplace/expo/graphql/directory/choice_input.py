"""The filter of a fair's directory, in the API."""

from typing import Any

from marketplace.expo.directory.choice import MOST_VALUES, DirectoryChoice
from marketplace.graphql import ID, Boolean, InputObjectType, List, NonNull, String, integer_key


class ExhibitorFilterInput(InputObjectType):
    """Exhibitors that fit all of it, and of a list any of its values."""

    search = String(
        description="Words of the name in any language, the kinds of goods or what is shown; accents do not matter."
    )
    hall = ID()
    halls = List(NonNull(ID))
    category = String()
    categories = List(NonNull(String), description="Kinds of goods as the exhibitors write them.")
    goods = List(NonNull(ID), description="Categories of products that are shown, with all below them.")
    country = String(description="ISO 3166-1 alpha-2.")
    countries = List(NonNull(String), description="ISO 3166-1 alpha-2.")
    sells_here = Boolean(description="Whether they are sellers of the marketplace.")
    product = ID(description="Who shows this product.")
    booth = String(description="Who has a booth of this code, in whatever hall.")


def choice_of(wanted: Any) -> DirectoryChoice:
    """Raises `InputError` for ids that are none."""
    given = {name: value for name, value in (wanted or {}).items() if value is not None}
    return DirectoryChoice(
        search=given.get("search", ""),
        halls=_keys(given, "hall", "halls", "Hall"),
        categories=tuple(_values(given, "category", "categories")),
        goods=_keys(given, "", "goods", "Category"),
        countries=tuple(_values(given, "country", "countries")),
        sells_here=given.get("sells_here"),
        product=integer_key(given["product"], "Product", field="product") if "product" in given else None,
        booth=given.get("booth", ""),
    )


def _values(given: dict[str, Any], one: str, several: str) -> list[str]:
    return [value for value in [given.get(one), *given.get(several, ())][: MOST_VALUES + 1] if value]


def _keys(given: dict[str, Any], one: str, several: str, type_name: str) -> tuple[int, ...]:
    return tuple(integer_key(value, type_name, field=several) for value in _values(given, one, several))
