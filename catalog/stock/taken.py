"""What an order line has of the stock: pieces that lie there, or the promise of pieces."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class StockTaken(Generic[Key]):
    """``quantity`` pieces of one stock, held for the line that the caller calls ``line_key``."""

    line_key: Key
    stock_id: int
    quantity: int


@dataclass(frozen=True, slots=True)
class StockPromised(Generic[Key]):
    """``quantity`` pieces of a variant that are still to be made or to arrive, promised to a line."""

    line_key: Key
    variant_id: int
    quantity: int


Part: TypeAlias = StockTaken[Key] | StockPromised[Key]
