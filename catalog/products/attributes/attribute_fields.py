"""What may be said of an attribute itself, and the checks."""

from decimal import Decimal
from typing import Any, TypedDict

from catalog.products.attributes.attribute import FILTERABLE, Attribute, InputType
from catalog.products.attributes.unit import Unit
from catalog.products.structure_fields import named, reference_problems, text_problems
from catalog.refusal import Problem, refuse_any
from i18n.messages import gettext_noop as _


class AttributeFields(TypedDict, total=False):
    name: str
    slug: str
    description: str
    input_type: str
    unit: str
    lowest: Decimal | None
    highest: Decimal | None
    is_filterable: bool
    is_variant: bool
    value_required: bool
    external_reference: str | None
    sort_order: int


def checked_attribute(fields: AttributeFields, *, current: Attribute | None = None) -> dict[str, Any]:
    """The fields as they are stored, without the slug; raises `Refused` with everything that is wrong."""
    clean: dict[str, Any] = {name: value for name, value in fields.items() if name != "slug"}
    named(clean, ("name", "description"))
    others = Attribute.objects.exclude(pk=current.pk) if current else Attribute.objects.all()
    input_type = clean.get("input_type") or (current.input_type if current else InputType.DROPDOWN)
    if input_type not in FILTERABLE:
        clean["is_filterable"] = False
    problems = text_problems(Attribute, clean) + reference_problems(others, clean)
    refuse_any(problems + _number_problems(clean, input_type, current))
    return clean


def _number_problems(clean: dict[str, Any], input_type: str, current: Attribute | None) -> list[Problem]:
    problems = []
    if clean.get("unit") and (input_type != InputType.NUMERIC or clean["unit"] not in Unit.values):
        problems.append(Problem("unit", "INVALID", _("Only numbers have a unit, and it must be one that is known.")))
    for bound in ("lowest", "highest"):
        if clean.get(bound) is not None and not _fits(clean[bound], input_type):
            problems.append(Problem(bound, "INVALID", _("Only numbers have bounds, of at most 11 digits.")))
    low = clean.get("lowest", current.lowest if current else None)
    high = clean.get("highest", current.highest if current else None)
    if not problems and low is not None and high is not None and low > high:
        problems.append(Problem("highest", "INVALID", _("The highest number must not be below the lowest.")))
    return problems


def _fits(number: Decimal, input_type: str) -> bool:
    in_reach = input_type == InputType.NUMERIC and number.is_finite() and abs(number) < 10**11
    return in_reach and number == number.quantize(Decimal("0.0001"))
