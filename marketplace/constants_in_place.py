"""Values that never change, in the statement itself instead of among its parameters.

Only then can one plan for all values use a partial index and know how few rows a limit leaves, so that PostgreSQL keeps
that plan instead of making a new one each time.
"""

import re
from collections.abc import Sequence
from typing import Any


def constants_in_place(
    sql: str, params: Sequence[Any], is_constant: Sequence[bool], connection: Any
) -> tuple[str, list[int]]:
    """The statement, and the places of those parameters that are left. Numbers, flags and texts are written down."""
    stays = [fixed and isinstance(param, (int, str)) for param, fixed in zip(params, is_constant, strict=True)]
    given = zip(params, stays, strict=True)

    def written(found: re.Match[str]) -> str:
        if found[0] == "%%":
            return found[0]
        param, constant = next(given)
        return connection.ops.compose_sql("%s", [param]).replace("%", "%%") if constant else found[0]

    return re.sub("%%|%s", written, sql), [place for place, constant in enumerate(stays) if not constant]
