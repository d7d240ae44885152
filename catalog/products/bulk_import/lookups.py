"""What every row of an import may refer to, read once per run."""

from collections.abc import Collection
from functools import cached_property

from catalog.products.bulk_import.attribute_answers import Assignments
from catalog.products.bulk_import.attribute_names import AttributeNames
from catalog.products.bulk_import.category_names import CategoryNames
from catalog.products.bulk_import.file_storage import archive_of
from catalog.products.bulk_import.models import ProductImport
from catalog.products.bulk_import.picture_archive import ArchiveIndex
from catalog.products.product_type import SUBJECT, ProductType
from catalog.products.spreadsheet.keys import parse_key
from catalog.stock.warehouse import Warehouse
from i18n.text import fold
from i18n.translation import Translation
from marketplace.channels.models import Channel

FIRST_WAREHOUSE = "Kho chính"


class Lookups:
    """Nothing of it is asked of the database before it is needed."""

    def __init__(self, product_import: ProductImport) -> None:
        self.product_import = product_import
        self.seller = product_import.seller
        self.source_language = product_import.source_language
        self.keys: Collection[str] = [field for _header, field in product_import.columns if field]
        self.places = {key: place for place, key in enumerate(self.keys)}
        self.kinds = {parts.kind for key in self.keys if (parts := parse_key(key))}
        self.assignments = Assignments()
        """Of the batch in hand."""
        self.has_texts = any(parts.language for key in self.keys if (parts := parse_key(key)))

    @cached_property
    def archive(self) -> ArchiveIndex | None:
        """The names in the archive of pictures, if there is one."""
        return archive_of(self.product_import)

    @cached_property
    def categories(self) -> CategoryNames:
        return CategoryNames()

    @cached_property
    def channels(self) -> dict[str, Channel]:
        """By slug."""
        return {channel.slug: channel for channel in Channel.objects.all()}

    @cached_property
    def warehouses(self) -> list[Warehouse]:
        """The seller's, the first of which takes what is only called "stock"."""
        return list(Warehouse.objects.filter(seller=self.seller).order_by("pk"))

    def warehouse(self, name: str) -> Warehouse | None:
        """By name, without regard to case and marks; ``""`` is the first, which is made when there is none."""
        if not name:
            return self.warehouses[0] if self.warehouses else None
        exact = [one for one in self.warehouses if one.name == name]
        alike = exact or [one for one in self.warehouses if fold(one.name).strip() == fold(name).strip()]
        return alike[0] if len(alike) == 1 else None

    def first_warehouse(self) -> Warehouse:
        """Made with the first stock that needs it."""
        if not self.warehouses:
            self.warehouses.append(Warehouse.objects.get_or_create(seller=self.seller, name=FIRST_WAREHOUSE)[0])
        return self.warehouses[0]

    @cached_property
    def product_types(self) -> dict[str, int | None]:
        """By address or name in any language; ``None`` for a name that two types share."""
        found: dict[str, int | None] = {}
        slugs = dict(ProductType.objects.order_by().values_list("slug", "pk"))
        named = list(ProductType.objects.order_by().values_list("name", "pk"))
        rows = Translation.objects.filter(subject=SUBJECT, field="name").order_by().values_list("text", "object_id")
        for name, pk in [*named, *((text, int(pk)) for text, pk in rows)]:
            key = fold(name).strip()
            found[key] = pk if found.get(key, pk) == pk else None
        return found | slugs

    @cached_property
    def attributes(self) -> AttributeNames:
        return AttributeNames(
            parts.label for key in self.keys if (parts := parse_key(key)) and parts.kind == "attribute"
        )
