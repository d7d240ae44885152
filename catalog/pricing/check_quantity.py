"""Whether a quantity may be ordered of a variant."""

from catalog.products.variant import ProductVariant


class QuantityNotOrderable(ValueError):
    """The quantity breaks the seller's order quantities."""

    def __init__(self, variant: ProductVariant, quantity: int) -> None:
        super().__init__(f"{quantity} of {variant} cannot be ordered")
        self.variant = variant
        self.quantity = quantity


class BelowMinimum(QuantityNotOrderable):
    """Fewer than the minimum order quantity."""

    @property
    def minimum(self) -> int:
        return self.variant.moq


class NotAMultiple(QuantityNotOrderable):
    """Not a whole number of the packs it is sold in."""

    @property
    def multiple(self) -> int:
        return self.variant.order_multiple


def check_quantity(variant: ProductVariant, quantity: int) -> None:
    """Raise `BelowMinimum` or `NotAMultiple`; a quantity that passes is at least the MOQ and whole packs."""
    if quantity < max(variant.moq, 1):
        raise BelowMinimum(variant, quantity)
    if quantity % variant.order_multiple:
        raise NotAMultiple(variant, quantity)
