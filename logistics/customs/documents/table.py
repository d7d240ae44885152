"""Tables of a page: columns, and cells whose figure a workbook takes as a number."""

from __future__ import annotations

from typing import Any

from i18n.formatting import country_name
from i18n.money import Money
from logistics.consignment import Item
from logistics.customs.documents import figures
from logistics.customs.documents.page import Page

Cell = dict[str, Any]
Section = dict[str, Any]


def column(page: Page, msgid: str, align: str, width: str, unit: str = "") -> dict[str, Any]:
    return {"label": page.label(msgid), "align": align, "width": width, "unit": unit}


def cell(text: str, *below: str, figure: str = "") -> Cell:
    """A cell's text, and smaller lines under it; ``figure`` is the plain number behind it, for workbooks."""
    return {"text": text, "below": [line for line in below if line], "figure": figure}


def count_cell(count: int) -> Cell:
    return cell(str(count), figure=str(count))


def amount_cell(money: Money) -> Cell:
    return cell(figures.amount(money), figure=figures.plain_amount(money))


def weight_cell(grams: int) -> Cell:
    return cell(figures.kilograms(grams), figure=figures.plain_kilograms(grams))


def origin_cell(code: str, language: str) -> Cell:
    return cell(country_name(code, language), code)


def described(item: Item, *below: str) -> Cell:
    english = item.description_en if item.description_en != item.description else ""
    return cell(item.description, english, f"SKU {item.sku}" if item.sku else "", *below)


def section(
    columns: list[dict[str, Any]], rows: list[list[Cell]], *, heading: str = "", detail: str = "", subtotal: Any = None
) -> Section:
    return {"heading": heading, "detail": detail, "columns": columns, "rows": rows, "subtotal": subtotal}
