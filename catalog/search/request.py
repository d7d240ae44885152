"""What a buyer asks of search, and what comes back; the same for every engine."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum


class Sort(StrEnum):
    RANK = "RANK"
    NAME = "NAME"
    PRICE = "PRICE"
    CREATED = "CREATED"
    LAST_MODIFIED = "LAST_MODIFIED"


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """Filters narrow each other; values within one filter widen it. Category ids include what is below them."""

    channel: str
    now: datetime
    text: str = ""
    language: str = "en"
    product_ids: Sequence[int] | None = None
    categories: Sequence[int] | None = None
    sellers: Sequence[int] | None = None
    crafts: Sequence[str] | None = None
    hs_codes: Sequence[str] | None = None
    """Each of two or more leading digits."""
    price_gte: Decimal | None = None
    price_lte: Decimal | None = None
    in_stock: bool | None = None
    sort: Sort = Sort.RANK
    descending: bool = False
    offset: int = 0
    limit: int = 20
    with_facets: bool = False


@dataclass(frozen=True, slots=True)
class FacetValue:
    """``value`` is an id as text, a craft, or a price range ``low..high`` whose ends may be empty."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    name: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Product ids in order. ``degraded``: the index was out of reach and the database answered by name only."""

    ids: list[int]
    total: int
    facets: tuple[Facet, ...] = field(default=())
    degraded: bool = False
