"""A proposal as its author typed it: what becomes a version of a quote."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from orders.quotes.payment_terms import PaymentTerms
from orders.quotes.unit import QuoteUnit


@dataclass(frozen=True, slots=True)
class OfferedTier:
    minimum_quantity: int
    unit_amount: Decimal


@dataclass(frozen=True, slots=True)
class OfferedLine:
    description: str
    quantity: int
    unit_amount: Decimal
    unit: QuoteUnit = QuoteUnit.PIECE
    variant_id: int | None = None
    request_line_id: int | None = None
    tiers: tuple[OfferedTier, ...] = ()


@dataclass(frozen=True, slots=True)
class OfferTerms:
    lines: tuple[OfferedLine, ...]
    valid_until: date
    lead_time_days: int
    incoterm: str
    named_place: str
    freight_amount: Decimal
    payment: PaymentTerms
    notes: str = ""
