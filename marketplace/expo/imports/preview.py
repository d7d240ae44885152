"""``preview_exhibitors``: read a list, say what it would do, keep it for `apply_exhibitors`. Changes no exhibitor."""

from collections.abc import Mapping, Sequence

from django.utils import timezone

from catalog.refusal import Problem, Refused, refuse_any
from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.expo.exhibition import Expo
from marketplace.expo.exhibitor_import import ExhibitorImport
from marketplace.expo.feed import FeedTable, Record
from marketplace.expo.feeds import UnknownFeed, feed
from marketplace.expo.imports.as_json import as_json
from marketplace.expo.imports.decide import decisions_of
from marketplace.expo.imports.directory import Directory
from marketplace.expo.imports.evaluate import evaluate
from marketplace.expo.imports.missing import missing_now
from marketplace.expo.imports.source import ExhibitorSource
from marketplace.expo.imports.sources import mapping_problems, remember_mapping
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
    source: ExhibitorSource | None = None,
    by: User | None = None,
) -> ExhibitorImport:
    """Store what the list says and would do. Raises ``Refused`` for a file that cannot be read.

    With a ``source`` its feed and the columns as they were last told count; a new ``mapping`` is kept with it.
    """
    given = dict(mapping) if mapping is not None else dict(source.mapping if source else {})
    refuse_any(mapping_problems(given))
    name = source.feed if source else feed_name
    stored = ExhibitorImport(expo=expo, source=source, feed=name, file_name=tidy(file_name)[:200], created_by=by)
    read_list(stored, content, mapping=given)
    if source is not None and mapping is not None:
        remember_mapping(source, mapping)
    return stored


def read_list(stored: ExhibitorImport, content: bytes, *, mapping: Mapping[str, str | None]) -> None:
    """Fill an import with what its list says and would do. Raises ``Refused``."""
    table = _read(stored.feed, content, mapping)
    stored.columns = [[column.header, column.field] for column in table.columns]
    judge(stored, table.records)
    drop_old(stored.expo, but=stored)


def judge_again(stored: ExhibitorImport) -> ExhibitorImport:
    """The same list, judged by the directory as it is now and by what people have decided about it."""
    judge(stored, [Record(row["number"], row["values"]) for row in stored.rows])
    return stored


def judge(stored: ExhibitorImport, records: Sequence[Record]) -> None:
    """Judge the records and keep the verdict with them."""
    directory = Directory(stored.expo, stored.source)
    rows = evaluate(directory, records, source=stored.source, decisions=decisions_of(stored))
    columns = stored.read_columns()
    stored.keep_rows([as_json(row, columns) for row in rows])
    stored.missing = [{"id": each.pk, "name": each.name} for each in missing_now(rows, directory)]
    stored.save()


def _read(name: str, content: bytes, mapping: Mapping[str, str | None]) -> FeedTable:
    try:
        return feed(name).read(content, mapping)
    except UnknownFeed:
        raise Refused(Problem("feed", "NOT_FOUND", _("There is no such source of exhibitors."))) from None


def drop_old(expo: Expo, *, but: ExhibitorImport | None = None) -> None:
    """Not those that something is being done with, nor the one that was fetched a moment ago."""
    idle = ExhibitorImport.objects.filter(expo=expo, applied_at__isnull=True, task="")
    kept = idle.order_by("-pk").values("pk")[:KEPT]
    old = idle.filter(created_at__lt=timezone.now())
    old.exclude(pk__in=[*kept.values_list("pk", flat=True), *([but.pk] if but else [])]).delete()
