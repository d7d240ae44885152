"""What happens in the catalogue, for whoever reacts to it."""

from dataclasses import dataclass

from marketplace.events.event import Event


@dataclass(frozen=True)
class ProductChanged(Event):
    """Anything that a buyer or the search index can see of the product changed."""

    product_id: int


@dataclass(frozen=True)
class ProductsChanged(Event):
    """The same for many products at once, as a bulk import changes them."""

    product_ids: list[int]


@dataclass(frozen=True)
class ProductSubmitted(Event):
    """Its seller asks for approval."""

    product_id: int


@dataclass(frozen=True)
class ProductApproved(Event):
    product_id: int


@dataclass(frozen=True)
class ProductRejected(Event):
    product_id: int


@dataclass(frozen=True)
class StockChanged(Event):
    """The pieces on the shelf or held by orders changed."""

    variant_id: int
