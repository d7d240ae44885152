"""Create, change and order the values an attribute offers."""

import re
from collections.abc import Sequence
from typing import Any, TypedDict, Unpack

from django.db import transaction
from django.db.models import Max

from catalog.products import media_files
from catalog.products.attributes.affected import products_of_value
from catalog.products.attributes.attribute import WITH_CHOICES, Attribute, InputType
from catalog.products.attributes.attribute_value import AttributeValue
from catalog.products.changed import products_changed
from catalog.products.free_slug import free_slug
from catalog.products.picture import read_picture
from catalog.products.put_in_order import put_in_order
from catalog.products.structure_fields import named, reference_problems, text_problems
from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _

MOST_VALUES = 1000
_COLOR = re.compile(r"#[0-9a-f]{6}")


class ValueFields(TypedDict, total=False):
    name: str
    slug: str
    swatch_color: str
    swatch_picture: bytes
    external_reference: str | None


def create_value(*, attribute: Attribute, **fields: Unpack[ValueFields]) -> AttributeValue:
    """A value at the end of the list. Raises `Refused`."""
    if attribute.input_type not in WITH_CHOICES:
        raise Refused(Problem("attribute", "INVALID", _("This attribute is answered freely; it has no values.")))
    if attribute.values.count() >= MOST_VALUES:
        message = _("An attribute has at most %(most)s values.")
        raise Refused(Problem("attribute", "INVALID", message, {"most": MOST_VALUES}))
    clean = _checked(attribute, fields, attribute.values.all())
    if not clean.get("name"):
        raise Refused(Problem("name", "REQUIRED", _("This needs a name.")))
    slug = free_slug(attribute.values.all(), clean["name"], fields.get("slug", ""))
    last = attribute.values.aggregate(last=Max("sort_order"))["last"]
    with transaction.atomic():
        return attribute.values.create(slug=slug, sort_order=0 if last is None else last + 1, **clean)


def update_value(*, value: AttributeValue, **fields: Unpack[ValueFields]) -> AttributeValue:
    """Change the fields given. Raises `Refused`."""
    others = value.attribute.values.exclude(pk=value.pk)
    clean = _checked(value.attribute, fields, others)
    if fields.get("slug") and fields["slug"] != value.slug:
        clean["slug"] = free_slug(others, value.name, fields["slug"])
    changed = [name for name, given in clean.items() if getattr(value, name) != given]
    former = value.swatch_image
    with transaction.atomic():
        for name in changed:
            setattr(value, name, clean[name])
        if changed:
            value.save(update_fields=changed)
            products_changed(products_of_value(value.pk))
        if former and former != value.swatch_image:
            transaction.on_commit(lambda: media_files.remove(former))
    return value


def reorder_values(*, attribute: Attribute, value_ids: Sequence[int]) -> None:
    """Put the values named first, in this order; the others follow in theirs. Raises `Refused`."""
    with transaction.atomic():
        put_in_order(attribute.values.all(), value_ids, key="pk", field="value_ids")


def _checked(attribute: Attribute, fields: ValueFields, others: Any) -> dict[str, Any]:
    clean: dict[str, Any] = {k: v for k, v in fields.items() if k not in {"slug", "swatch_picture"}}
    named(clean)
    problems = text_problems(AttributeValue, clean) + reference_problems(others, clean)
    color = clean["swatch_color"] = clean.get("swatch_color", "").strip().lower()
    if "swatch_color" not in fields:
        del clean["swatch_color"]
    if color and (attribute.input_type != InputType.SWATCH or not _COLOR.fullmatch(color)):
        problems.append(Problem("swatch_color", "INVALID", _("A swatch's colour is written like #b23a24.")))
    if fields.get("swatch_picture") and attribute.input_type != InputType.SWATCH:
        problems.append(Problem("swatch_picture", "INVALID", _("Only values of a swatch have a picture.")))
    refuse_any(problems)
    if fields.get("swatch_picture"):
        clean["swatch_image"] = media_files.store(read_picture(fields["swatch_picture"]))
    return clean
