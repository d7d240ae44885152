"""PICTURES: the files of the archive that belong to written rows, one row at a time, each picture once."""

import hashlib
import zipfile

from django.db import transaction

from catalog.products.bulk_import.file_storage import open_kept
from catalog.products.bulk_import.models import ImportedPicture, ImportPhase, ProductImport, ProductImportRow
from catalog.products.bulk_import.work import Deadline, batch_of
from catalog.products.bulk_import.write_rows import conclude
from catalog.products.bulk_import.zip_bounds import BadArchive, open_archive, read_entry
from catalog.products.picture import MOST_BYTES
from catalog.products.pictures import add_media
from catalog.products.product import Product
from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User

_UNREADABLE = _("The picture “%(name)s” in the archive is damaged or too large.")


def add_pictures(product_import: ProductImport, deadline: Deadline) -> None:
    """From the cursor on. A picture that cannot be taken is noted with its row and stops nothing."""
    with open_kept(product_import.pictures) as file, open_archive(file) as archive:
        while True:
            with batch_of(product_import) as locked:
                if locked is None:
                    return
                left = locked.rows.filter(applied=True, product__isnull=False, number__gt=locked.cursor)
                row = left.exclude(pictures=[]).select_related("product").order_by("number").first()
                if row is None:
                    conclude(locked)
                    return
                locked.pictures_added += _add(row, archive, product_import.by)
                locked.cursor, locked.done = row.number, locked.done + 1
            if deadline.is_over or locked.phase != ImportPhase.PICTURES:
                return


def _add(row: ProductImportRow, archive: zipfile.ZipFile, by: User | None) -> int:
    product, added = row.product, 0
    if product is None:
        return 0
    known = set(ImportedPicture.objects.filter(product=product).values_list("sha256", flat=True))
    for name in row.pictures:
        problem = None
        try:
            content = read_entry(archive, archive.getinfo(name), most=MOST_BYTES)
            digest = hashlib.sha256(content).hexdigest()
            if digest not in known:
                known.add(digest)
                _add_one(product, name, content, digest, by)
                added += 1
        except (BadArchive, KeyError):
            problem = Problem("images", "INVALID", _UNREADABLE, {"name": name[:80]})
        except Refused as refused:
            [reason, *_others] = refused.problems
            problem = Problem("images", reason.code, reason.message, reason.params)
        if problem:
            row.errors.append(_noted(problem))
            row.save(update_fields=["errors"])
    return added


def _add_one(product: Product, name: str, content: bytes, digest: str, by: User | None) -> None:
    with transaction.atomic():
        media = add_media(product=product, image=content, alt="", by=by)
        ImportedPicture.objects.create(media=media, product=product, name=name[-200:], sha256=digest)


def _noted(problem: Problem) -> dict[str, object]:
    params = {name: value if isinstance(value, int) else str(value) for name, value in problem.params.items()}
    return {"column": problem.field, "code": problem.code, "message": problem.message, "params": params, "note": True}
