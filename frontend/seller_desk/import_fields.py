"""What the columns of a spreadsheet can mean, in words for the seller."""

from collections.abc import Mapping, Sequence
from typing import Any

from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _

FIELDS: Mapping[str, str] = {
    "product": _("Group of variants"),
    "sku": _("SKU"),
    "name": _("Name"),
    "variant_name": _("Name of the variant"),
    "description": _("Description"),
    "category": _("Category"),
    "product_type": _("Product type"),
    "material": _("Material"),
    "species": _("Species, scientific name"),
    "price": _("Price in Vietnam"),
    "base_price": _("Base price"),
    "quantity": _("Pieces in stock"),
    "moq": _("At least (pieces)"),
    "order_multiple": _("In steps of (pieces)"),
    "lead_time_days": _("Ready in (days)"),
    "net_weight": _("Weight without packing"),
    "weight": _("Weight with packing"),
    "length": _("Length, packed"),
    "width": _("Width, packed"),
    "height": _("Height, packed"),
    "units_per_carton": _("Pieces in a carton"),
    "carton_weight": _("Weight of a carton"),
    "carton_length": _("Length of a carton"),
    "carton_width": _("Width of a carton"),
    "carton_height": _("Height of a carton"),
    "hs_code": _("HS code"),
    "origin_country": _("Country of origin"),
    "gtin": _("Barcode (GTIN)"),
    "images": _("Names of picture files"),
    "sample_available": _("Samples available"),
    "sample_price": _("Price of a sample"),
    "customizable": _("Made to the buyer's wishes"),
    "private_label": _("Under the buyer's brand"),
    "is_hazardous": _("Dangerous goods"),
    "un_number": _("UN number"),
    "restrictions": _("Restrictions"),
}
TEXTS = ("name", "description", "material")
IN_LANGUAGE = {
    "name": _("Name in %(language)s"),
    "description": _("Description in %(language)s"),
    "material": _("Material in %(language)s"),
}
PRICE_AT = _("Price in %(market)s")
Meaning = tuple[str, str, dict[str, str]]
"""The field, a message id, and what its placeholders stand for: a language's code or a market's slug."""


def meanings(columns: Sequence[Mapping[str, Any]], markets: Sequence[str]) -> list[Meaning]:
    """Everything a column can mean, and whatever the columns of this file mean already."""
    found: list[Meaning] = [("", _("not used"), {})]
    for field, message in FIELDS.items():
        found.append((field, message, {}))
        if field in TEXTS:
            found += [(f"{field}.{code}", IN_LANGUAGE[field], {"language": code}) for code in LANGUAGES]
        if field == "price":
            found += [(f"price.{slug}", PRICE_AT, {"market": slug}) for slug in markets if slug != "vn"]
    known = {field for field, _message, _params in found}
    return found + [
        (column["field"], "%(header)s", {"header": column["header"]})
        for column in columns
        if column["field"] and column["field"] not in known
    ]


def is_field(value: str, columns: Sequence[Mapping[str, Any]], markets: Sequence[str]) -> bool:
    return value in {field for field, _message, _params in meanings(columns, markets) if field}
