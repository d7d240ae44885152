"""Lists of values in one parameter: ``IN (%s, %s, %s)`` as ``= ANY(%s)``, which PostgreSQL reads as the same."""

import re
from collections.abc import Callable

_PLACES = re.compile(r"%%|IN \((%s(?:, %s)*)\)|%s")


def with_arrays(sql: str, list_at: Callable[[int, int], bool]) -> tuple[str, list[tuple[int, int]]]:
    """The statement, and for each parameter that it has now, which of the former ones it stands for: from, how many.

    ``list_at(from, how_many)`` says whether those parameters are all of one list.
    """
    spans: list[tuple[int, int]] = []
    position = 0

    def replaced(found: re.Match[str]) -> str:
        nonlocal position
        if found[0] == "%%":
            return found[0]
        size = (found[1] or "%s").count("%s")
        start, position = position, position + size
        if found[1] is not None and list_at(start, size):
            spans.append((start, size))
            return "= ANY(%s)"
        spans.extend((place, 1) for place in range(start, position))
        return found[0]

    return _PLACES.sub(replaced, sql), spans
