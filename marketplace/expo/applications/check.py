"""What an application may say, field by field."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from catalog.refusal import Problem
from i18n.currencies import is_currency
from i18n.messages import gettext_noop as _
from marketplace.expo import texts
from marketplace.expo.exhibition import Expo
from marketplace.expo.exhibitors import LONGEST_CATEGORY, MOST_CATEGORIES
from marketplace.expo.hall import BoothKind
from marketplace.expo.pavilions.share_booth import (
    MOST_SHARING,
    CoExhibitorEntry,
    clean_co_exhibitor,
    co_exhibitor_problems,
)
from marketplace.sellers.seller import EntityType
from marketplace.sellers.tax_code import InvalidTaxCode, check_tax_code

LIMITS = {
    "name": 250,
    "tax_code": 20,
    "address": 400,
    "website_url": 250,
    "contact_name": 120,
    "email": 254,
    "phone": 40,
    "wished_booths": 200,
    "products": 3_000,
    "note": 2_000,
}
MOST_AREA, MOST_POWER = Decimal(5_000), Decimal(1_000)
_LINES = ("products", "note")
TAX_CODE = _("This is not a Vietnamese tax code: 10 or 13 digits, that of a person 12, with a right check digit.")


def clean_application(values: Mapping[str, Any]) -> dict[str, Any]:
    """Tidied texts, codes in upper case, categories once each, co-exhibitors as they are stored."""
    clean: dict[str, Any] = {
        name: texts.tidy(value, lines=name in _LINES) if isinstance(value, str) else value
        for name, value in values.items()
    }
    for name in ("country", "currency"):
        if name in clean:
            clean[name] = clean[name].upper()
    if "categories" in clean:
        clean["categories"] = list(dict.fromkeys(kept for each in clean["categories"] if (kept := texts.tidy(each))))
    if "co_exhibitors" in clean:
        clean["co_exhibitors"] = [clean_co_exhibitor(CoExhibitorEntry(**each)) for each in clean["co_exhibitors"]]
    return clean


def field_problems(expo: Expo, values: dict[str, Any], *, today: date, country: str = "VN") -> list[Problem]:
    """Everything wrong with the given fields; what is not there is a matter of handing it in."""
    problems = texts.lengths(values, LIMITS) + texts.contact(values)
    problems += _choice_problems(expo, values) + _number_problems(values) + _list_problems(values)
    if values.get("tax_code") and values.get("country", country) == "VN":
        problems += _tax_code(values, today)
    return problems


def _tax_code(values: dict[str, Any], today: date) -> list[Problem]:
    """As sellers' codes are checked, and stored as theirs are; twelve digits are a person's."""
    digits = sum(sign.isdigit() for sign in values["tax_code"])
    kind = EntityType.HOUSEHOLD if digits == 12 else EntityType.ENTERPRISE
    try:
        values["tax_code"] = check_tax_code(values["tax_code"], kind, today=today)
    except InvalidTaxCode:
        return [Problem("tax_code", "TAX_CODE_INVALID", TAX_CODE)]
    return []


def _choice_problems(expo: Expo, values: Mapping[str, Any]) -> list[Problem]:
    problems = []
    for name in ("package", "hall", "pavilion"):
        chosen = values.get(name)
        if chosen is not None and chosen.expo_id != expo.pk:
            problems.append(texts.invalid(f"{name}_id", _("Choose one of the list.")))
    if values.get("package") is not None and not values["package"].is_offered:
        problems.append(texts.invalid("package_id", _("This package is not offered any more.")))
    if values.get("booth_kind", BoothKind.SHELL) not in BoothKind.values:
        problems.append(texts.invalid("booth_kind", _("Choose one of the list.")))
    if not is_currency(values.get("currency", "VND")):
        problems.append(texts.invalid("currency", _("There is no such currency.")))
    return problems


def _number_problems(values: Mapping[str, Any]) -> list[Problem]:
    problems = []
    area, power = values.get("area"), values.get("power_kilowatts", Decimal(0))
    if area is not None and not (1 <= area <= MOST_AREA and area == area.quantize(Decimal("0.01"))):
        problems.append(texts.invalid("area", _("Between 1 and %(most)s square metres."), most=MOST_AREA))
    if not (0 <= power <= MOST_POWER and power == power.quantize(Decimal("0.1"))):
        problems.append(texts.invalid("power_kilowatts", _("Between 0 and %(most)s kilowatts."), most=MOST_POWER))
    return problems


def _list_problems(values: Mapping[str, Any]) -> list[Problem]:
    problems = []
    categories, sharing = values.get("categories", []), values.get("co_exhibitors", [])
    if len(categories) > MOST_CATEGORIES or any(len(each) > LONGEST_CATEGORY for each in categories):
        message = _("At most %(count)s categories of %(length)s characters.")
        problems.append(texts.invalid("categories", message, count=MOST_CATEGORIES, length=LONGEST_CATEGORY))
    if len(sharing) > MOST_SHARING or len({each["name"] for each in sharing}) < len(sharing):
        message = _("At most %(limit)s firms share a booth, each named once.")
        problems.append(texts.invalid("co_exhibitors", message, limit=MOST_SHARING))
    for place, each in enumerate(sharing[:MOST_SHARING]):
        found = co_exhibitor_problems(each)
        problems += [Problem("co_exhibitors", one.code, one.message, one.params, place) for one in found]
    return problems
