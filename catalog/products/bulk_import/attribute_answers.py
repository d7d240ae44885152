"""Cells under ``Attribute: …`` as answers: read by the attribute's type, checked like single edits, compared."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from catalog.products.attributes.answer import Answer
from catalog.products.attributes.assigned import Assigned, ProductAttributeValue, VariantAttributeValue
from catalog.products.attributes.attribute import WITH_CHOICES, Attribute, InputType
from catalog.products.attributes.check_answer import Said, check_answer
from catalog.products.bulk_import.numbers import NotANumber, read_number
from catalog.products.bulk_import.yes_or_no import read_flag
from catalog.products.product import Product
from catalog.products.spreadsheet.guard import tidy
from catalog.products.spreadsheet.units import unit_of
from catalog.products.variant import ProductVariant
from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _

if TYPE_CHECKING:
    from catalog.products.bulk_import.lookups import Lookups
    from catalog.products.bulk_import.parse import Parsed
    from catalog.products.bulk_import.plan import Plan

SEPARATOR = " | "
_SEVERAL = re.compile(r"\s*[|;\n]\s*")
_NUMBER = re.compile(r"^(?P<number>[+-]?[\d.,\s]+)\s*(?P<unit>[^\d\s].*)?$", re.DOTALL)
_DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y")
_NO_FILES = _("Files are added on the product's own page.")
_NOT_ASKED = _("Products of this type and category have no attribute “%(attribute)s”.")


class Unreadable(ValueError):
    """The cell is not an answer to its attribute."""


@dataclass(frozen=True, slots=True)
class AttributeChange:
    """Another answer than before, on the product or the variant."""

    attribute: Attribute
    on_variant: bool
    said: tuple[Said, ...]


@dataclass(slots=True)
class Assignments:
    """What products and variants of a batch answer now: by id, then by attribute."""

    products: dict[int, dict[int, list[Assigned]]] = field(default_factory=dict)
    variants: dict[int, dict[int, list[Assigned]]] = field(default_factory=dict)


def load_assignments(product_ids: Collection[int], variant_ids: Collection[int]) -> Assignments:
    """Two queries."""
    own = ProductAttributeValue.objects.filter(product_id__in=product_ids).order_by("place")
    of_variants = VariantAttributeValue.objects.filter(variant_id__in=variant_ids).order_by("place")
    return Assignments(_by_owner(own, "product_id"), _by_owner(of_variants, "variant_id"))


def plan_attributes(
    plan: Plan, parsed: Parsed, lookups: Lookups, *, product: Product | None, variant: ProductVariant | None
) -> None:
    """Fill the plan's attributes, or its problems."""
    merged = {name: getattr(product, name, None) for name in ("product_type_id", "category_id")} | plan.product
    fillable = lookups.attributes.fillable(merged.get("product_type_id"), merged.get("category_id"))
    present = lookups.assignments
    on_product = present.products.get(product.pk, {}) if product else {}
    on_variant = present.variants.get(variant.pk, {}) if variant else {}
    for label, text in parsed.attributes.items():
        attribute = lookups.attributes.find(label)
        key = f"attribute.{label}"
        if attribute is None or attribute.pk not in {*fillable[0], *fillable[1], *on_product, *on_variant}:
            plan.problems.append(Problem(key, "NOT_FOUND", _NOT_ASKED, {"attribute": label[:80]}))
            continue
        of_variant = attribute.pk in fillable[1] or (attribute.pk in on_variant and attribute.pk not in fillable[0])
        said = _said(plan, key, attribute, text, lookups)
        before = (on_variant if of_variant else on_product).get(attribute.pk, [])
        if said and [content_of(row) for row in before] != [_wanted(each) for each in said]:
            plan.attributes.append(AttributeChange(attribute, of_variant, tuple(said)))


def _said(plan: Plan, key: str, attribute: Attribute, text: str, lookups: Lookups) -> list[Said]:
    try:
        answer = _answer(attribute, text)
        return check_answer(attribute, answer, lookups.attributes.values(attribute, answer.values))
    except Refused as refused:
        plan.problems += [Problem(key, p.code, p.message, p.params) for p in refused.problems]
    except (NotANumber, Unreadable):
        message = _("“%(text)s” cannot be read as an answer here.")
        plan.problems.append(Problem(key, "INVALID", message, {"text": text[:40]}))
    return []


def _answer(attribute: Attribute, text: str) -> Answer:
    if attribute.input_type in WITH_CHOICES:
        several = attribute.input_type == InputType.MULTISELECT
        words = _SEVERAL.split(text) if several else [text]
        return Answer(attribute.slug, values=tuple(word.strip() for word in words if word.strip()))
    if attribute.input_type == InputType.FILE:
        raise Refused(Problem(None, "INVALID", _NO_FILES))
    return _FREELY[InputType(attribute.input_type)](attribute, text)


def _number(attribute: Attribute, text: str) -> Answer:
    met = _NUMBER.match(text.strip())
    unit = unit_of(met["unit"]) if met and met["unit"] else ""
    if met is None or unit is None:
        raise Unreadable(text)
    bare = met["number"].strip()
    number = -read_number(bare[1:]) if bare.startswith("-") else read_number(bare.removeprefix("+"))
    return Answer(attribute.slug, number=number, unit=unit)


def _boolean(attribute: Attribute, text: str) -> Answer:
    flag = read_flag(text)
    if flag is None:
        raise Unreadable(text)
    return Answer(attribute.slug, boolean=flag)


def _date(attribute: Attribute, text: str) -> Answer:
    for written in _DAYS:
        try:
            return Answer(attribute.slug, date=datetime.strptime(text.strip()[:10], written).date())  # noqa: DTZ007  # a day has no zone
        except ValueError:
            continue
    raise Unreadable(text)


def _text(attribute: Attribute, text: str) -> Answer:
    return Answer(attribute.slug, text=text)


_FREELY: Mapping[InputType, Callable[[Attribute, str], Answer]] = {
    InputType.NUMERIC: _number,
    InputType.BOOLEAN: _boolean,
    InputType.DATE: _date,
    InputType.PLAIN_TEXT: _text,
    InputType.RICH_TEXT: _text,
}


def content_of(row: Assigned) -> tuple[Any, ...]:
    """What a stored row says, texts as a file can hold them."""
    return (row.value_id, row.number, row.boolean, row.date, tidy(row.text))


def _wanted(said: Said) -> tuple[int | None, Decimal | None, bool | None, date | None, str]:
    return (said.value.pk if said.value else None, said.number, said.boolean, said.date, tidy(said.text))


def _by_owner(rows: Any, owner: str) -> dict[int, dict[int, list[Assigned]]]:
    found: dict[int, dict[int, list[Assigned]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        found[getattr(row, owner)][row.attribute_id].append(row)
    return found
