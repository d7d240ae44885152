"""Putting a level's columns together into response objects."""

from collections.abc import Sequence
from typing import Any


def rows(keys: Sequence[str], columns: Sequence[list[Any]], count: int) -> list[dict[str, Any]]:
    """`count` objects with these keys, in this order; every column has a value for each.

    Two columns at a time: the fewer passes over the objects the better, and a display of keys and values makes a dict
    faster than filling an empty one.
    """
    if not columns:
        return [{} for _ in range(count)]
    start = 2 - len(columns) % 2
    if start == 1:
        [key], [column] = keys[:1], columns[:1]
        objects = [{key: value} for value in column]
    else:
        (key, other), (column, others) = keys[:2], columns[:2]
        objects = [{key: value, other: second} for value, second in zip(column, others, strict=True)]
    for index in range(start, len(columns), 2):
        key, other = keys[index], keys[index + 1]
        for completed, value, second in zip(objects, columns[index], columns[index + 1], strict=True):
            completed[key] = value
            completed[other] = second
    return objects
