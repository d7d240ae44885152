"""The form in which a seller offers and a buyer counters: the same lines and terms on both sides."""

from decimal import Decimal
from typing import Any

from frontend.amounts import UnclearAmount, read_amount
from frontend.filters import plain_number
from frontend.page import Page
from frontend.refusals import FieldError, Refused
from i18n.messages import gettext_noop as _

INCOTERMS = ("EXW", "FCA", "CPT", "CIP", "DAP", "DPU", "DDP", "FAS", "FOB", "CFR", "CIF")
UNITS = (
    "PIECE", "PAIR", "SET", "CARTON", "METER", "SQUARE_METER", "CUBIC_METER", "KILOGRAM", "TONNE", "CONTAINER_20",
    "CONTAINER_40",
)  # fmt: skip
TIERS = 2
ADDED = 2
"""Empty lines below those that are answered."""
LINES = 100
_BALANCES = ("SHIP", "DOCUMENTS")


def proposal_rows(quote: dict[str, Any], *, added: int = ADDED) -> list[dict[str, Any]]:
    """What each line of the form begins with: the latest version, or the request where there is none."""
    version = quote["latestVersion"]
    rows = [_of_line(line) for line in version["lines"]] if version else []
    rows = rows or [_of_request(line) for line in quote["request"]["lines"]]
    blank = dict.fromkeys(("description", "quantity", "price", "requestLine", "variant"), "")
    empty: dict[str, Any] = {**blank, "unit": "PIECE", "tiers": [], "target": None, "added": True}
    return [*rows, *[empty] * added]


def _of_line(line: dict[str, Any]) -> dict[str, Any]:
    tiers = [(tier["minimumQuantity"], _typed(tier["unitPrice"])) for tier in line["tiers"]]
    asked = line["requestLine"]
    return {
        **_common(line),
        "price": _typed(line["unitPrice"]),
        "requestLine": asked["id"] if asked else "",
        "tiers": tiers,
        "target": asked["targetPrice"] if asked else None,
    }


def _of_request(line: dict[str, Any]) -> dict[str, Any]:
    return {**_common(line), "price": "", "requestLine": line["id"], "tiers": [], "target": line["targetPrice"]}


def _common(line: dict[str, Any]) -> dict[str, Any]:
    variant = line["variant"]
    return {
        "description": line["description"],
        "quantity": line["quantity"],
        "unit": line["unit"],
        "variant": variant["id"] if variant else "",
        "added": False,
    }


def _typed(price: dict[str, Any]) -> str:
    return str(plain_number(price["amount"]))


def read_proposal(page: Page, currency: str) -> dict[str, Any]:
    """The ``QuoteOfferInput`` of a posted form; raises ``Refused`` at the inputs that are wrong."""
    kind = page.form.text("paymentKind", required=True)
    terms: dict[str, Any] = {"kind": kind if kind in ("FULL", "DEPOSIT", "NET") else "FULL"}
    if kind == "DEPOSIT":
        needed = page.form.text("balanceNeededFor")
        terms["depositPercent"] = page.form.decimal("depositPercent")
        terms["balanceNeededFor"] = needed if needed in _BALANCES else "SHIP"
    elif kind == "NET":
        terms["netDays"] = page.form.integer("netDays")
    incoterm = page.form.text("incoterm")
    return {
        "lines": _lines(page, currency),
        "validUntil": page.form.text("validUntil", required=True)[:10],
        "leadTimeDays": page.form.integer("leadTimeDays"),
        "incoterm": incoterm if incoterm in INCOTERMS else "DAP",
        "namedPlace": page.form.text("namedPlace", required=True),
        "freight": read_price(page, "freight", currency, required=False) or Decimal(0),
        "paymentTerms": terms,
        "notes": page.form.text("notes"),
    }


def _lines(page: Page, currency: str) -> list[dict[str, Any]]:
    lines = []
    for index in range(LINES):
        if f"quantity-{index}" not in page.request.POST:
            break
        line = _line(page, index, currency)
        if line is not None:
            lines.append(line)
    if not lines:
        raise Refused([FieldError("lines", "REQUIRED", _("An offer has at least one line."))])
    return lines


def _line(page: Page, index: int, currency: str) -> dict[str, Any] | None:
    """A line without a quantity is left out."""
    quantity = page.form.integer(f"quantity-{index}", required=False)
    if not quantity:
        return None
    unit = page.form.text(f"unit-{index}")
    return {
        "description": page.form.text(f"description-{index}"),
        "quantity": quantity,
        "unit": unit if unit in UNITS else "PIECE",
        "unitPrice": read_price(page, f"price-{index}", currency),
        "requestLineId": page.form.optional(f"requestLine-{index}"),
        "variantId": page.form.optional(f"variant-{index}"),
        "tiers": _tiers(page, index, currency),
    }


def _tiers(page: Page, index: int, currency: str) -> list[dict[str, Any]]:
    tiers = []
    for number in range(TIERS):
        least = page.form.integer(f"tier-quantity-{index}-{number}", required=False)
        price = read_price(page, f"tier-price-{index}-{number}", currency, required=False)
        if least and price is not None:
            tiers.append({"minimumQuantity": least, "unitPrice": price})
    return tiers


def read_price(page: Page, name: str, currency: str, *, required: bool = True) -> Decimal | None:
    """An amount as people of any country type it; raises ``Refused`` at its input."""
    text = page.form.text(name, required=required)
    try:
        return read_amount(text, currency) if text else None
    except UnclearAmount:
        message = _("Write one amount, for example 12.50.")
        raise Refused([FieldError(name, "INVALID", message)]) from None
