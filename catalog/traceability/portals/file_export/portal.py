"""Files that the seller hands in wherever a state system takes them: the record as JSON, its stages as CSV.

Nothing is sent and nothing claimed: the seller says that it was handed in, and what came back.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

from catalog.traceability.portals.portal import (
    Connection,
    ExportFile,
    Portal,
    PortalAnswer,
    PortalTrouble,
    Record,
    Said,
)
from i18n.messages import gettext_noop as _

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
STAGE_COLUMNS = ("kind", "name", "title", "detail", "time", "place", "productCode", "placeCode", "event")


class FileExport(Portal):
    code = "file_export"
    name = _("File to hand in yourself")
    by_hand = True

    def send(self, *, connection: Connection, key: str, record: Record) -> PortalAnswer:
        """Only what the seller said: it was handed in."""
        return PortalAnswer(Said.RECEIVED)

    def ask(self, *, connection: Connection, reference: str) -> PortalAnswer:
        raise PortalTrouble(self.code, "a file cannot be asked", permanent=True)

    def files(self, record: Record) -> Sequence[ExportFile]:
        whole = json.dumps(record, ensure_ascii=False, indent=2).encode()
        return (
            ExportFile("record.json", "application/json", whole),
            ExportFile("record.csv", "text/csv; charset=utf-8", _table(("field", "value"), _facts(record))),
            ExportFile("stages.csv", "text/csv; charset=utf-8", _table(STAGE_COLUMNS, _stages(record))),
        )


def _facts(value: Any, path: str = "") -> list[tuple[str, Any]]:
    """Every value with its path; the stages have a table of their own."""
    if isinstance(value, dict):
        return [
            row
            for key, inner in value.items()
            if path or key != "stages"
            for row in _facts(inner, f"{path}.{key}".lstrip("."))
        ]
    if isinstance(value, list):
        return [row for number, inner in enumerate(value, 1) for row in _facts(inner, f"{path}.{number}")]
    return [(path, value)]


def _stages(record: Record) -> list[tuple[Any, ...]]:
    return [tuple(stage.get(column) for column in STAGE_COLUMNS) for stage in record["stages"]]


def _table(head: Sequence[str], rows: Sequence[Sequence[Any]]) -> bytes:
    """With a byte order mark, by which spreadsheets know UTF-8."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(head)
    writer.writerows([[_cell(value) for value in row] for row in rows])
    return out.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> str:
    """What a spreadsheet would take for a formula begins with an apostrophe."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_STARTS_A_FORMULA) else text


PORTAL = FileExport()
