"""What can be wrong about stock."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shortage:
    """One variant of which less is there than wanted."""

    variant_id: int
    wanted: int
    available: int


class InsufficientStock(Exception):
    """Not everything wanted is there; nothing was taken. ``shortages`` has every variant concerned."""

    def __init__(self, *shortages: Shortage) -> None:
        super().__init__(
            "; ".join(f"variant {s.variant_id}: {s.wanted} wanted, {s.available} there" for s in shortages)
        )
        self.shortages = shortages

    @property
    def variant_id(self) -> int:
        return self.shortages[0].variant_id

    @property
    def wanted(self) -> int:
        return self.shortages[0].wanted

    @property
    def available(self) -> int:
        return self.shortages[0].available


class BelowAllocated(ValueError):
    """A stock cannot be set below what orders already hold of it."""

    def __init__(self, quantity: int, allocated: int) -> None:
        super().__init__(f"{quantity} is less than the {allocated} that orders hold")
        self.quantity = quantity
        self.allocated = allocated


class NothingToRelease(ValueError):
    """More is given back or shipped than the stock says is allocated: the caller counted twice."""

    def __init__(self, stock_id: int, quantity: int, allocated: int) -> None:
        super().__init__(f"stock {stock_id}: {quantity} given back, only {allocated} allocated")
        self.stock_id = stock_id
        self.quantity = quantity
        self.allocated = allocated


class NotPromised(ValueError):
    """More promises are kept or called off than were given: the caller counted twice."""

    def __init__(self, variant_id: int, quantity: int, promised: int) -> None:
        super().__init__(f"variant {variant_id}: {quantity} wanted of {promised} promised")
        self.variant_id = variant_id
        self.quantity = quantity
        self.promised = promised


class NotThere(ValueError):
    """Fewer pieces are free in this stock than are to leave it."""

    def __init__(self, quantity: int, free: int) -> None:
        super().__init__(f"{quantity} are to leave, {free} are free")
        self.quantity = quantity
        self.free = free


class ForeignWarehouse(ValueError):
    """The warehouse belongs to another seller than the variant."""


class WarehouseClosed(ValueError):
    """Nothing is put into a warehouse that its seller has closed."""
