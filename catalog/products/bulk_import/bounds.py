"""How large a seller's file may be, and how it is refused."""

from catalog.refusal import Problem, Refused

MOST_BYTES = 10 * 1024 * 1024
MOST_ROWS = 5_000
MOST_COLUMNS = 60
LONGEST_CELL = 30_000


class FileRefused(Refused):
    """The file as a whole cannot be imported."""

    def __init__(self, message: str, **params: object) -> None:
        super().__init__(Problem("file", "INVALID", message, params))
