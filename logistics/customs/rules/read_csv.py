"""A file of rules as the operator brings it: UTF-8, comma or semicolon, its columns named in the first line."""

from __future__ import annotations

import _csv
import csv
import io

from i18n.messages import gettext_noop as _
from logistics.customs.rules.columns import COLUMNS, MOST_BYTES, MOST_ROWS, REQUIRED


class UnreadableRules(ValueError):
    """The file as a whole cannot be read; ``message`` is a message id."""

    def __init__(self, message: str, **params: str) -> None:
        super().__init__(message)
        self.message = message
        self.params = params


def read_rules(content: bytes) -> list[tuple[int, dict[str, str]]]:
    """Line numbers and cells by column; raises ``UnreadableRules``. Empty lines are left out."""
    if len(content) > MOST_BYTES:
        raise UnreadableRules(_("The file has more than %(most)s MB."), most=str(MOST_BYTES // 1024**2))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableRules(_("The file is not text in UTF-8.")) from None
    if "\0" in text:
        raise UnreadableRules(_("The file is not text in UTF-8."))
    head = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";" if head.count(";") > head.count(",") else ",")
    try:
        return _rows(reader)
    except csv.Error:
        raise UnreadableRules(_("The file is not a table of comma-separated values.")) from None


def _rows(reader: _csv.Reader) -> list[tuple[int, dict[str, str]]]:
    headers = [header.strip().lower() for header in next(reader, [])]
    missing = [column for column in REQUIRED if column not in headers]
    if missing:
        raise UnreadableRules(_("The first line lacks the columns %(columns)s."), columns=", ".join(missing))
    unknown = [header for header in headers if header not in COLUMNS]
    if unknown:
        raise UnreadableRules(_("Nobody knows the columns %(columns)s."), columns=", ".join(unknown)[:200])
    rows = []
    for cells in reader:
        if any(cell.strip() for cell in cells):
            named = zip(headers, cells, strict=False)
            rows.append((reader.line_num, {header: cell.strip() for header, cell in named if cell.strip()}))
        if len(rows) > MOST_ROWS:
            raise UnreadableRules(_("The file has more than %(most)s rows."), most=str(MOST_ROWS))
    if not rows:
        raise UnreadableRules(_("The file has no rows."))
    return rows
