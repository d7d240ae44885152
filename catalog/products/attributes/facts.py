"""What can be filtered of products, for facets: constantly few queries, however many products."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from catalog.products.attributes.assigned import ProductAttributeValue, VariantAttributeValue
from catalog.products.attributes.attribute import FILTERABLE

_COLUMNS = ("attribute__slug", "value__slug", "number", "boolean")
_SLUG_OF = {True: "true", False: "false", None: None}


@dataclass(frozen=True, slots=True)
class AttributeFact:
    """``value_slug`` of a picked value, ``"true"`` or ``"false"`` of a yes-no one; or ``number`` in the unit."""

    attribute_slug: str
    value_slug: str | None = None
    number: Decimal | None = None


def facts_of(product_ids: Iterable[int]) -> dict[int, list[AttributeFact]]:
    """The filterable facts of each product and its current variants, each once. Two queries; every id has an entry."""
    ids = list(product_ids)
    found: dict[int, dict[AttributeFact, None]] = {each: {} for each in ids}
    wanted = {"attribute__is_filterable": True, "attribute__input_type__in": FILTERABLE}
    on_products: Any = ProductAttributeValue.objects.filter(product_id__in=ids, **wanted)
    on_variants: Any = VariantAttributeValue.objects.filter(
        variant__product_id__in=ids, variant__archived_at__isnull=True, **wanted
    )
    for rows, owner in ((on_products, "product_id"), (on_variants, "variant__product_id")):
        ordered = rows.order_by("attribute_id", "place", "pk").values_list(owner, *_COLUMNS)
        for product_id, attribute, value, number, boolean in ordered:
            found[product_id][AttributeFact(attribute, value or _SLUG_OF[boolean], number)] = None
    return {product_id: list(facts) for product_id, facts in found.items()}
