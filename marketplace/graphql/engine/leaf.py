"""Serializing a whole column of scalars or enum values.

The built-in scalars have, per exact Python type, an outcome that is known beforehand: a `str` stays itself as String or
ID, an `int` within 32 bits stays itself as Int. A column holding nothing else skips the calls to `serialize`. All
other columns go through the type's own `serialize`, value by value, so the outcome and the errors are always its own.
"""

from collections.abc import Callable
from math import isfinite
from typing import Any, Final, NamedTuple

from graphql import (
    GraphQLBoolean,
    GraphQLFloat,
    GraphQLID,
    GraphQLInt,
    GraphQLLeafType,
    GraphQLString,
)
from graphql.pyutils import Undefined, inspect

Check = Callable[[list[Any]], bool]


class FastLeaf(NamedTuple):
    """Values of exactly `kind` serialize to themselves if the column passes `check`."""

    kind: type
    check: Check | None = None


def _fits_32_bits(column: list[Any]) -> bool:
    return max(column) <= 2147483647 and min(column) >= -2147483648


def _all_finite(column: list[Any]) -> bool:
    return all(map(isfinite, column))


FAST: Final[dict[GraphQLLeafType, FastLeaf]] = {
    GraphQLString: FastLeaf(str),
    GraphQLID: FastLeaf(str),
    GraphQLBoolean: FastLeaf(bool),
    GraphQLInt: FastLeaf(int, _fits_32_bits),
    GraphQLFloat: FastLeaf(float, _all_finite),
}


def serialize(leaf: GraphQLLeafType, value: Any) -> Any:
    """One value, as graphql-core does it: a serializer may not answer null."""
    serialized = leaf.serialize(value)
    if serialized is None or serialized is Undefined:
        raise TypeError(
            f"Expected `{inspect(leaf)}.serialize({inspect(value)})`"
            f" to return non-nullable value, returned: {inspect(serialized)}"
        )
    return serialized
