"""Forget uploaded files and their rows when their time is over."""

from datetime import datetime
from functools import partial

from django.db import transaction

from catalog.products.bulk_import.file_storage import remove_kept
from catalog.products.bulk_import.models import WORKING, ImportStatus, ProductImport, ProductImportRow

BATCH = 20
_ROWS = 5000


def purge_imports(*, now: datetime) -> int:
    """Forget what is due and return how many imports that was. What was never applied goes altogether; of what was
    applied the figures stay, without file and rows. An import that is being worked on waits.
    """
    due = ProductImport.objects.filter(purge_at__lte=now).exclude(status__in=WORKING)
    left = due.exclude(status=ImportStatus.APPLIED, file="", pictures="")
    found = list(left.order_by("purge_at")[:BATCH])
    for product_import in found:
        if product_import.status == ImportStatus.APPLIED:
            _strip(product_import)
        else:
            delete_import(product_import)
    return len(found)


def delete_import(product_import: ProductImport) -> None:
    """The import with its rows; its files go when the transaction has committed."""
    with transaction.atomic():
        _delete_rows(product_import)
        ProductImport.objects.filter(pk=product_import.pk).delete()
        transaction.on_commit(partial(remove_kept, product_import.file, product_import.pictures))


def _strip(product_import: ProductImport) -> None:
    with transaction.atomic():
        _delete_rows(product_import)
        ProductImport.objects.filter(pk=product_import.pk).update(file="", pictures="")
        transaction.on_commit(partial(remove_kept, product_import.file, product_import.pictures))


def _delete_rows(product_import: ProductImport) -> None:
    while ids := list(product_import.rows.order_by().values_list("pk", flat=True)[:_ROWS]):
        ProductImportRow.objects.filter(pk__in=ids).delete()
