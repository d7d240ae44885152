"""Take a seller's files in: keep them, find the header, say what the columns mean. Nothing of the catalogue changes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from catalog.products.bulk_import.bounds import (
    MOST_COLUMNS,
    MOST_FILE_BYTES,
    MOST_FILE_ROWS,
    MOST_PICTURE_BYTES,
    FileRefused,
)
from catalog.products.bulk_import.columns import Column, is_field, map_columns, unit_of
from catalog.products.bulk_import.file_storage import keep_file, open_kept, remove_kept
from catalog.products.bulk_import.mapping_memory import remember, remembered, signature_of
from catalog.products.bulk_import.models import ImportPhase, ImportStatus, ProductImport
from catalog.products.bulk_import.picture_archive import index_archive
from catalog.products.bulk_import.table import count_rows, stream_table
from catalog.products.fields import one_line
from catalog.refusal import Problem, Refused
from i18n.languages import LANGUAGES
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.sellers.models import Seller

Mapped = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it comes in: its name, and its content piece by piece."""

    name: str
    chunks: Iterable[bytes]


def start_import(
    *,
    seller: Seller,
    file: Upload,
    by: User | None,
    pictures: Upload | None = None,
    source_language: str | None = None,
    mapping: Mapped | None = None,
) -> ProductImport:
    """An import whose rows are still to be read (see `work`).

    ``mapping`` says what columns mean where their headers don't (header -> field, ``None`` to ignore one); without it,
    what the seller said the last time of the same headers counts. Raises `FileRefused` for a file that cannot be read,
    `Refused` for a wrong mapping; then nothing is kept.
    """
    language = source_language or seller.source_language
    _refuse_unknown(language, mapping or {})
    kept: list[str] = []
    try:
        kept.append(keep_file(file.chunks, most=MOST_FILE_BYTES, field="file"))
        if pictures is not None:
            kept.append(keep_file(pictures.chunks, most=MOST_PICTURE_BYTES, field="images"))
            with open_kept(kept[1]) as archive:
                index_archive(archive)
        headers, about = _look_at(kept[0], mapping or ())
        with transaction.atomic():
            return _create(seller, file.name, kept, by, language, headers, about, mapping)
    except BaseException:
        remove_kept(*kept)
        raise


def read_again(*, product_import: ProductImport, mapping: Mapped, source_language: str | None = None) -> ProductImport:
    """The same file with its columns as the seller says, which is remembered for the next file with these headers.

    Raises `Refused` once the import is being applied, or its file has been purged.
    """
    language = source_language or product_import.source_language
    _refuse_unknown(language, mapping)
    with transaction.atomic():
        product_import = ProductImport.objects.select_for_update().get(pk=product_import.pk)
        if not product_import.is_remappable:
            message = _("This file cannot be read again: hand it in once more.")
            raise Refused(Problem("id", "WRONG_STATE", message))
        headers, about = _look_at(product_import.file, mapping)
        columns = map_columns(headers, mapping)
        remember(product_import.seller, signature_of(headers), columns)
        product_import.rows.all().delete()
        product_import.columns = stored_columns(columns)
        product_import.source_language = language
        product_import.status, product_import.phase, product_import.problem = (
            ImportStatus.READING,
            ImportPhase.READ,
            None,
        )
        product_import.worked_until, product_import.to_do = None, about
        for count in ("done", "cursor", "total", "accepted", "refused", "to_create", "to_update"):
            setattr(product_import, count, 0)
        product_import.save()
    return product_import


def stored_columns(columns: Sequence[Column]) -> list[list[str | None]]:
    return [[column.header[:200], column.field] for column in columns]


def columns_of(product_import: ProductImport) -> list[Column]:
    return [Column(header, field, unit_of(header, field)) for header, field in product_import.columns]


def _look_at(name: str, known_headers: Iterable[str]) -> tuple[list[str], int]:
    """The headers and about how many rows there are. Raises `FileRefused`."""
    with open_kept(name) as file:
        about = count_rows(file)
        if about > MOST_FILE_ROWS * 2:  # blank rows are counted here and do not count
            raise FileRefused(_("A file has at most %(rows)s rows."), rows=MOST_FILE_ROWS)
        headers, rows = stream_table(file, known_headers=list(known_headers))
        if next(rows, None) is None:
            raise FileRefused(_("This file has a header but no rows."))
    return headers[:MOST_COLUMNS], max(about - 1, 1)


def _create(
    seller: Seller,
    file_name: str,
    kept: Sequence[str],
    by: User | None,
    language: str,
    headers: list[str],
    about: int,
    mapping: Mapped | None,
) -> ProductImport:
    signature = signature_of(headers)
    said = None if mapping else remembered(seller, signature)
    columns = (
        map_columns(headers, mapping)
        if said is None
        else [Column(header, field, unit_of(header, field)) for header, field in zip(headers, said, strict=True)]
    )
    if mapping:
        remember(seller, signature, columns)
    return ProductImport.objects.create(
        seller=seller,
        file_name=one_line(file_name)[-200:],
        file=kept[0],
        pictures=kept[1] if len(kept) > 1 else "",
        source_language=language,
        columns=stored_columns(columns),
        signature=signature,
        to_do=about,
        by=by,
    )


def _refuse_unknown(language: str, mapping: Mapped) -> None:
    if language not in LANGUAGES:
        raise Refused(Problem("source_language", "INVALID", _("This is not one of the marketplace's languages.")))
    for field in mapping.values():
        if field is not None and not is_field(field):
            message = _("There is no field “%(field)s” to read a column into.")
            raise Refused(Problem("mapping", "INVALID", message, {"field": field[:40]}))
