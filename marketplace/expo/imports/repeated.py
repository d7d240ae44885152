"""The same firm or the same booth twice in one list: the later row is refused."""

from collections.abc import Iterable, Iterator

from catalog.refusal import Problem
from i18n.messages import gettext_noop as _
from marketplace.expo.imports.directory import name_key
from marketplace.expo.imports.row import Row, RowAction


def refuse_repeated(rows: Iterable[Row], *, decided: bool = False) -> None:
    """Names tell firms apart only where tax codes and the source's ids do not. ``decided``: look at booths, and at who
    became the same firm by a person's decision."""
    if decided:
        _refuse_one_exhibitor_twice(rows)
        _refuse_booths(rows)
    else:
        _refuse_firms(rows)


def _refuse_firms(rows: Iterable[Row]) -> None:
    seen: dict[str, list[Row]] = {}
    for row in rows:
        for key in _keys(row):
            before = [other for other in seen.get(key, []) if key[0] != "n" or not _are_apart(row, other)]
            if before:
                _refuse(row, before[0])
            seen.setdefault(key, []).append(row)


def _keys(row: Row) -> Iterator[str]:
    if row.source_id:
        yield f"id {row.source_id}"
    if tax_code := row.entry.get("tax_code", ""):
        yield f"tax code {tax_code}"
    if key := name_key(row.entry.get("name", "")):
        yield f"name {key}"


def _are_apart(one: Row, other: Row) -> bool:
    codes = {one.entry.get("tax_code", ""), other.entry.get("tax_code", "")}
    return len(codes - {""}) == 2 or len({one.source_id, other.source_id} - {""}) == 2


def _refuse_one_exhibitor_twice(rows: Iterable[Row]) -> None:
    seen: dict[int, Row] = {}
    for row in rows:
        if row.existing is None or row.problems or row.action is RowAction.SKIP:
            continue
        if seen.setdefault(row.existing.pk, row) is not row:
            _refuse(row, seen[row.existing.pk])


def _refuse(row: Row, before: Row) -> None:
    if not any(problem.code == "DUPLICATE" for problem in row.problems):
        message = _("The same firm stands in row %(row)s already.")
        row.refuse(Problem("name", "DUPLICATE", message, {"row": before.record.number}))


def _refuse_booths(rows: Iterable[Row]) -> None:
    taken: dict[int, int] = {}
    for row in rows:
        for booth in row.booths if row.action is None else []:
            if taken.setdefault(booth.pk, row.record.number) != row.record.number:
                row.refuse(Problem("booth", "BOOTH_TAKEN", _("Booth %(code)s is taken."), {"code": booth.code}))
