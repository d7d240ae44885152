"""One indicator's figures as CSV (RFC 4180): a line for each figure, the same columns for every period."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from marketplace.environment import environment
from marketplace.indicators.definition import Definition
from marketplace.indicators.files.told import keys_of, moment, number_text, period_of
from marketplace.indicators.snapshot import Snapshot

COLUMNS = ("indicator", "period", "first_day", "last_day", "version", "method_version", "taken_at")


def csv_file(definition: Definition, snapshots: Iterable[Snapshot]) -> str:
    """Codes and numbers alone: nothing in it can be taken for a formula."""
    text = StringIO()
    writer = csv.writer(text)
    dimensions = [each.value.lower() for each in definition.dimensions]
    writer.writerow([*COLUMNS, *dimensions, "unit", "value", "status", "licence"])
    for each in snapshots:
        opening = [
            definition.id,
            period_of(definition, each).code,
            each.first_day.isoformat(),
            each.last_day.isoformat(),
            each.version,
            each.method_version,
            moment(each.taken_at),
        ]
        for row in each.observations.all():
            keys = [key for _, key in keys_of(definition, row)]
            figure = [definition.unit.value, number_text(row.value), row.status.lower(), environment.open_data_licence]
            writer.writerow([*opening, *keys, *figure])
    return text.getvalue()
