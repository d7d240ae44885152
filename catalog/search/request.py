"""What a buyer asks of search, and what comes back; the same for every engine."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum

Place = tuple[str | int | float, ...]
"""Where a hit stands in the order asked for: JSON scalars for the engine that gave them, the last the product's id."""


class Sort(StrEnum):
    """Products without a price stand last in PRICE, those without reviews last in RATING, whichever the direction."""

    RANK = "RANK"
    NAME = "NAME"
    PRICE = "PRICE"
    CREATED = "CREATED"
    LAST_MODIFIED = "LAST_MODIFIED"
    RATING = "RATING"


class BadPlace(ValueError):
    """A place that no page of this order gave."""


@dataclass(frozen=True, slots=True)
class Range:
    """``low <= x < high``; an end that is ``None`` is open. Written ``200000..500000``, ``..8``, ``61..``."""

    low: Decimal | None = None
    high: Decimal | None = None

    def __str__(self) -> str:
        low, high = (f"{end.normalize():f}" if end is not None else "" for end in (self.low, self.high))
        return f"{low}..{high}"

    @classmethod
    def parse(cls, text: str) -> "Range | None":
        """``None`` for what is no range: more than 40 characters, no number, or an end below the start."""
        low, dots, high = text[:40].partition("..")
        try:
            ends = [Decimal(end) if end.strip() else None for end in (low, high)]
        except InvalidOperation:
            return None
        if not dots or any(end is not None and not (end.is_finite() and abs(end) < 10**15) for end in ends):
            return None
        found = cls(*ends)
        return None if found.low is not None and found.high is not None and found.high < found.low else found


@dataclass(frozen=True, slots=True)
class AttributeFilter:
    """Products with any of the values of the attribute, or a number within ``gte`` and ``lte``, both included."""

    slug: str
    values: Sequence[str] | None = None
    gte: Decimal | None = None
    lte: Decimal | None = None


FACETS = (
    "category",
    "seller",
    "craft",
    "material",
    "origin",
    "certificate",
    "price",
    "lead_time",
    "moq",
    "rating",
    "attribute",
)
"""What can be counted. ``attribute`` stands for all of them, which come back one by one as ``attribute:<slug>``."""
ATTRIBUTE = "attribute:"


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """Filters narrow each other, values within one widen it; ``None`` is no filter, an empty one finds nothing."""

    channel: str
    now: datetime
    text: str = ""
    language: str = "en"
    """The reader's: texts in it count more than those in other languages."""
    as_you_type: bool = False
    """The last word may be the beginning of one."""
    product_ids: Sequence[int] | None = None
    categories: Sequence[int] | None = None
    """Including what is below them."""
    sellers: Sequence[int] | None = None
    crafts: Sequence[str] | None = None
    materials: Sequence[str] | None = None
    """Keys of the facet ``material``, see `catalog.search.document.material_key`."""
    origins: Sequence[str] | None = None
    """ISO 3166 codes of countries."""
    certificates: Sequence[str] | None = None
    """Schemes, such as ``FSC``."""
    hs_codes: Sequence[str] | None = None
    """Each of two or more leading digits."""
    skus: Sequence[str] | None = None
    gtins: Sequence[str] | None = None
    """Both as people write them; compared by `catalog.search.codes.code_key`."""
    attributes: Sequence[AttributeFilter] | None = None
    """All of them apply."""
    price_gte: Decimal | None = None
    price_lte: Decimal | None = None
    price_ranges: Sequence[Range] | None = None
    lead_times: Sequence[Range] | None = None
    """Days of the variant that is ready first."""
    moqs: Sequence[Range] | None = None
    """Pieces of the variant with the smallest minimum."""
    ratings: Sequence[Range] | None = None
    in_stock: bool | None = None
    sort: Sort = Sort.RANK
    descending: bool = False
    """Of no effect on RANK, whose best match always stands first."""
    after: Place | None = None
    before: Place | None = None
    """The ``limit`` hits that follow ``after``, or that stand directly before ``before``; at most one of the two."""
    limit: int = 20
    facets: Sequence[str] = ()
    """Names of `FACETS`. A facet's own filter does not count for its figures."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """``value`` is an id as text, a word of the filter of that name, or a `Range`; the most frequent first."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    name: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    product_id: int
    place: Place


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Hits in the order asked for."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
    has_more: bool = False
    """Whether more follow, or with ``before`` come before."""
    facets: tuple[Facet, ...] = ()
    as_typed: bool = True
    """Every word was found as it was typed (in any inflection); otherwise unfinished, misspelt or partly."""
    degraded: bool = False
    """The index was out of reach: the database answered, by names and codes only and without facets."""

    @property
    def ids(self) -> list[int]:
        return [hit.product_id for hit in self.hits]
