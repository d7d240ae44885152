"""What things are called in an export, in the language of its headers, so that the import finds them again."""

from functools import cache

from catalog.products.attributes.attribute import SUBJECT, Attribute
from catalog.products.attributes.attribute_value import SUBJECT as VALUE_SUBJECT
from catalog.products.attributes.attribute_value import AttributeValue
from catalog.products.bulk_export.choose_columns import attributes_in_use
from catalog.products.bulk_import.attribute_names import AttributeNames
from catalog.products.bulk_import.category_names import CategoryNames
from catalog.products.product_type import ProductType
from catalog.products.spreadsheet.keys import header_of, parse_key
from catalog.stock.warehouse import Warehouse
from i18n.translation import Translation
from marketplace.channels.models import Channel
from marketplace.sellers.models import Seller

_FLAGS = {"vi": ("không", "có"), "en": ("no", "yes")}
_DIVIDES = set("|;\n")


class Names:
    """Read once per export."""

    def __init__(self, seller: Seller, language: str) -> None:
        self.language = language
        self._categories = CategoryNames()
        self._types = dict(ProductType.objects.values_list("pk", "slug"))
        channels = list(Channel.objects.all())
        self.channels = {channel.slug: channel.pk for channel in channels}
        self._currencies = {channel.slug: channel.currency_code for channel in channels}
        warehouses = list(Warehouse.objects.filter(seller=seller).order_by("pk"))
        self.warehouses = {one.name: one.pk for one in warehouses}
        if warehouses:
            self.warehouses[""] = warehouses[0].pk
        used = attributes_in_use(seller)
        self._found = AttributeNames(attribute.slug for attribute in used)
        called = self._translated(SUBJECT, [attribute.pk for attribute in used])
        self.attributes = {self._label(attribute, called): attribute for attribute in used}
        self._value_names = cache(self._names_of_values)

    @property
    def attribute_keys(self) -> list[str]:
        return [f"attribute.{label}" for label in sorted(self.attributes)]

    def header(self, key: str) -> str:
        parts = parse_key(key)
        currency = self._currencies.get(parts.market, "") if parts is not None else ""
        return header_of(key, self.language, currency=currency)

    def flag(self, value: bool) -> str:
        return _FLAGS[self.language][value]

    def category(self, pk: int | None) -> str:
        return "" if pk is None else self._categories.path(pk, self.language)

    def product_type(self, pk: int | None) -> str:
        return "" if pk is None else self._types[pk]

    def value(self, attribute: Attribute, value: AttributeValue) -> str:
        """Its name where that says which one it is, otherwise its address."""
        name = self._value_names(attribute.pk).get(value.pk, value.name)
        means = self._found.values(attribute, [name]).get((attribute.pk, name))
        return name if means == value and not _DIVIDES.intersection(name) and name == name.strip() else value.slug

    def _label(self, attribute: Attribute, called: dict[int, str]) -> str:
        name = called.get(attribute.pk, attribute.name).strip()
        return name if self._found.find(name) == attribute and len(name) <= 120 else attribute.slug

    def _names_of_values(self, attribute_id: int) -> dict[int, str]:
        ids = list(AttributeValue.objects.filter(attribute_id=attribute_id).values_list("pk", flat=True))
        return self._translated(VALUE_SUBJECT, ids)

    def _translated(self, subject: str, ids: list[int]) -> dict[int, str]:
        rows = Translation.objects.filter(
            subject=subject, field="name", language=self.language, object_id__in=[str(pk) for pk in ids]
        )
        return {int(pk): text for pk, text in rows.values_list("object_id", "text")}
