"""The table of the United States' form PPQ 505: plants in the goods, by genus, species and country of harvest.

Lacey Act, 16 U.S.C. 3372(f): scientific name, value of the importation, quantity, country of harvest, share recycled.
"""

from __future__ import annotations

from i18n.messages import gettext_noop as _
from logistics.customs.declaration.declaration import DeclaredLine
from logistics.customs.declaration.facts import Plant
from logistics.customs.documents import figures
from logistics.customs.documents.content import DocumentContent
from logistics.customs.documents.invoice_page import add_amount, start_page
from logistics.customs.documents.page import Page, party
from logistics.customs.documents.table import Cell, amount_cell, cell, column, count_cell, origin_cell, section
from logistics.customs.documents.transport import add_transport

UNITS = {"kg": "kg", "m2": "m²", "m3": "m³"}


def lacey_page(content: DocumentContent) -> Page:
    page, declared = start_page(content), content.declaration
    page.add_fact(_("Commercial invoice"), content.facts.invoice_number)
    page.parties = [party(page, _("Exporter"), declared.seller), party(page, _("Importer"), declared.importer)]
    page.parties.append(party(page, _("Consignee"), declared.buyer))
    columns = [
        column(page, _("No."), "right", "auto"),
        column(page, _("Article or component"), "left", "1fr"),
        column(page, _("HS code"), "left", "auto"),
        column(page, _("Amount"), "right", "auto", unit=content.currency),
        column(page, _("Genus and species"), "left", "1fr"),
        column(page, _("Harvested in"), "left", "auto"),
        column(page, _("Quantity"), "right", "auto"),
        column(page, _("Recycled share"), "right", "auto", unit="%"),
    ]
    rows = [row for line in declared.lines for row in _rows(line, page.language)]
    page.sections = [section(columns, rows)]
    add_transport(page, declared)
    planted = [line for line in declared.lines if line.facts.plants]
    pieces = sum(line.item.quantity for line in planted)
    page.add_total(_("Lines with plant material"), str(len(planted)), figure=str(len(planted)))
    page.add_total(_("Pieces with plant material"), str(pieces), figure=str(pieces))
    add_amount(page, _("Goods"), declared.goods, strong=True)
    page.notes.append(page.label(_("Data for form PPQ 505 (Lacey Act, 16 U.S.C. 3372(f)); the importer files it.")))
    return page


def _rows(line: DeclaredLine, language: str) -> list[list[Cell]]:
    return [_row(line, plant, first=place == 0, language=language) for place, plant in enumerate(line.facts.plants)]


def _row(line: DeclaredLine, plant: Plant, *, first: bool, language: str) -> list[Cell]:
    """Number and amount stand once per line of goods, so that the column adds up."""
    return [
        count_cell(line.number) if first else cell(""),
        cell(plant.article or line.item.description, "" if plant.article else line.item.description_en),
        cell(figures.hs_code(line.item.hs_code)),
        amount_cell(line.value) if first else cell(""),
        cell(f"{plant.genus} {plant.species}"),
        origin_cell(plant.country, language),
        cell(f"{plant.quantity:f}", UNITS[plant.unit], figure=f"{plant.quantity:f}"),
        cell(f"{plant.recycled_percent:f}", figure=f"{plant.recycled_percent:f}"),
    ]
