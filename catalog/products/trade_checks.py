"""The checks of trade facts; `catalog.products.fields` calls them for every way in."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from catalog.products.product import Product
from catalog.products.restriction import Restriction
from catalog.refusal import Problem
from i18n.currencies import is_currency
from i18n.messages import gettext_noop as _

MOST_SPECIES = 12
MOST_SAMPLE_PRICE = Decimal(10) ** 12
_HS_CODE = re.compile(r"[0-9]{6,12}", re.ASCII)
_COUNTRY = re.compile(r"[A-Z]{2}", re.ASCII)
_UN_NUMBER = re.compile(r"[0-9]{4}", re.ASCII)
_SPECIES = re.compile(r"[A-Z][a-z-]{2,}(?: ×| x)?(?: [a-z][a-z-]+\.?){1,3}", re.ASCII)
"""A genus, then a species and perhaps a variety, or ``spp.``: Hevea brasiliensis, Acacia × mangium, Shorea spp."""


def tidy_trade_facts(clean: dict[str, Any]) -> None:
    """Write codes and lists as they are stored: without dots and doubles, sorted."""
    if "hs_code" in clean:
        clean["hs_code"] = re.sub(r"[.\s]", "", clean["hs_code"])
    if "origin_country" in clean:
        clean["origin_country"] = clean["origin_country"].strip().upper()
    if "species" in clean:
        clean["species"] = tidy_species(clean["species"])
    if "un_number" in clean:
        clean["un_number"] = re.sub(r"^UN|\s", "", clean["un_number"].strip().upper())
    if "sample_price_currency" in clean:
        clean["sample_price_currency"] = clean["sample_price_currency"].strip().upper()
    if "restrictions" in clean:
        clean["restrictions"] = sorted({str(each).strip().upper() for each in clean["restrictions"]} - {""})


def tidy_species(text: str) -> str:
    """``tectona GRANDIS;hevea brasiliensis`` -> ``Tectona grandis, Hevea brasiliensis``."""
    names = (" ".join(part.split()).capitalize() for part in re.split(r"[,;\n]", text))
    return ", ".join(dict.fromkeys(name for name in names if name))


def trade_problems(clean: Mapping[str, Any], current: Product | None) -> list[Problem]:
    """What is wrong with the facts given; ``current`` has those that a change does not mention."""
    problems = [*_code_problems(clean), *_species_problems(clean)]
    for code in clean.get("restrictions", ()):
        if code not in Restriction.values:
            message = _("%(code)s is not one of the known restrictions.")
            problems.append(Problem("restrictions", "INVALID", message, {"code": code[:40]}))
    return [*problems, *_hazard_problems(clean, current), *_sample_problems(clean, current)]


def _code_problems(clean: Mapping[str, Any]) -> list[Problem]:
    problems = []
    if clean.get("hs_code") and not _HS_CODE.fullmatch(clean["hs_code"]):
        problems.append(Problem("hs_code", "INVALID", _("An HS code has 6 to 12 digits.")))
    if not _COUNTRY.fullmatch(clean.get("origin_country", "VN")):
        problems.append(Problem("origin_country", "INVALID", _("A country is written as two letters, such as VN.")))
    return problems


def _species_problems(clean: Mapping[str, Any]) -> list[Problem]:
    names = clean.get("species", "").split(", ") if clean.get("species") else []
    if len(names) > MOST_SPECIES:
        return [Problem("species", "INVALID", _("At most %(most)s species."), {"most": MOST_SPECIES})]
    message = _("%(name)s is not a scientific name: write the genus and the species, such as Hevea brasiliensis.")
    return [
        Problem("species", "INVALID", message, {"name": name[:60]}) for name in names if not _SPECIES.fullmatch(name)
    ]


def _hazard_problems(clean: Mapping[str, Any], current: Product | None) -> list[Problem]:
    number = clean.get("un_number", current.un_number if current else "")
    hazardous = clean.get("is_hazardous", current.is_hazardous if current else False)
    if number and not _UN_NUMBER.fullmatch(number):
        return [Problem("un_number", "INVALID", _("A UN number has four digits, for example 1263 for paint."))]
    if number and not hazardous:
        return [Problem("un_number", "INVALID", _("Only hazardous goods have a UN number."))]
    return []


def _sample_problems(clean: Mapping[str, Any], current: Product | None) -> list[Problem]:
    amount = clean.get("sample_price_amount", current.sample_price_amount if current else None)
    currency = clean.get("sample_price_currency", current.sample_price_currency if current else "")
    if amount is None:
        return []
    if not 0 <= amount < MOST_SAMPLE_PRICE:
        return [Problem("sample_price_amount", "INVALID", _("A sample's price is zero or more."))]
    if not is_currency(currency):
        message = _("Say in which currency the sample is priced, such as USD.")
        return [Problem("sample_price_currency", "INVALID", message)]
    return []
