"""Writing the good rows of a list: exhibitors, who listed them, other spellings, and their booths."""

from collections import defaultdict
from collections.abc import Sequence

from marketplace.accounts.models import User
from marketplace.expo.booths import let_go
from marketplace.expo.directory.words import refresh_words
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.exhibitor_import import ExhibitorImport
from marketplace.expo.hall import Booth
from marketplace.expo.imports.directory import Directory, name_key
from marketplace.expo.imports.known_as import ExhibitorAlias, ExhibitorListing
from marketplace.expo.imports.row import KnownBy, Row, RowAction
from marketplace.expo.plan.change import PlanVerb
from marketplace.expo.plan.editing import editing

BATCH = 500
_WRITTEN = (
    "name",
    "tax_code",
    "country",
    "website_url",
    "email",
    "phone",
    "description",
    "categories",
    "seller",
    "name_key",
    "website_key",
    "categories_text",
    "search_text",
)


def write_rows(stored: ExhibitorImport, rows: Sequence[Row], directory: Directory, *, by: User | None) -> None:
    """Rows with errors, undecided ones and those left out change nothing. Call it under the exhibition's lock."""
    done = (RowAction.CREATE, RowAction.UPDATE, RowAction.UNCHANGED)
    good = [row for row in rows if not row.problems and row.action in done]
    new = [row for row in good if row.action is RowAction.CREATE]
    for row in good:
        row.existing = _filled(row, stored)
    Exhibitor.objects.bulk_create([_exhibitor(row) for row in new], batch_size=BATCH)
    changed = [_exhibitor(row) for row in good if row.action is RowAction.UPDATE]
    Exhibitor.objects.bulk_update(changed, _WRITTEN, batch_size=BATCH)
    refresh_words([_exhibitor(row).pk for row in good if row.action is not RowAction.UNCHANGED])
    _list(stored, good, directory)
    _keep_spellings(good)
    _assign(good, by)


def _filled(row: Row, stored: ExhibitorImport) -> Exhibitor:
    exhibitor = row.existing or Exhibitor(expo_id=stored.expo_id, source_feed=stored.feed)
    for name, value in row.written.items():
        setattr(exhibitor, name, value)
    if row.seller is not None:
        exhibitor.seller_id = row.seller.seller_id
    exhibitor.refresh_keys()
    return exhibitor


def _exhibitor(row: Row) -> Exhibitor:
    if row.existing is None:
        raise RuntimeError(f"row {row.record.number} has no exhibitor yet")
    return row.existing


def _list(stored: ExhibitorImport, rows: Sequence[Row], directory: Directory) -> None:
    """That this source lists them, and under which id."""
    if stored.source is None:
        return
    listings = [
        ExhibitorListing(exhibitor=_exhibitor(row), source=stored.source, id_there=row.source_id)
        for row in rows
        if directory.is_listed_otherwise(row)
    ]
    ExhibitorListing.objects.bulk_create(
        listings,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["exhibitor", "source"],
        update_fields=["id_there"],
    )


def _keep_spellings(rows: Sequence[Row]) -> None:
    """What a person decided once is known the next time."""
    decided = [row for row in rows if row.known_by is KnownBy.DECISION]
    aliases = [ExhibitorAlias(exhibitor=_exhibitor(row), name_key=name_key(row.entry["name"])) for row in decided]
    ExhibitorAlias.objects.bulk_create(aliases, batch_size=BATCH, ignore_conflicts=True)


def _assign(rows: Sequence[Row], by: User | None) -> None:
    wanted: dict[int, dict[Booth, Exhibitor]] = defaultdict(dict)
    for row in rows:
        for booth in row.booths:
            if booth.exhibitor_id != _exhibitor(row).pk:
                wanted[booth.hall_id][booth] = _exhibitor(row)
    for hall_id, given in sorted(wanted.items()):
        with editing(hall_id, verb=PlanVerb.ASSIGNED, by=by, seen=dict.fromkeys(given)) as edit:
            for booth, exhibitor in given.items():
                locked = edit.booth(booth)
                locked.exhibitor = exhibitor
                let_go(locked)
