"""A bank's CSV file as headers and rows, whatever its encoding, its separator and its preamble."""

import csv
import io
from dataclasses import dataclass

from orders.bank_statements.csv_mapping import guess_columns
from orders.bank_statements.parsed import BadStatement

MOST_ROWS = 20_000
_LONGEST_PREAMBLE = 40
_SEPARATORS = ",;\t|"


@dataclass(frozen=True, slots=True)
class CsvTable:
    headers: list[str]
    rows: list[tuple[int, dict[str, str]]]
    """The line in the file, counted from 1, and its cells by header."""


def read_table(content: bytes, *, headers: list[str] | None = None) -> CsvTable:
    """The table of the file; ``headers`` are ones that its head must have. Raises ``BadStatement``."""
    text = _decoded(content)
    separator = _separator(text)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise BadStatement("not a table of separated values") from error
    head = _head(lines, set(headers or ()))
    names = _unique([cell.strip()[:200] for cell in lines[head]])
    rows = [
        (number, dict(zip(names, [cell.strip() for cell in line], strict=False)))
        for number, line in enumerate(lines[head + 1 :], start=head + 2)
        if any(cell.strip() for cell in line)
    ]
    if len(rows) > MOST_ROWS:
        raise BadStatement(f"a statement has more than {MOST_ROWS} lines")
    return CsvTable([name for name in names if name], rows)


def _decoded(content: bytes) -> str:
    """UTF-8 or UTF-16 with their marks, otherwise UTF-8, otherwise the code page of Windows in the West."""
    tries = ["utf-16"] if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig", "cp1252"]
    for encoding in tries:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" in text:
            break
        return text
    raise BadStatement("in an encoding that cannot be read")


def _separator(text: str) -> str:
    """The one that the lines have most often."""
    start = text[:20_000]
    return max(_SEPARATORS, key=start.count)


def _head(lines: list[list[str]], wanted: set[str]) -> int:
    """The line with the headers: those that are wanted, or the one in which most are known. Banks write above it."""
    best, most = 0, 0
    for number, line in enumerate(lines[:_LONGEST_PREAMBLE]):
        cells = [cell.strip() for cell in line]
        if wanted and wanted <= set(cells):
            return number
        known = len(guess_columns(cells))
        if known > most:
            best, most = number, known
    if wanted:
        raise BadStatement("the columns that were chosen are not in the file")
    if not most:
        best = next((number for number, line in enumerate(lines) if sum(bool(cell.strip()) for cell in line) > 1), -1)
    if best < 0:
        raise BadStatement("there is no table in the file")
    return best


def _unique(names: list[str]) -> list[str]:
    """Two columns of one name are told apart by a number; a column without a name is left out of what people see."""
    seen: dict[str, int] = {}
    made = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        made.append(name if seen[name] == 1 or not name else f"{name} {seen[name]}")
    return made
