"""Upload a spreadsheet and see what it would do, all at once: for small files and for those who wait."""

from collections.abc import Mapping
from typing import Any

from catalog.products.bulk_import.bounds import FileRefused
from catalog.products.bulk_import.models import ImportStatus, ProductImport
from catalog.products.bulk_import.purge import delete_import
from catalog.products.bulk_import.start import Upload, start_import
from catalog.products.bulk_import.work import work_on
from marketplace.accounts.models import User
from marketplace.sellers.models import Seller


def preview_import(
    *,
    seller: Seller,
    file_name: str,
    content: bytes,
    by: User | None,
    source_language: str | None = None,
    mapping: Mapping[str, str | None] | None = None,
    pictures: bytes | None = None,
) -> ProductImport:
    """Read and check the file and keep the result. Nothing of the catalogue changes.

    ``mapping`` says what columns mean where their headers don't (header -> field, ``None`` to ignore one).
    Raises `FileRefused` for a file that cannot be read, `Refused` for a wrong mapping; then nothing is kept.
    """
    product_import = start_import(
        seller=seller,
        file=Upload(file_name, [content]),
        by=by,
        pictures=Upload("pictures.zip", [pictures]) if pictures is not None else None,
        source_language=source_language,
        mapping=mapping,
    )
    return first_look(product_import)


def first_look(product_import: ProductImport, *, seconds: float | None = None) -> ProductImport:
    """Read for about so long, or to the end. A file that turns out to be unreadable is refused as if it never came."""
    work_on(product_import.pk, seconds=seconds)
    product_import.refresh_from_db()
    if product_import.status == ImportStatus.FAILED:
        said: dict[str, Any] = product_import.problem or {}
        delete_import(product_import)
        raise FileRefused(said["message"], **said["params"])
    return product_import
