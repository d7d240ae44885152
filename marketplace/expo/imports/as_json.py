"""A row with its verdict, as an import keeps it."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from marketplace.expo.feed import Column
from marketplace.expo.imports.row import Row


def as_json(row: Row, columns: Sequence[Column]) -> dict[str, Any]:
    headers = {column.field: column.header for column in columns}
    return {
        "number": row.record.number,
        "values": dict(row.record.values),
        "action": None if row.problems else row.action,
        "known_by": row.known_by,
        "changes": [asdict(change) for change in row.changes],
        "similar": [asdict(similar) for similar in row.similar],
        "seller": row.seller.name if row.seller else "",
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
