"""What may be said of a product and of a variant, and the checks every way in goes through."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, TypedDict

from stdnum import ean

from catalog.products.category import Category
from catalog.products.description import sanitised
from catalog.products.product import Product
from catalog.products.product_type import ProductType
from catalog.products.trade_checks import tidy_trade_facts, trade_problems
from catalog.products.variant import ProductVariant
from catalog.refusal import Problem, refuse_any
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _


class ProductFields(TypedDict, total=False):
    name: str
    description: str
    material: str
    source_language: str
    category: Category | None
    product_type: ProductType | None
    hs_code: str
    origin_country: str
    species: str
    sample_available: bool
    sample_price_amount: Decimal | None
    sample_price_currency: str
    customizable: bool
    private_label: bool
    is_hazardous: bool
    un_number: str
    restrictions: list[str]


class VariantFields(TypedDict, total=False):
    sku: str
    name: str
    gtin: str
    net_weight_g: int | None
    gross_weight_g: int | None
    length_mm: int | None
    width_mm: int | None
    height_mm: int | None
    units_per_carton: int | None
    carton_gross_weight_g: int | None
    carton_length_mm: int | None
    carton_width_mm: int | None
    carton_height_mm: int | None
    moq: int
    order_multiple: int
    lead_time_days: int | None
    sort_order: int


BOUNDS: Mapping[str, tuple[int, int]] = {
    "net_weight_g": (1, 100_000_000),
    "gross_weight_g": (1, 100_000_000),
    "length_mm": (1, 100_000),
    "width_mm": (1, 100_000),
    "height_mm": (1, 100_000),
    "units_per_carton": (1, 1_000_000),
    "carton_gross_weight_g": (1, 100_000_000),
    "carton_length_mm": (1, 100_000),
    "carton_width_mm": (1, 100_000),
    "carton_height_mm": (1, 100_000),
    "moq": (1, 1_000_000),
    "order_multiple": (1, 1_000_000),
    "lead_time_days": (0, 730),
    "sort_order": (-1_000_000, 1_000_000),
}
_SPACES = re.compile(r"\s+")


def checked_product(fields: ProductFields, *, current: Product | None = None) -> ProductFields:
    """The fields as they are stored; raises `Refused` with everything that is wrong.

    ``current`` gives what a change does not mention.
    """
    clean: dict[str, Any] = dict(fields)
    for name in ("name", "material"):
        if name in clean:
            clean[name] = one_line(clean[name])
    if "description" in clean:
        clean["description"] = sanitised(clean["description"])
    tidy_trade_facts(clean)
    refuse_any(_product_problems(clean, current))
    return clean  # type: ignore[return-value]  # the same keys with the same types


def checked_variant(fields: VariantFields, *, current: ProductVariant | None = None) -> VariantFields:
    """The same for a variant; ``current`` gives what a change does not mention."""
    clean: dict[str, Any] = dict(fields)
    for name in ("sku", "name"):
        if name in clean:
            clean[name] = one_line(clean[name])
    if "gtin" in clean:
        clean["gtin"] = re.sub(r"[\s-]", "", clean["gtin"])
    refuse_any(_variant_problems(clean, current))
    return clean  # type: ignore[return-value]  # the same keys with the same types


def one_line(text: str) -> str:
    """Without line breaks, control characters and doubled or outer spaces."""
    return _SPACES.sub(" ", "".join(c if c.isprintable() else " " for c in text)).strip()


def _product_problems(clean: Mapping[str, Any], current: Product | None) -> list[Problem]:
    problems = [*_length_problems(Product, clean, ("name", "material", "description", "species"))]
    if "name" in clean and not clean["name"]:
        problems.append(Problem("name", "REQUIRED", _("A product needs a name.")))
    if clean.get("source_language", "vi") not in LANGUAGES:
        problems.append(Problem("source_language", "INVALID", _("This is not one of the marketplace's languages.")))
    return [*problems, *trade_problems(clean, current)]


def _variant_problems(clean: Mapping[str, Any], current: ProductVariant | None) -> list[Problem]:
    problems = [*_length_problems(ProductVariant, clean, ("sku", "name"))]
    if "sku" in clean and not clean["sku"]:
        problems.append(Problem("sku", "REQUIRED", _("A variant needs an SKU.")))
    if clean.get("gtin") and not ean.is_valid(clean["gtin"]):
        problems.append(Problem("gtin", "INVALID", _("This GTIN's check digit or length is wrong.")))
    for name, (least, most) in BOUNDS.items():
        value = clean.get(name)
        if value is not None and not least <= value <= most:
            params = {"least": least, "most": most}
            problems.append(Problem(name, "INVALID", _("This must be between %(least)s and %(most)s."), params))
    if not problems:
        checks = (_pack_problem, _net_weight_problem, _carton_weight_problem)
        problems += [problem for check in checks if (problem := check(clean, current))]
    return problems


def _pack_problem(clean: Mapping[str, Any], current: ProductVariant | None) -> Problem | None:
    moq = clean.get("moq") or (current.moq if current else 1)
    multiple = clean.get("order_multiple") or (current.order_multiple if current else 1)
    if multiple == 1 or moq % multiple == 0:
        return None
    message = _("The minimum order quantity must be a multiple of %(multiple)s, the quantity it is sold in.")
    return Problem("moq", "INVALID", message, {"multiple": multiple})


def _net_weight_problem(clean: Mapping[str, Any], current: ProductVariant | None) -> Problem | None:
    if not {"net_weight_g", "gross_weight_g"} & clean.keys():
        return None
    net, gross = (_known(name, clean, current) for name in ("net_weight_g", "gross_weight_g"))
    if net is None or gross is None or net <= gross:
        return None
    return Problem("net_weight_g", "INVALID", _("Without its packing a piece cannot weigh more than with it."))


def _carton_weight_problem(clean: Mapping[str, Any], current: ProductVariant | None) -> Problem | None:
    if not {"net_weight_g", "units_per_carton", "carton_gross_weight_g"} & clean.keys():
        return None
    net, units, carton = (
        _known(name, clean, current) for name in ("net_weight_g", "units_per_carton", "carton_gross_weight_g")
    )
    if net is None or units is None or carton is None or net * units <= carton:
        return None
    return Problem("carton_gross_weight_g", "INVALID", _("A full carton cannot weigh less than the pieces in it."))


def _known(name: str, clean: Mapping[str, Any], current: ProductVariant | None) -> int | None:
    """The value after the change."""
    value: int | None = clean[name] if name in clean else getattr(current, name, None)
    return value


def _length_problems(
    model: type[Product] | type[ProductVariant], clean: Mapping[str, Any], names: tuple[str, ...]
) -> list[Problem]:
    problems = []
    for name in names:
        longest = model._meta.get_field(name).max_length  # type: ignore[union-attr]  # all of them are text columns
        if longest and len(clean.get(name) or "") > longest:
            message = _("This text is too long: at most %(longest)s characters.")
            problems.append(Problem(name, "INVALID", message, {"longest": longest}))
    return problems
