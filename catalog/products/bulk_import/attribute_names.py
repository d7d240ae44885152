"""The attributes that columns name, with their values by what people call them."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, cached_property

from catalog.products.attributes.attribute import SUBJECT, Attribute
from catalog.products.attributes.attribute_value import SUBJECT as VALUE_SUBJECT
from catalog.products.attributes.attribute_value import AttributeValue
from catalog.products.attributes.fillable import fillable_on_products, fillable_on_variants
from catalog.products.product import Product
from i18n.text import fold
from i18n.translation import Translation

_UNIT_IN_LABEL = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*$")


class AttributeNames:
    """Read once per run: two queries for names, two more per attribute whose values are picked."""

    def __init__(self, labels: Iterable[str]) -> None:
        self._labels = set(labels)
        self.fillable = cache(self._fillable)
        self._values = cache(self._load_values)

    @cached_property
    def _by_name(self) -> dict[str, Attribute | None]:
        """By slug, or by name in any language; ``None`` for a name that several share."""
        if not self._labels:
            return {}
        attributes = Attribute.objects.in_bulk()
        rows = Translation.objects.filter(subject=SUBJECT, field="name").order_by().values_list("object_id", "text")
        names = [(one.name, one.pk) for one in attributes.values()] + [(text, int(pk)) for pk, text in rows]
        called: dict[str, set[int]] = defaultdict(set)
        for name, pk in names:
            if pk in attributes:
                called[fold(name).strip()].add(pk)
        found = {name: attributes[next(iter(ids))] if len(ids) == 1 else None for name, ids in called.items()}
        return found | {attribute.slug: attribute for attribute in attributes.values()}

    def find(self, label: str) -> Attribute | None:
        return (
            self._by_name.get(label)
            or self._by_name.get(fold(label).strip())
            or self._by_name.get(fold(_UNIT_IN_LABEL.sub("", label)).strip())
        )

    def values(self, attribute: Attribute, words: Iterable[str]) -> dict[tuple[int, str], AttributeValue]:
        """As `check_answer` wants them: by attribute and word, words that fit none or several left out."""
        known = self._values(attribute.pk)
        found = {(attribute.pk, word): known.get(word) or known.get(fold(word).strip()) for word in words}
        return {key: value for key, value in found.items() if value is not None}

    def _load_values(self, attribute_id: int) -> dict[str, AttributeValue | None]:
        rows = {row.pk: row for row in AttributeValue.objects.filter(attribute_id=attribute_id)}
        stored = Translation.objects.filter(subject=VALUE_SUBJECT, field="name", object_id__in=[str(pk) for pk in rows])
        named = [(row.name, row.pk) for row in rows.values()]
        named += [(text, int(pk)) for pk, text in stored.order_by().values_list("object_id", "text")]
        called: dict[str, set[int]] = defaultdict(set)
        for name, pk in named:
            called[fold(name).strip()].add(pk)
        found = {name: rows[next(iter(ids))] if len(ids) == 1 else None for name, ids in called.items()}
        return found | {row.slug: row for row in rows.values()}

    def _fillable(self, product_type_id: int | None, category_id: int | None) -> tuple[set[int], set[int]]:
        """Ids of the attributes that products of this type and category answer, and of those of their variants."""
        like = Product(product_type_id=product_type_id, category_id=category_id)
        [on_product], [on_variant] = fillable_on_products([like]), fillable_on_variants([like])
        return {one.attribute.pk for one in on_product}, {one.attribute.pk for one in on_variant}
