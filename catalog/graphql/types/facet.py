"""Facets in the API: what each further choice would leave, with words for people and values for the filter."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from catalog.models import Category
from catalog.search.request import Facet as Counted
from i18n.formatting import format_money
from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from i18n.money import Money
from i18n.translate import localize
from marketplace.channels.models import Channel
from marketplace.graphql import ANYONE, Field, Int, List, NonNull, ObjectType, String, to_global_id
from marketplace.sellers.models import Seller
from marketplace.sellers.seller import Craft

CRAFT_LABELS = {
    Craft.FURNITURE: _("Furniture"),
    Craft.LACQUER: _("Lacquerware"),
    Craft.CERAMICS: _("Ceramics"),
    Craft.FOOTWEAR: _("Footwear"),
    Craft.RUBBER: _("Rubber goods"),
    Craft.MECHANICS: _("Mechanical engineering"),
    Craft.FRUIT: _("Fresh fruit"),
    Craft.TEXTILE: _("Textiles"),
    Craft.FOOD: _("Food"),
    Craft.OTHER: _("Other trades"),
}
_RANGE = {
    (False, True): _("up to %(high)s"),
    (True, True): _("%(low)s to %(high)s"),
    (True, False): _("%(low)s and more"),
    (False, False): _("any price"),
}


class FacetValue(ObjectType):
    """One choice."""

    class Meta:
        access = ANYONE

    value = Field(String, required=True, description="For the filter: an id, a craft, or a price range low..high.")
    label = Field(String, required=True, description="For people, in the language of the request.")
    count = Field(Int, required=True)


class Facet(ObjectType):
    """Choices of one kind: category, seller, craft or price."""

    class Meta:
        access = ANYONE

    name = Field(String, required=True)
    values = Field(NonNull(List(NonNull(FacetValue))))


def labelled(facets: Iterable[Counted], *, channel: Channel, language: str) -> list[dict[str, Any]]:
    """Counted facets with labels; a value whose row is gone is left out."""
    label: dict[str, Callable[[list[str]], dict[str, tuple[str, str]]]] = {
        "category": lambda values: _rows(Category, values, language),
        "seller": lambda values: _rows(Seller, values, language),
        "craft": lambda values: {v: (Craft(v).name, gettext(language, CRAFT_LABELS[Craft(v)])) for v in values},
        "price": lambda values: {value: (value, _price(value, channel, language)) for value in values},
    }
    shown = []
    for facet in facets:
        labels = label[facet.name]([value.value for value in facet.values])
        values = [
            {"value": labels[v.value][0], "label": labels[v.value][1], "count": v.count}
            for v in facet.values
            if v.value in labels
        ]
        shown.append({"name": facet.name, "values": values})
    return shown


def _rows(model: type[Category] | type[Seller], values: list[str], language: str) -> dict[str, tuple[str, str]]:
    rows = list(model._default_manager.filter(pk__in=[int(value) for value in values]))
    texts = localize(
        subject=f"{model._meta.app_label}.{model.__name__}",
        rows=rows,
        fields=["name"],
        language=language,
        source_language=lambda row: getattr(row, "source_language", "en"),
    )
    return {
        str(row.pk): (to_global_id(model.__name__, row.pk), text["name"].text)
        for row, text in zip(rows, texts, strict=True)
        if text["name"]
    }


def _price(value: str, channel: Channel, language: str) -> str:
    ends = dict(zip(("low", "high"), value.split(".."), strict=True))
    words = {
        name: format_money(Money(Decimal(end), channel.currency_code), language) for name, end in ends.items() if end
    }
    bounded = ("low" in words, "high" in words)
    return gettext(language, _RANGE[bounded], **words)
