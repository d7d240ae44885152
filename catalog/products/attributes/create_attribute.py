"""Create and change attributes, as the operator does."""

from typing import Unpack

from django.db import transaction

from catalog.products.attributes.affected import products_of_attribute
from catalog.products.attributes.assigned import ProductAttributeValue, VariantAttributeValue
from catalog.products.attributes.attribute import Attribute
from catalog.products.attributes.attribute_fields import AttributeFields, checked_attribute
from catalog.products.changed import products_changed
from catalog.products.free_slug import free_slug
from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _


def create_attribute(**fields: Unpack[AttributeFields]) -> Attribute:
    """An attribute that nothing asks for yet. Raises `Refused`."""
    clean = checked_attribute(fields)
    if not clean.get("name"):
        raise Refused(Problem("name", "REQUIRED", _("This needs a name.")))
    slug = free_slug(Attribute.objects.all(), clean["name"], fields.get("slug", ""))
    return Attribute.objects.create(slug=slug, **clean)


def update_attribute(*, attribute: Attribute, **fields: Unpack[AttributeFields]) -> Attribute:
    """Change the fields given. The type stays for good, the unit once a number was given. Raises `Refused`."""
    clean = checked_attribute(fields, current=attribute)
    if clean.get("input_type", attribute.input_type) != attribute.input_type:
        message = _("The type of answer can't be changed. Create another attribute.")
        raise Refused(Problem("input_type", "INVALID", message))
    if clean.get("unit", attribute.unit) != attribute.unit and _is_answered(attribute):
        message = _("Products give this number in %(unit)s already, so the unit can't be changed.")
        raise Refused(Problem("unit", "INVALID", message, {"unit": attribute.unit or "1"}))
    if fields.get("slug") and fields["slug"] != attribute.slug:
        clean["slug"] = free_slug(Attribute.objects.exclude(pk=attribute.pk), attribute.name, fields["slug"])
    changed = [name for name, value in clean.items() if getattr(attribute, name) != value]
    with transaction.atomic():
        for name in changed:
            setattr(attribute, name, clean[name])
        if changed:
            attribute.save(update_fields=changed)
            products_changed(products_of_attribute(attribute.pk))
    return attribute


def _is_answered(attribute: Attribute) -> bool:
    return (
        ProductAttributeValue.objects.filter(attribute=attribute).exists()
        or VariantAttributeValue.objects.filter(attribute=attribute).exists()
    )
