"""Plants and dangers of lines of goods, as they are given."""

import re
from decimal import Decimal as Number
from typing import Any

from i18n.messages import gettext_noop as _
from logistics.customs.declaration.facts import DangerousGoods, LineFacts, PackingGroup, Plant
from logistics.customs.documents.lacey_page import UNITS
from logistics.graphql.declarations.texts import country, short
from marketplace.graphql import Boolean, Decimal, InputError, InputObjectType, Int, List, NonNull, String

MOST_PLANTS = 12
MOST_QUANTITY = Number(10) ** 9
_UN_NUMBER = re.compile(r"[0-9]{4}", re.ASCII)
_CLASS = re.compile(r"[1-9](\.[1-6][A-S]?)?( \([1-9](\.[1-6])?\))?", re.ASCII)
"""1.4S, 3, 6.1 (3): class or division, then subsidiary hazard."""


class CustomsPlantInput(InputObjectType):
    """Plant material as form PPQ 505 asks."""

    genus = String(required=True)
    species = String(required=True)
    country = String(description="Of harvest, ISO 3166-1 alpha-2; left out while nobody knows.")
    quantity = Decimal(required=True)
    unit = String(required=True, description="kg, m2 or m3.")
    article = String(description="Which part of the goods; left out for all of it.")
    recycled_percent = Decimal()


class CustomsDangerousGoodsInput(InputObjectType):
    """Dangerous goods as the UN model regulations name them."""

    un_number = String(required=True)
    shipping_name = String(required=True)
    hazard_class = String(required=True)
    packing_group = String(description="I, II or III.")
    package = String()
    flash_point_celsius = Decimal()
    marine_pollutant = Boolean()


class CustomsLineInput(InputObjectType):
    """What laws ask of the line with this number."""

    number = Int(required=True)
    plants = List(NonNull(CustomsPlantInput))
    dangerous_goods = CustomsDangerousGoodsInput()


def line_facts(given: list[Any], lines: int) -> tuple[LineFacts, ...]:
    found = {row["number"]: _line(row, lines) for row in given}
    return tuple(found[number] for number in sorted(found) if found[number].plants or found[number].dangerous)


def _line(given: Any, lines: int) -> LineFacts:
    if not 1 <= given["number"] <= lines:
        raise InputError(_("There is no such line of goods."), field="input.lines.number", code="NOT_FOUND")
    plants = list(given.get("plants") or ())
    if len(plants) > MOST_PLANTS:
        message = _("At most %(most)s entries are possible here.")
        raise InputError(message, field="input.lines.plants", params={"most": MOST_PLANTS})
    dangerous = given.get("dangerous_goods")
    return LineFacts(given["number"], tuple(map(_plant, plants)), _dangerous(dangerous) if dangerous else None)


def _plant(given: Any) -> Plant:
    quantity, recycled = given["quantity"], given.get("recycled_percent") or Number(0)
    if not 0 <= quantity < MOST_QUANTITY or not 0 <= recycled <= 100:
        raise InputError(_("This quantity is not possible."), field="input.lines.plants.quantity")
    if given["unit"] not in UNITS:
        raise InputError(_("Quantities of plants are in kg, m2 or m3."), field="input.lines.plants.unit")
    return Plant(
        genus=short(given["genus"], "lines.plants.genus"),
        species=short(given["species"], "lines.plants.species"),
        country=country(given["country"], "lines.plants.country") if given.get("country") else "",
        quantity=quantity,
        unit=given["unit"],
        article=short(given.get("article"), "lines.plants.article"),
        recycled_percent=recycled,
    )


def _dangerous(given: Any) -> DangerousGoods:
    number = re.sub(r"^UN|\s", "", given["un_number"].strip().upper())
    if not _UN_NUMBER.fullmatch(number):
        raise InputError(_("A UN number has four digits."), field="input.lines.dangerousGoods.unNumber")
    if given["hazard_class"] and not _CLASS.fullmatch(given["hazard_class"].strip()):
        message = _("A class of danger is written such as 3 or 6.1.")
        raise InputError(message, field="input.lines.dangerousGoods.hazardClass")
    if (group := given.get("packing_group") or "") not in list(PackingGroup):
        raise InputError(_("A packing group is I, II or III."), field="input.lines.dangerousGoods.packingGroup")
    return DangerousGoods(
        un_number=number,
        shipping_name=short(given["shipping_name"], "lines.dangerousGoods.shippingName"),
        hazard_class=given["hazard_class"].strip(),
        packing_group=PackingGroup(group),
        package=short(given.get("package"), "lines.dangerousGoods.package"),
        flash_point_c=given.get("flash_point_celsius"),
        marine_pollutant=bool(given.get("marine_pollutant")),
    )
