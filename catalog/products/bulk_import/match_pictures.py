"""Which files of the archive belong to which row: those its cell names, otherwise those named after its SKU.

``BAN-01.jpg``, ``BAN-01-1.jpg``, ``BAN-01_2.png``, ``BAN-01 (3).webp`` and everything in a folder ``BAN-01/`` belong to
the SKU BAN-01, in the order of their names; where BAN and BAN-01 are both SKUs of the file, ``BAN-01.jpg`` is the
latter's. A cell may also name pictures that the product has already.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from catalog.products.bulk_import.models import ImportedPicture, ProductImport, ProductImportRow
from catalog.products.bulk_import.parse import Parsed
from catalog.products.bulk_import.picture_archive import ArchiveIndex
from catalog.products.bulk_import.save_columns import save_columns
from catalog.products.media import ProductMedia
from catalog.products.pictures import MOST_PICTURES
from catalog.products.spreadsheet.file_names import plain_name
from catalog.products.spreadsheet.keys import parse_key
from catalog.refusal import Problem
from i18n.messages import gettext_noop as _

if TYPE_CHECKING:
    from catalog.products.bulk_import.lookups import Lookups

BATCH = 500
_NOT_THERE = _("No picture “%(name)s” is in the archive or with the product.")
_NO_ARCHIVE = _("Hand in the picture “%(name)s” in a zip archive.")


def match_named(lookups: "Lookups", row: ProductImportRow, parsed: Parsed, known: Collection[str]) -> list[Problem]:
    """Fill the pictures of a row that names some; problems for those that are neither in the archive nor ``known``."""
    found, problems = [], []
    for name in parsed.pictures:
        entry = lookups.archive.find(name) if lookups.archive else None
        if entry is not None:
            found.append(entry)
        elif plain_name(name) not in known:
            message = _NOT_THERE if lookups.archive else _NO_ARCHIVE
            problems.append(Problem("images", "NOT_FOUND", message, {"name": name[:80]}))
    row.pictures = list(dict.fromkeys(found))[:MOST_PICTURES]
    return problems


def match_by_sku(product_import: ProductImport, index: ArchiveIndex) -> None:
    """Give every good row without named pictures the files of its SKU, once all rows are known."""
    rows = product_import.rows.filter(accepted=True, pictures=[]).order_by("number")
    keys = [field for _header, field in product_import.columns if field]
    cells = [key for key in keys if (parts := parse_key(key)) and parts.kind == "images"]
    owners = {plain_name(sku): pk for pk, sku in rows.order_by("-number").values_list("pk", "sku") if sku}
    found = index.by_sku(owners)
    ids = sorted(owners[sku] for sku in found)
    pictures = {owners[sku]: entries[:MOST_PICTURES] for sku, entries in found.items()}
    for start in range(0, len(ids), BATCH):
        batch = list(product_import.rows.filter(pk__in=ids[start : start + BATCH]))
        free = [row for row in batch if not any(row.values.get(key) for key in cells)]
        for row in free:
            row.pictures = pictures[row.pk]
        save_columns(ProductImportRow, free, ["pictures"])


def present_names(product_ids: Collection[int]) -> Mapping[int, set[str]]:
    """The names that the products' pictures go by, imported under or stored under; two queries."""
    found: dict[int, set[str]] = defaultdict(set)
    stored = ProductMedia.objects.filter(product_id__in=product_ids).order_by().values_list("product_id", "image")
    imported = ImportedPicture.objects.filter(product_id__in=product_ids).order_by().values_list("product_id", "name")
    for product_id, name in [*stored, *imported]:
        found[product_id].add(plain_name(name))
    return found
