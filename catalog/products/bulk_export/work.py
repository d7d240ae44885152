"""Write exports in the background: claimed by a lease, written beside their place, put in place whole.

A worker that dies leaves half a file that nobody reads; after the lease another one begins anew, three times at most.
"""

import secrets
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import structlog
from django.core.files.storage import Storage
from django.db import transaction
from django.utils import timezone

from catalog.products.bulk_export.cells import rows_of
from catalog.products.bulk_export.choose_columns import choose_columns
from catalog.products.bulk_export.models import ExportStatus, ProductExport
from catalog.products.bulk_export.names import Names
from catalog.products.bulk_export.sheet import open_sheet
from catalog.products.product import Product
from marketplace.file_storage.private import private_files
from marketplace.file_storage.put import written

log = structlog.get_logger(__name__)
LEASE = timedelta(seconds=60)
BATCH = 500
_ATTEMPTS = 3


def write_exports() -> int:
    """Write the export that has waited longest; returns how many that was. Safe to run many times at once."""
    for pk in ProductExport.objects.waiting(timezone.now()).order_by("pk").values_list("pk", flat=True)[:10]:
        if write_export(pk):
            return 1
    return 0


def write_export(export_id: int) -> bool:
    """Write it now, unless somebody else is at it."""
    export = _claim(export_id)
    if export is None:
        return False
    token = secrets.token_hex(16)
    name = f"{token[:2]}/{token}"
    try:
        with written(storage(), name) as path:
            _write(export, path)
    except BaseException:
        ProductExport.objects.filter(pk=export_id).update(worked_until=None)
        raise
    done = ProductExport.objects.filter(pk=export_id, status=ExportStatus.PENDING)
    changed = done.update(status=ExportStatus.SUCCESS, file=name, worked_until=None, updated_at=timezone.now())
    if not changed:
        storage().delete(name)
    return True


def storage() -> Storage:
    """The private folder that no web server serves."""
    return private_files("exports")


def _claim(export_id: int) -> ProductExport | None:
    now = timezone.now()
    with transaction.atomic():
        export = ProductExport.objects.select_for_update().filter(pk=export_id).waiting(now).first()
        if export is None:
            return None
        export.attempts += 1
        export.worked_until = now + LEASE
        if export.attempts > _ATTEMPTS:
            export.status = ExportStatus.FAILED
            log.error("export given up", export=str(export.public_id))
        export.save(update_fields=["attempts", "worked_until", "status", "updated_at"])
    return export if export.status == ExportStatus.PENDING else None


def _write(export: ProductExport, path: Path) -> None:
    names = Names(export.seller, export.headers)
    keys = [*choose_columns(export.seller), *names.attribute_keys]
    headers = [names.header(key) for key in keys]
    done = 0
    with open_sheet(path, file_type=export.file_type, headers=headers, language=export.headers) as sheet:
        for products in _batches(export):
            for cells in rows_of(products, keys, names):
                sheet.add(cells)
            done += len(products)
            ProductExport.objects.filter(pk=export.pk).update(done=done, worked_until=timezone.now() + LEASE)


def _batches(export: ProductExport) -> Iterator[list[Product]]:
    """The products by rising id, five hundred at a time."""
    own = Product.objects.current().filter(seller=export.seller).order_by("pk")
    if export.product_ids is not None:
        for start in range(0, len(export.product_ids), BATCH):
            yield list(own.filter(pk__in=export.product_ids[start : start + BATCH]))
        return
    last = 0
    while products := list(own.filter(pk__gt=last)[:BATCH]):
        yield products
        last = products[-1].pk
