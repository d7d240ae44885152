"""One row, checked: what it says of a product, or everything that is wrong with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from catalog.pricing.set_price import price_problem
from catalog.products.bulk_import.category_names import CategoryNames
from catalog.products.bulk_import.columns import MEASURED
from catalog.products.bulk_import.numbers import NotANumber, UnitMissing, read_amount, read_measure, read_whole
from catalog.products.fields import ProductFields, VariantFields, checked_product, checked_variant
from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _

_STORED_AS = {
    "weight": "gross_weight_g",
    "net_weight": "net_weight_g",
    "length": "length_mm",
    "width": "width_mm",
    "height": "height_mm",
}
_WHOLE = ("moq", "order_multiple", "units_per_carton", "lead_time_days")
_COLUMN_OF = {stored: column for column, stored in _STORED_AS.items()}
MOST_PIECES = 1_000_000_000


@dataclass(frozen=True, slots=True)
class RowData:
    """What the row says; a field it leaves empty is absent and stays as it is."""

    sku: str
    product: ProductFields
    variant: VariantFields
    price: Decimal | None
    quantity: int | None


def check_row(
    values: Mapping[str, str], *, source_language: str, categories: CategoryNames
) -> tuple[RowData | None, list[Problem]]:
    """The row's data, or ``None`` and its problems; a problem's ``field`` is the column's field."""
    written = {field: text for field, text in values.items() if text.strip()}
    problems: list[Problem] = [
        Problem(field, "REQUIRED", message) for field, message in _REQUIRED.items() if field not in written
    ]
    numbers = _numbers(written, problems)
    product = _product(written, source_language, categories, problems)
    variant = _variant(written, numbers, problems)
    price = numbers.get("price")
    if price is not None and (problem := price_problem(price, "VND")):
        problems.append(problem)
    if problems:
        return None, problems
    return RowData(variant["sku"], product, variant, price, numbers.get("quantity")), []


_REQUIRED = {
    "sku": _("Give every row an SKU of your own: it is how the next import finds the product again."),
    "name": _("A product needs a name."),
}
_MESSAGES = {
    NotANumber: ("INVALID", _("“%(text)s” is not a number that can be read here.")),
    UnitMissing: ("UNIT", _("Write the unit, for example 300 g, 0,3 kg or 45 cm.")),
}


def _numbers(written: Mapping[str, str], problems: list[Problem]) -> dict[str, Any]:
    readers: dict[str, Callable[[str], Decimal | int]] = {"price": read_amount, "quantity": _pieces}
    readers |= dict.fromkeys(_WHOLE, read_whole)
    readers |= {field: _measure(kind) for field, kind in MEASURED.items()}
    numbers: dict[str, Any] = {}
    for field, read in readers.items():
        if field in written:
            try:
                numbers[field] = read(written[field])
            except (NotANumber, UnitMissing) as wrong:
                code, message = _MESSAGES[type(wrong)]
                problems.append(Problem(field, code, message, {"text": written[field][:40]}))
    return numbers


def _measure(kind: str) -> Callable[[str], int]:
    return lambda text: read_measure(text, kind)


def _pieces(text: str) -> int:
    pieces = read_whole(text)
    if pieces > MOST_PIECES:
        raise NotANumber(text)
    return pieces


def _product(
    written: Mapping[str, str], source_language: str, categories: CategoryNames, problems: list[Problem]
) -> ProductFields:
    fields: dict[str, Any] = {f: written[f] for f in ("name", "description", "material", "hs_code") if f in written}
    fields["source_language"] = source_language
    if "category" in written:
        category = categories.find(written["category"])
        if category is None:
            message = _("No category is called “%(text)s”.")
            problems.append(Problem("category", "NOT_FOUND", message, {"text": written["category"][:40]}))
        else:
            fields["category"] = category
    return _collected(checked_product, fields, problems)


def _variant(written: Mapping[str, str], numbers: Mapping[str, Any], problems: list[Problem]) -> VariantFields:
    fields: dict[str, Any] = {f: written[f] for f in ("sku", "gtin") if f in written}
    fields |= {field: numbers[field] for field in _WHOLE if field in numbers}
    fields |= {_STORED_AS[field]: numbers[field] for field in MEASURED if field in numbers}
    return _collected(checked_variant, fields, problems)


def _collected(check: Callable[[Any], Any], fields: Any, problems: list[Problem]) -> Any:
    try:
        return check(fields)
    except Refused as refused:
        problems += [
            Problem(_COLUMN_OF.get(p.field or "", p.field), p.code, p.message, p.params) for p in refused.problems
        ]
        return {}
