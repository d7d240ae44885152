"""Rows of one product: which product a new variant belongs to, and rows of one file that contradict each other.

Rows belong together that have the same group, or whose SKUs belong to one product already. What they say of the product
must agree: otherwise each import would write one text and then the other, and never come to rest.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Count, Min, Q

from catalog.products.bulk_import.existing import Existing
from catalog.products.bulk_import.models import ProductImport, ProductImportRow
from catalog.products.product import Product
from catalog.products.spreadsheet.guard import tidy
from catalog.products.spreadsheet.keys import parse_key
from catalog.products.variants import MOST_VARIANTS
from catalog.refusal import Problem
from i18n.messages import gettext_noop as _

Identity = tuple[str, str | int]
OF_THE_PRODUCT = frozenset(
    {
        "name", "description", "material", "category", "product_type", "hs_code", "origin_country", "species",
        "sample_available", "sample_price", "customizable", "private_label", "is_hazardous", "un_number",
        "restrictions",
    }
)  # fmt: skip
_TWICE = _("Row %(row)s has the same SKU already.")
_CONTRADICTS = _("Row %(row)s says something else here of the same product.")
_TOO_MANY = _("A product has at most %(most)s variants.")


@dataclass(slots=True)
class Siblings:
    """What is known of the other rows while a batch is checked."""

    first_row: dict[str, int] = field(default_factory=dict)
    """By SKU: the first row of the file that has it."""
    products: dict[str, Product] = field(default_factory=dict)
    """By group."""
    said: dict[Identity, dict[str, tuple[int, str]]] = field(default_factory=lambda: defaultdict(dict))
    """What good rows say of their product, by column: row number and text."""
    variants: dict[Identity, int] = field(default_factory=lambda: defaultdict(int))

    def problems(self, row: ProductImportRow, existing: Existing | None) -> list[Problem]:
        """Why the row cannot stand beside the earlier ones."""
        problems = []
        if self.first_row.setdefault(row.sku, row.number) < row.number and row.sku:
            problems.append(Problem("sku", "DUPLICATE", _TWICE, {"row": self.first_row[row.sku]}))
        for identity in self.identities(row, existing):
            for key, (number, text) in self.said.get(identity, {}).items():
                if tidy(row.values.get(key, "")) not in {"", text}:
                    problems.append(Problem(key, "CONFLICT", _CONTRADICTS, {"row": number}))
            if existing is None and self.variants.get(identity, 0) >= MOST_VARIANTS:
                problems.append(Problem("product", "INVALID", _TOO_MANY, {"most": MOST_VARIANTS}))
        return problems

    def remember(self, row: ProductImportRow, existing: Existing | None) -> None:
        """The row is good: later ones have to agree with it."""
        for identity in self.identities(row, existing):
            self.variants[identity] += existing is None
            said = self.said[identity]
            for key, text in _of_the_product(row.values).items():
                said.setdefault(key, (row.number, text))

    def is_first(self, row: ProductImportRow) -> bool:
        """No earlier good row of the group will have made the product."""
        return not row.group or ("group", row.group) not in self.said

    def product_of(self, row: ProductImportRow, existing: Existing | None) -> Product | None:
        return existing.product if existing else self.products.get(row.group)

    def identities(self, row: ProductImportRow, existing: Existing | None) -> list[Identity]:
        product = self.product_of(row, existing)
        named: list[Identity] = [("group", row.group)] if row.group else []
        return [*named, ("product", product.pk)] if product is not None else named


def load_siblings(
    product_import: ProductImport, rows: Sequence[ProductImportRow], existing: Mapping[str, Existing]
) -> Siblings:
    """Two queries, and three more where rows have groups."""
    siblings = Siblings()
    numbers = [row.number for row in rows]
    others = product_import.rows.exclude(number__gte=min(numbers), number__lte=max(numbers))
    skus = others.filter(sku__in={row.sku for row in rows if row.sku}).order_by().values_list("sku")
    siblings.first_row = dict(skus.annotate(first=Min("number")))
    groups = {row.group for row in rows if row.group}
    if groups:
        siblings.products = _products_of(product_import, groups)
        _count_variants(siblings)
    shared = {found.variant.product_id for found in existing.values()} | {p.pk for p in siblings.products.values()}
    kept = others.filter(Q(group__in=groups) | Q(product_id__in=shared) if groups else Q(product_id__in=shared))
    earlier = kept.filter(accepted=True, number__lt=min(numbers)).order_by("number")
    for number, group, product_id, values in earlier.values_list("number", "group", "product_id", "values"):
        for identity in ([("group", group)] if group else []) + ([("product", product_id)] if product_id else []):
            said = siblings.said[identity]  # known from here on, even when the row says nothing of its product
            for key, text in _of_the_product(values).items():
                said.setdefault(key, (number, text))
            siblings.variants[identity] += product_id is None
    return siblings


def _products_of(product_import: ProductImport, groups: set[str]) -> dict[str, Product]:
    """By group: the seller's product of that address, or what another row of the group has become or is about."""
    own = Product.objects.current().filter(seller=product_import.seller)
    by_address = {product.slug: product for product in own.filter(slug__in=groups)}
    rows = product_import.rows.filter(group__in=groups, product__isnull=False, product__archived_at__isnull=True)
    by_row = {row.group: row.product for row in rows.select_related("product").order_by("-number") if row.product}
    return {**by_row, **by_address}


def _count_variants(siblings: Siblings) -> None:
    ids = {product.pk for product in siblings.products.values()}
    current = (
        Product.objects.filter(pk__in=ids)
        .order_by()
        .annotate(held=Count("variants", filter=Q(variants__archived_at__isnull=True)))
    )
    for pk, held in current.values_list("pk", "held"):
        siblings.variants["product", pk] = held


def _of_the_product(values: Mapping[str, str]) -> dict[str, str]:
    found = {}
    for key, text in values.items():
        parts = parse_key(key)
        if parts is not None and parts.kind in OF_THE_PRODUCT and (written := tidy(text)):
            found[key] = written
    return found
