"""What happens in the catalogue, for whoever reacts to it."""

from dataclasses import dataclass
from typing import ClassVar

from marketplace.events.event import FILES, INDEX, Event


@dataclass(frozen=True)
class ProductChanged(Event):
    """Anything that a buyer or the search index can see of the product changed."""

    lane: ClassVar[str] = INDEX
    product_id: int


@dataclass(frozen=True)
class ProductsChanged(Event):
    """The same for many products at once, as a bulk import changes them."""

    lane: ClassVar[str] = INDEX
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


@dataclass(frozen=True)
class StocksChanged(Event):
    """The same for many variants at once, as an import changes them."""

    variant_ids: list[int]


@dataclass(frozen=True)
class StockRanLow(Event):
    """No more pieces are free than its seller wanted to be warned at."""

    variant_id: int
    left: int


@dataclass(frozen=True)
class CertificateExpiring(Event):
    """Its last day is 60, 30 or 7 days away, or fewer."""

    certificate_id: int
    days_left: int


@dataclass(frozen=True)
class CertificateExpired(Event):
    certificate_id: int


@dataclass(frozen=True)
class PictureAdded(Event):
    """A picture is there in one size; the others are still to be made."""

    lane: ClassVar[str] = FILES
    media_id: int


@dataclass(frozen=True)
class ReviewWritten(Event):
    """A buyer wrote a review, or wrote it anew; staff have to read it."""

    review_id: int


@dataclass(frozen=True)
class ReviewApproved(Event):
    review_id: int


@dataclass(frozen=True)
class ReviewRejected(Event):
    review_id: int


@dataclass(frozen=True)
class ReviewReported(Event):
    """Somebody says that a review should not be there."""

    review_id: int


@dataclass(frozen=True)
class TakedownEvent(Event):
    takedown_id: int


@dataclass(frozen=True)
class TakedownOrdered(TakedownEvent):
    """An authority's request was recorded; what it names is hidden from now on."""


@dataclass(frozen=True)
class TakedownObjected(TakedownEvent):
    """The seller contradicts."""


@dataclass(frozen=True)
class TakedownUpheld(TakedownEvent):
    """Staff read the objection and left the goods hidden."""


@dataclass(frozen=True)
class TakedownLifted(TakedownEvent):
    """What was hidden may be seen again."""
