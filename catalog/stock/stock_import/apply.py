"""Write the counts of a file that was looked through."""

from django.db import transaction
from django.utils import timezone

from catalog.products.changed import products_changed
from catalog.products.variant import ProductVariant
from catalog.refusal import Problem, Refused
from catalog.stock.count import set_stocks
from catalog.stock.locks import lock_stocks
from catalog.stock.move import Why
from catalog.stock.movement import MovementKind
from catalog.stock.stock_import.models import StockImport, StockImportStatus
from catalog.stock.stock_import.preview import check_rows
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User


def apply_stock_import(*, stock_import: StockImport, only_good_rows: bool, by: User | None) -> StockImport:
    """Set the counts of all rows, or of the good ones, in one transaction. Applied again it changes nothing.

    Rows are checked again under the stocks' locks: orders may hold more now than when the file was looked through.
    Raises `Refused` ``HAS_ERRORS`` when all rows are wanted and one is wrong.
    """
    with transaction.atomic():
        locked = StockImport.objects.select_for_update().select_related("seller").get(pk=stock_import.pk)
        if locked.status == StockImportStatus.APPLIED:
            return locked
        lock_stocks(row["variant_id"] for row in locked.rows if row["variant_id"] is not None)
        check_rows(locked.seller, locked.rows)
        good = [row for row in locked.rows if row["problem"] is None]
        refused = len(locked.rows) - len(good)
        if refused and not only_good_rows:
            message = _("%(refused)s rows of the file are wrong; nothing was changed.")
            raise Refused(Problem("id", "HAS_ERRORS", message, {"refused": refused}))
        counts = {(row["warehouse_id"], row["variant_id"]): row["quantity"] for row in good}
        set_stocks(counts, why=Why(MovementKind.IMPORTED, by=by, reference=locked.file_name))
        variants = ProductVariant.objects.filter(pk__in={row["variant_id"] for row in good})
        products_changed(variants.values_list("product_id", flat=True))
        locked.status, locked.applied_at, locked.written = StockImportStatus.APPLIED, timezone.now(), len(good)
        locked.save(update_fields=["status", "applied_at", "written", "rows"])
    return locked
