"""The exporter's statement on origin, in the words of the agreement, with the goods it is about."""

from __future__ import annotations

from i18n.messages import gettext_noop as _
from logistics.customs.declaration.declaration import DeclaredLine
from logistics.customs.documents import figures
from logistics.customs.documents.content import DocumentContent
from logistics.customs.documents.invoice_page import add_amount, start_page
from logistics.customs.documents.page import Page, party
from logistics.customs.documents.table import (
    Cell,
    amount_cell,
    cell,
    column,
    count_cell,
    described,
    origin_cell,
    section,
)


def origin_statement_page(content: DocumentContent) -> Page:
    page, declared, origin = start_page(content), content.declaration, content.facts.origin
    if origin is None:
        raise ValueError("a statement on origin has words")
    page.add_fact(_("Commercial invoice"), content.facts.invoice_number)
    page.add_fact(_("Trade agreement"), origin.agreement)
    page.parties = [party(page, _("Exporter"), declared.seller), party(page, _("Consignee"), declared.buyer)]
    columns = [
        column(page, _("No."), "right", "auto"),
        column(page, _("Description of goods"), "left", "1fr"),
        column(page, _("HS code"), "left", "auto"),
        column(page, _("Origin"), "left", "auto"),
        column(page, _("Quantity"), "right", "auto"),
        column(page, _("Amount"), "right", "auto", unit=content.currency),
    ]
    page.sections = [section(columns, [_row(line, page.language) for line in declared.lines])]
    page.add_total(_("Pieces"), str(declared.quantity), figure=str(declared.quantity))
    add_amount(page, _("Goods"), declared.goods, strong=True)
    page.notes.append({"text": origin.text, "english": ""})
    page.notes.append(page.label(_("Place and date: %(place)s, %(date)s"), place=origin.place, date=f"{origin.on}"))
    page.notes.append(page.label(_("Name: %(name)s"), name=origin.signatory))
    page.signature = page.label(_("Signature of the exporter:"))
    return page


def _row(line: DeclaredLine, language: str) -> list[Cell]:
    return [
        count_cell(line.number),
        described(line.item),
        cell(figures.hs_code(line.item.hs_code)),
        origin_cell(line.item.origin, language),
        count_cell(line.item.quantity),
        amount_cell(line.value),
    ]
