"""Rows that look like somebody else, and what people decide about them: ``decide_rows``."""

from collections.abc import Mapping, Sequence

from django.db import transaction

from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _
from marketplace.expo.exhibitor import Exhibitor
from marketplace.expo.exhibitor_import import ExhibitorImport
from marketplace.expo.imports.directory import Directory
from marketplace.expo.imports.row import KnownBy, Row, RowAction, Similar
from marketplace.expo.imports.similar import SimilarNames

Decision = str | int
NEW, SKIP = "NEW", "SKIP"
_Who = tuple[int | None, int | None, str, str, str]
"""Key of an exhibitor, number of a row, name, country and tax code."""


def decide_rows(*, exhibitor_import: ExhibitorImport, decisions: Mapping[int, Decision]) -> ExhibitorImport:
    """Say of rows that they are new firms, an exhibitor that is there, or left out. Raises ``Refused``."""
    with transaction.atomic():
        stored = ExhibitorImport.objects.select_for_update().get(pk=exhibitor_import.pk)
        if stored.applied_at is not None:
            raise Refused(Problem("id", "INVALID", _("This list has been applied already.")))
        if stored.task:
            message = _("This import is being worked on and cannot be corrected now.")
            raise Refused(Problem("id", "INVALID", message))
        _require_known(stored, decisions)
        stored.decisions = {**stored.decisions, **{str(number): said for number, said in decisions.items()}}
        stored.save(update_fields=["decisions"])
    return stored


def decisions_of(stored: ExhibitorImport) -> dict[int, Decision]:
    return {int(number): said for number, said in stored.decisions.items()}


def _require_known(stored: ExhibitorImport, decisions: Mapping[int, Decision]) -> None:
    if set(decisions) - {row["number"] for row in stored.rows}:
        raise Refused(Problem("row", "NOT_FOUND", _("The list has no such row.")))
    chosen = {said for said in decisions.values() if isinstance(said, int)}
    known = Exhibitor.objects.filter(expo_id=stored.expo_id, pk__in=chosen).count()
    if known != len(chosen):
        raise Refused(Problem("exhibitor_id", "NOT_FOUND", _("There is no such exhibitor.")))


def ask_about_similar(rows: Sequence[Row], directory: Directory, decisions: Mapping[int, Decision]) -> None:
    """Rows of new firms that look like others get ``similar`` and, as long as nobody has decided, the action ASK."""
    names = _names_of(directory) if any(map(_is_new, rows)) else SimilarNames[_Who]()
    for row in rows:
        said = decisions.get(row.record.number)
        if said == SKIP:
            row.action = RowAction.SKIP
        elif _is_new(row):
            row.similar = _similar(row, names)
            _take(row, directory, said)
            country, tax_code = row.entry.get("country", ""), row.entry.get("tax_code", "")
            names.add((None, row.record.number, row.entry["name"], country, tax_code), row.entry["name"])


def _is_new(row: Row) -> bool:
    return row.existing is None and not row.problems


def _take(row: Row, directory: Directory, said: Decision | None) -> None:
    if isinstance(said, int) and said in directory.exhibitors:
        row.existing, row.known_by, row.keeps_name = directory.exhibitors[said], KnownBy.DECISION, True
        _keep_tax_code(row)
    elif row.similar and said != NEW:
        row.action = RowAction.ASK


def _keep_tax_code(row: Row) -> None:
    """A person may say that two spellings are one firm, but not that two tax codes are one."""
    ours, theirs = row.entry.get("tax_code", ""), row.existing.tax_code if row.existing else ""
    if ours and theirs and ours != theirs:
        message = _("This exhibitor has another tax code.")
        row.refuse(Problem("tax_code", "INVALID", message))


def _names_of(directory: Directory) -> SimilarNames[_Who]:
    names: SimilarNames[_Who] = SimilarNames()
    for each in directory.exhibitors.values():
        names.add((each.pk, None, each.name, each.country, each.tax_code), each.name)
    return names


def _similar(row: Row, names: SimilarNames[_Who]) -> list[Similar]:
    """Not those of another country or with another tax code."""
    country, tax_code = row.entry.get("country", ""), row.entry.get("tax_code", "")
    return [
        Similar(name, round(alike, 3), exhibitor_id, number)
        for (exhibitor_id, number, name, their_country, their_code), alike in names.like(row.entry["name"])
        if not (country and their_country and country != their_country)
        and not (tax_code and their_code and tax_code != their_code)
    ]
