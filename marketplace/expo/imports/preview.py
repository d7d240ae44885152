"""``preview_exhibitors``: read a list, say what it would do, keep it for `apply_exhibitors`. Changes no exhibitor."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils import timezone

from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.expo.exhibition import Expo
from marketplace.expo.exhibitor_import import ExhibitorImport
from marketplace.expo.feed import FIELDS, Column
from marketplace.expo.feeds import UnknownFeed, feed
from marketplace.expo.imports.evaluate import Row, evaluate
from marketplace.expo.texts import tidy

KEPT = 20
"""Previews of one exhibition; older ones that were never applied are dropped."""


def preview_exhibitors(
    *,
    expo: Expo,
    content: bytes,
    file_name: str,
    mapping: Mapping[str, str | None] | None = None,
    feed_name: str = "spreadsheet",
    by: User | None = None,
) -> ExhibitorImport:
    """Store what the list says and would do. Raises ``Refused`` for a file that cannot be read."""
    given = dict(mapping or {})
    refuse_any(_mapping_problems(given))
    try:
        table = feed(feed_name).read(content, given)
    except UnknownFeed:
        raise Refused(Problem("feed", "NOT_FOUND", _("There is no such source of exhibitors."))) from None
    rows = evaluate(expo, table.records)
    stored = ExhibitorImport.objects.create(
        expo=expo,
        feed=feed_name,
        file_name=tidy(file_name)[:200],
        columns=[[column.header, column.field] for column in table.columns],
        rows=[as_json(row, table.columns) for row in rows],
        created_by=by,
    )
    _drop_old(expo)
    return stored


def _mapping_problems(mapping: Mapping[str, str | None]) -> list[Problem]:
    chosen = [field for field in mapping.values() if field]
    if set(chosen) - set(FIELDS):
        message = _("A column can be mapped to: %(fields)s.")
        return [Problem("mapping", "INVALID", message, {"fields": ", ".join(FIELDS)})]
    if len(chosen) != len(set(chosen)):
        return [Problem("mapping", "INVALID", _("Two columns are mapped to the same field."))]
    return []


def as_json(row: Row, columns: Sequence[Column]) -> dict[str, Any]:
    """The row with its verdict, as the import keeps it."""
    headers = {column.field: column.header for column in columns}
    return {
        "number": row.record.number,
        "values": dict(row.record.values),
        "action": None if row.problems else row.action,
        "errors": [
            {
                "row": row.record.number,
                "column": headers.get(problem.field, problem.field),
                "code": problem.code,
                "message": problem.message,
                "params": dict(problem.params),
            }
            for problem in row.problems
        ],
    }


def _drop_old(expo: Expo) -> None:
    kept = ExhibitorImport.objects.filter(expo=expo, applied_at__isnull=True).order_by("-pk").values("pk")[:KEPT]
    old = ExhibitorImport.objects.filter(expo=expo, applied_at__isnull=True, created_at__lt=timezone.now())
    old.exclude(pk__in=list(kept.values_list("pk", flat=True))).delete()
