"""What a list of exhibitors would do, row by row, without doing any of it.

1. Texts become an exhibitor's fields; whatever is wrong is told with row, column, code and words.
2. A row is known again by source id, tax code, website or name (`directory`).
3. The same firm twice in one list: the later row is refused.
4. A new firm that is spelt like one that is there, or like an earlier row, is asked about (`similar`); what a person
   has decided counts.
5. Whoever is a seller of the marketplace for certain is linked to it (`find_sellers`).
6. CREATE, UPDATE with its changes field by field, or UNCHANGED. An empty cell never erases what the directory has.
"""

from collections.abc import Mapping, Sequence

from catalog.refusal import Problem
from i18n.messages import gettext_noop as _
from i18n.text import fold
from marketplace.expo.exhibitors import entry_problems
from marketplace.expo.feed import Record
from marketplace.expo.imports.changes import changes_of
from marketplace.expo.imports.decide import Decision, ask_about_similar
from marketplace.expo.imports.directory import Directory, websites_in
from marketplace.expo.imports.entry import entry_of, parts
from marketplace.expo.imports.find_sellers import find_sellers
from marketplace.expo.imports.repeated import refuse_repeated
from marketplace.expo.imports.row import KnownBy, Row, RowAction
from marketplace.expo.imports.source import ExhibitorSource
from marketplace.expo.texts import tidy

LONGEST_ID = 100


def evaluate(
    directory: Directory,
    records: Sequence[Record],
    *,
    source: ExhibitorSource | None = None,
    decisions: Mapping[int, Decision] | None = None,
) -> list[Row]:
    """The verdict on every record, in their order."""
    rows = [_read(record, has_ids=source is not None) for record in records]
    websites = websites_in(rows)
    for row in rows:
        known = directory.who_is(row, websites)
        row.existing = known.exhibitors[0] if known.exhibitors else None
        row.known_by = known.by
        row.keeps_name = known.by_alias or _is_written_better(row) or _is_other_spelling(row, directory)
        if len(known.exhibitors) > 1:
            message = _("The directory has several firms of this name: give the tax code.")
            row.refuse(Problem("tax_code", "AMBIGUOUS", message))
        _require_free_tax_code(row, directory)
    refuse_repeated(rows)
    ask_about_similar(rows, directory, decisions or {})
    for row in rows:
        _find_booths(row, directory)
    refuse_repeated(rows, decided=True)
    find_sellers([row for row in rows if not row.problems and row.action is None])
    for row in rows:
        if not row.problems and row.action is None:
            row.changes = changes_of(row, directory, listed_by=source)
            row.action = _action(row)
    return rows


def _is_written_better(row: Row) -> bool:
    """Known by the name only: the directory's spelling stays, unless it lacks marks or a script that the list has."""
    if row.existing is None or row.known_by is not KnownBy.NAME:
        return False
    return not row.existing.name.isascii() or row.entry.get("name", "").isascii()


def _is_other_spelling(row: Row, directory: Directory) -> bool:
    """Known by number, tax code or website, under a spelling that was said to be the firm's as well."""
    if row.existing is None or row.known_by is KnownBy.NAME:
        return False
    return directory.is_other_spelling(row.entry.get("name", ""), row.existing)


def _read(record: Record, *, has_ids: bool) -> Row:
    entry = entry_of(record.values)
    row = Row(record, entry, problems=entry_problems({"name": "", **entry}))
    row.source_id = tidy(record.values.get("source_id", "")) if has_ids else ""
    if len(row.source_id) > LONGEST_ID:
        row.refuse(Problem("source_id", "INVALID", _("At most %(limit)s characters."), {"limit": LONGEST_ID}))
    return row


def _require_free_tax_code(row: Row, directory: Directory) -> None:
    """A firm known by its source's id may not take the tax code of another one."""
    holder = directory.by_tax_code.get(row.entry.get("tax_code", ""))
    if holder is not None and row.existing is not None and holder.pk != row.existing.pk:
        message = _("There is an exhibitor with this tax code already.")
        row.refuse(Problem("tax_code", "UNIQUE", message))


def _find_booths(row: Row, directory: Directory) -> None:
    for code in parts(row.record.values.get("booth", "")):
        found = directory.booths.get(fold(code), [])
        if len(found) != 1:
            message = _("There is no booth %(code)s.") if not found else _("Several halls have a booth %(code)s.")
            row.refuse(Problem("booth", "UNKNOWN_BOOTH", message, {"code": code[:40]}))
            continue
        own, booth = row.existing.pk if row.existing else None, found[0]
        is_promised = booth.is_reserved and booth.reserved_for_id not in (None, own)
        if booth.exhibitor_id not in (None, own) or is_promised:
            row.refuse(Problem("booth", "BOOTH_TAKEN", _("Booth %(code)s is taken."), {"code": booth.code}))
        else:
            row.booths.append(booth)


def _action(row: Row) -> RowAction:
    if row.existing is None:
        return RowAction.CREATE
    return RowAction.UPDATE if row.changes else RowAction.UNCHANGED
