"""No file that we write runs as a formula in the program that opens it: every module that writes one is named here."""

import ast
import csv
import io
from pathlib import Path

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from catalog.products.spreadsheet.guard import guarded
from frontend.operator_desk.audit_file import _plain as audit_cell
from logistics.packs.tables import csv_file, xlsx_file
from marketplace.fair_trade.report.figure import Report
from marketplace.fair_trade.report.xlsx import report_xlsx
from orders.figures.files import _plain as figures_cell
from orders.payouts.withholding.return_file import _safe as return_cell

ROOT = Path(__file__).resolve().parents[2]
NOW = timezone.now()
FORMULAS = ('=HYPERLINK("http://evil.example","x")', "+1+1", "-1+cmd|'/C calc'!A0", "@SUM(1)", "\t=1+1", "\r=1+1")
WRITERS = {
    "catalog/products/bulk_export/sheet.py": "guarded()",
    "catalog/products/bulk_export/template.py": "the project's own words",
    "catalog/products/bulk_import/correction_workbook.py": "cells of text; tests/api/test_attacks.py",
    "catalog/traceability/gs1/read_dictionary.py": "a published list, for developers",
    "catalog/traceability/lot_import/template.py": "the project's own words",
    "catalog/traceability/portals/file_export/portal.py": "an apostrophe",
    "frontend/operator_desk/audit_file.py": "_plain()",
    "i18n/exchange/write_xlsx.py": "cells of text",
    "logistics/customs/documents/workbook.py": "cells of text",
    "logistics/packs/tables.py": "guarded()",
    "marketplace/expo/leads/export.py": "guarded()",
    "marketplace/fair_trade/report/xlsx.py": "guarded() and cells of text",
    "marketplace/indicators/files/csv_file.py": "codes and numbers alone",
    "orders/figures/files.py": "_plain()",
    "orders/payouts/statements/statement_xlsx.py": "cells of text",
    "orders/payouts/withholding/return_file.py": "_safe() and cells of text",
}


def writes_tables(path: Path) -> bool:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            if name in {"csv.writer", "csv.DictWriter"} or name.rpartition(".")[2] == "Workbook":
                return True
    return False


def test_every_module_that_writes_a_table_is_known() -> None:
    packages = ("marketplace", "catalog", "orders", "logistics", "i18n", "frontend")
    found = {str(path.relative_to(ROOT)) for name in packages for path in (ROOT / name).rglob("*.py")
             if writes_tables(path)}  # fmt: skip
    assert found == WRITERS.keys(), "say how a text that begins like a formula is written there"


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_cell_of_text_begins_like_no_formula(formula: str) -> None:
    for written in (guarded(formula), audit_cell(formula), figures_cell(formula), return_cell(formula)):
        assert written == f"'{formula}"


def test_tables_of_packs_hold_no_formula() -> None:
    rows = [[formula, formula] for formula in FORMULAS]
    read = list(csv.reader(io.StringIO(csv_file(["a", "b"], rows).decode("utf-8-sig"))))
    assert all(cell.startswith("'") for row in read[1:] for cell in row)
    assert kinds(xlsx_file("x", ["a", "b"], [row for row in rows if row[0].isprintable()])) == {"s"}


def test_a_fairs_report_holds_no_formula() -> None:
    made = Report(
        title="=1+1", fair="=2+2", facts=(("@SUM(1)", "+1"),), sections=(), language="en", counted_at=timezone.now()
    )
    assert kinds(report_xlsx(made)) == {"s"}


def kinds(content: bytes) -> set[str]:
    book = load_workbook(io.BytesIO(content))
    return {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None}
