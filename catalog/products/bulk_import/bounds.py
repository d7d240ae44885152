"""How large a seller's file may be, and how it is refused."""

from catalog.products.spreadsheet.guard import LONGEST_CELL
from catalog.refusal import Problem, Refused

__all__ = ["LONGEST_CELL", "FileRefused"]
MOST_BYTES = 10 * 1024 * 1024
MOST_ROWS = 5_000
"""Of lists that are read at once; `MOST_FILE_BYTES` and `MOST_FILE_ROWS` bound imports, which are read in batches."""
MOST_FILE_BYTES = 100 * 1024 * 1024
MOST_FILE_ROWS = 50_000
MOST_COLUMNS = 500
MOST_PICTURE_BYTES = 500 * 1024 * 1024
"""Of a whole archive of pictures."""
BATCH = 500
"""Rows that are read or written in one transaction."""


class FileRefused(Refused):
    """The file as a whole cannot be imported. ``field`` is that of the upload."""

    def __init__(self, message: str, *, field: str = "file", **params: object) -> None:
        super().__init__(Problem(field, "INVALID", message, params))
