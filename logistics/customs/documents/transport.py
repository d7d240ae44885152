"""By what way goods travel, in which containers, under which numbers, and who imports them."""

from __future__ import annotations

from i18n.messages import gettext
from i18n.messages import gettext_noop as _
from logistics.customs.declaration.declaration import Declaration
from logistics.customs.declaration.facts import Container, NumberKind, Stage
from logistics.customs.documents.page import Page, party
from logistics.customs.documents.table import Cell, Section, cell, column, count_cell, section

MODES = {
    "TRUCK": _("Truck"),
    "BARGE": _("River barge"),
    "RAIL": _("Train"),
    "VESSEL": _("Sea-going ship"),
    "AIR": _("Aeroplane"),
    "LAST_MILE": _("Delivery van"),
    "PARCEL": _("Parcel service"),
}
NUMBERS = {
    NumberKind.IOSS: _("IOSS number"),
    NumberKind.VOEC: _("VOEC number"),
    NumberKind.GST: _("GST number"),
    NumberKind.LICENCE: _("Licence"),
    NumberKind.CERTIFICATE: _("Certificate"),
    NumberKind.LETTER_OF_CREDIT: _("Letter of credit"),
    NumberKind.PERSONAL_CUSTOMS_CODE: _("Personal customs code"),
}
CONTAINER_SEAL = _("%(container)s (seal %(seal)s)")


def add_importer(page: Page, declared: Declaration) -> None:
    if declared.facts.importer is not None:
        page.parties.append(party(page, _("Importer"), declared.facts.importer))


def add_transport(page: Page, declared: Declaration) -> None:
    """Numbers and containers among the facts; the way as a table, where one is planned."""
    facts = declared.facts
    for reference in facts.references:
        page.add_fact(NUMBERS[reference.kind], reference.number)
    page.add_fact(_("Containers"), ", ".join(_container(each, page.language) for each in facts.containers))
    page.add_fact(_("Shipping marks"), facts.marks)
    if facts.stages:
        page.sections.append(route(page, facts.stages))


def route(page: Page, stages: tuple[Stage, ...]) -> Section:
    columns = [
        column(page, _("No."), "right", "auto"),
        column(page, _("Means of transport"), "left", "auto"),
        column(page, _("Leaves from"), "left", "1fr"),
        column(page, _("Arrives at"), "left", "1fr"),
        column(page, _("Carrier and vehicle"), "left", "1fr"),
        column(page, _("Transport document"), "left", "auto"),
    ]
    rows = [_stage(number, stage, page.language) for number, stage in enumerate(stages, start=1)]
    return section(columns, rows, heading=gettext(page.language, ROUTE))


ROUTE = _("The way of the goods")


def _stage(number: int, stage: Stage, language: str) -> list[Cell]:
    vehicle = " · ".join(part for part in (stage.vehicle, stage.voyage) if part)
    return [
        count_cell(number),
        cell(gettext(language, MODES[stage.mode]) if stage.mode in MODES else stage.mode),
        cell(stage.from_place or "–"),
        cell(stage.to_place or "–"),
        cell(stage.carrier or vehicle or "–", vehicle if stage.carrier else ""),
        cell(stage.document or "–"),
    ]


def _container(container: Container, language: str) -> str:
    if not container.seal:
        return container.number
    return gettext(language, CONTAINER_SEAL, container=container.number, seal=container.seal)
