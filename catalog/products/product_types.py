"""Create, change and delete product types, and say which attributes their products have."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypedDict, Unpack

from django.db import transaction

from catalog.products.attributes.attribute import Attribute
from catalog.products.attributes.type_attribute import AttributePlace, ProductTypeAttribute
from catalog.products.changed import products_changed
from catalog.products.free_slug import free_slug
from catalog.products.product import Product
from catalog.products.product_type import SUBJECT, ProductType
from catalog.products.put_in_order import put_in_order
from catalog.products.structure_fields import named, text_problems
from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from i18n.translate import remove_translations

MOST_ATTRIBUTES = 60


class ProductTypeFields(TypedDict, total=False):
    name: str
    slug: str
    kind: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """``variant_selection``: buyers choose a variant by it."""

    attribute: Attribute
    place: str
    variant_selection: bool = False


def create_product_type(**fields: Unpack[ProductTypeFields]) -> ProductType:
    """A type without attributes. Raises `Refused`."""
    clean = _checked(fields)
    if not clean.get("name"):
        raise Refused(Problem("name", "REQUIRED", _("This needs a name.")))
    slug = free_slug(ProductType.objects.all(), clean["name"], fields.get("slug", ""))
    return ProductType.objects.create(slug=slug, **clean)


def update_product_type(*, product_type: ProductType, **fields: Unpack[ProductTypeFields]) -> ProductType:
    """Change the fields given. Raises `Refused`."""
    clean = _checked(fields)
    if fields.get("slug") and fields["slug"] != product_type.slug:
        others = ProductType.objects.exclude(pk=product_type.pk)
        clean["slug"] = free_slug(others, product_type.name, fields["slug"])
    for name, value in clean.items():
        setattr(product_type, name, value)
    product_type.save(update_fields=list(clean) or None)
    return product_type


def delete_product_type(*, product_type: ProductType) -> None:
    """Products of the type keep what was said of them and have no type."""
    with transaction.atomic():
        affected = list(Product.objects.filter(product_type=product_type).values_list("pk", flat=True))
        remove_translations(subject=SUBJECT, object_ids=[product_type.pk])
        ProductType.objects.filter(pk=product_type.pk).delete()
        products_changed(affected)


def assign_attributes(*, product_type: ProductType, assignments: Sequence[Assignment]) -> None:
    """Ask these attributes too, at the end of the list; one that is asked already moves to its new place. `Refused`."""
    for index, each in enumerate(assignments):
        if each.variant_selection and each.place != AttributePlace.VARIANT:
            message = _("Only an attribute of variants can be what buyers choose a variant by.")
            raise Refused(Problem("operations", "INVALID", message, {}, index))
    wanted = {each.attribute.pk: each for each in assignments}
    with transaction.atomic():
        ProductType.objects.select_for_update().get(pk=product_type.pk)
        present = {row.attribute_id: row for row in product_type.type_attributes.all()}
        if len(present.keys() | wanted.keys()) > MOST_ATTRIBUTES:
            message = _("A product type has at most %(most)s attributes.")
            raise Refused(Problem("operations", "INVALID", message, {"most": MOST_ATTRIBUTES}))
        _write(product_type, wanted, present)


def _write(product_type: ProductType, wanted: dict[int, Assignment], present: dict[int, ProductTypeAttribute]) -> None:
    """Two statements, however many attributes."""
    end = max((row.sort_order for row in present.values()), default=-1) + 1
    fresh: list[ProductTypeAttribute] = []
    for key, each in wanted.items():
        row = present.get(key) or ProductTypeAttribute(
            product_type=product_type, attribute=each.attribute, sort_order=end + len(fresh)
        )
        row.place, row.variant_selection = each.place, each.variant_selection
        if key not in present:
            fresh.append(row)
    ProductTypeAttribute.objects.bulk_create(fresh)
    moved = [present[key] for key in wanted if key in present]
    ProductTypeAttribute.objects.bulk_update(moved, ["place", "variant_selection"])


def unassign_attributes(*, product_type: ProductType, attribute_ids: Sequence[int]) -> None:
    """Ask these no longer; what was said stays with the products."""
    product_type.type_attributes.filter(attribute_id__in=attribute_ids).delete()


def reorder_attributes(*, product_type: ProductType, attribute_ids: Sequence[int]) -> None:
    """Put the attributes named first, in this order; the others follow in theirs. Raises `Refused`."""
    with transaction.atomic():
        put_in_order(product_type.type_attributes.all(), attribute_ids, key="attribute_id", field="attribute_ids")


def _checked(fields: ProductTypeFields) -> dict[str, Any]:
    clean: dict[str, Any] = {name: value for name, value in fields.items() if name != "slug"}
    named(clean)
    refuse_any(text_problems(ProductType, clean))
    return clean
