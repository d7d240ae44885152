"""Replace cells of a previewed import and check them again."""

from collections.abc import Iterable, Mapping, Sequence

from django.db import transaction
from django.db.models import Q

from catalog.products.bulk_import.bounds import BATCH, LONGEST_CELL
from catalog.products.bulk_import.columns import is_field
from catalog.products.bulk_import.evaluate import evaluate
from catalog.products.bulk_import.lookups import Lookups
from catalog.products.bulk_import.match_pictures import match_by_sku
from catalog.products.bulk_import.models import ImportStatus, ProductImport, ProductImportRow
from catalog.products.bulk_import.read_rows import count
from catalog.products.bulk_import.save_columns import save_columns
from catalog.products.spreadsheet.guard import tidy
from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _

MOST_CORRECTED = 2000
_TOO_LATE = _("This import has been applied and cannot be corrected.")
_NOT_NOW = _("This import is being worked on and cannot be corrected now.")
_SETTLED = (ImportStatus.PREVIEWED,)


def correct_import(*, product_import: ProductImport, corrections: Mapping[int, Mapping[str, str]]) -> ProductImport:
    """Replace cells of rows, by row number and column (header or field), and check what may be good now.

    Checked again are the rows corrected, those with the same SKU or group before or after, and no others. Raises
    `Refused` for a row or column that isn't there, or when the import is being applied or has been.
    """
    with transaction.atomic():
        locked = ProductImport.objects.select_for_update().select_related("seller").get(pk=product_import.pk)
        _refuse_unless_previewed(locked)
        rows = {row.number: row for row in locked.rows.filter(number__in=list(corrections)[:MOST_CORRECTED])}
        fields = {header: field for header, field in locked.columns if field}
        said_before = [(row.sku, row.group) for row in rows.values()]
        for number, cells in corrections.items():
            if number not in rows:
                raise Refused(Problem("rows", "NOT_FOUND", _("There is no row %(row)s."), {"row": number}))
            row = rows[number]
            row.values = {key: text for key, text in {**row.values, **_corrected(cells, fields)}.items() if text}
            row.sku = tidy(row.values.get("sku", ""))[:64]
            row.group = tidy(row.values.get("product", ""))[:160]
        save_columns(ProductImportRow, list(rows.values()), ["values", "sku", "group"])
        said = [*said_before, *((row.sku, row.group) for row in rows.values())]
        _check_again(locked, rows, said)
        locked.save()
    return locked


def _refuse_unless_previewed(locked: ProductImport) -> None:
    if locked.status == ImportStatus.APPLIED:
        raise Refused(Problem("id", "ALREADY_APPLIED", _TOO_LATE))
    if locked.status not in _SETTLED:
        raise Refused(Problem("id", "WRONG_STATE", _NOT_NOW))


def _check_again(locked: ProductImport, numbers: Iterable[int], said: Sequence[tuple[str, str]]) -> None:
    skus, groups = {sku for sku, _group in said if sku}, {group for _sku, group in said if group}
    touched = Q(number__in=list(numbers)) | Q(sku__in=skus) | Q(group__in=groups)
    ids = list(locked.rows.filter(touched).order_by("number").values_list("pk", flat=True))
    lookups = Lookups(locked)
    for start in range(0, len(ids), BATCH):
        rows = list(locked.rows.filter(pk__in=ids[start : start + BATCH]).order_by("number"))
        count(locked, rows, times=-1)
        evaluate(lookups, rows)
        count(locked, rows)
        columns = ("sku", "group", "accepted", "action", "errors", "product", "pictures")
        save_columns(ProductImportRow, rows, columns)
    if lookups.archive is not None:
        match_by_sku(locked, lookups.archive)


def _corrected(cells: Mapping[str, str], fields: Mapping[str, str]) -> dict[str, str]:
    corrected = {}
    for column, text in cells.items():
        field = fields.get(column) or (column if is_field(column) else None)
        if field is None:
            raise Refused(Problem("rows", "INVALID", _("There is no column “%(column)s”."), {"column": column[:40]}))
        corrected[field] = tidy(text[:LONGEST_CELL])
    return corrected
