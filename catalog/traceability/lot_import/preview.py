"""``preview_lot_import``: a seller's sheet of lots and steps, and what each row would do, before anything does."""

from __future__ import annotations

from catalog.products.bulk_import.bounds import FileRefused
from catalog.products.bulk_import.table import read_table
from catalog.refusal import Problem, Refused
from catalog.traceability.lot_import.check import check_rows
from catalog.traceability.lot_import.lot_import import LotImport
from catalog.traceability.lot_import.rows import columns_of, read_row
from catalog.traceability.lot_import.template import EXAMPLE_LOT
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.sellers.models import Seller

MOST_ROWS = 500
NEEDED = ("lot", "stage", "date")


def preview_lot_import(
    *, seller: Seller, file_name: str, content: bytes, by: User | None, source_language: str = "vi"
) -> LotImport:
    """One row is one step; rows of one lot number are one lot. Nothing is stored but the file's rows. Raises `Refused`.

    The template's own examples, left in, are not taken.
    """
    table = read_table(content)
    columns = columns_of(table.headers)
    if any(name not in columns for name in NEEDED):
        message = _("The file needs columns for the lot number, the stage and the date, named in its first row.")
        raise Refused(Problem("file", "INVALID", message))
    rows = [read_row(one, columns) for one in table.rows]
    rows = [row for row in rows if not row["lot"].startswith(EXAMPLE_LOT)]
    if not rows:
        raise FileRefused(_("This file has a header but no rows."))
    if len(rows) > MOST_ROWS:
        raise FileRefused(_("A file has at most %(rows)s rows."), rows=MOST_ROWS)
    check_rows(seller, rows)
    return LotImport.objects.create(
        seller=seller, file_name=file_name[-200:], rows=rows, by=by, source_language=source_language
    )
