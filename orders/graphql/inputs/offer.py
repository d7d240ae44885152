"""Proposals as they are typed."""

from collections.abc import Sequence
from typing import Any

from i18n.graphql.bounded import bounded
from i18n.messages import gettext_noop as _
from marketplace.graphql import (
    ID,
    Date,
    Decimal,
    InputError,
    InputObjectType,
    Int,
    List,
    NonNull,
    String,
    integer_key,
)
from orders.graphql.types.quote_request import IncotermEnum, QuoteUnitEnum
from orders.graphql.types.quote_version import BalanceNeededFor, PaymentTermsKindEnum
from orders.payments.instalment import NeededFor
from orders.quotes.check_offer import MOST_LINES, MOST_TIERS
from orders.quotes.offer_terms import OfferedLine, OfferedTier, OfferTerms
from orders.quotes.payment_terms import PaymentTerms, PaymentTermsKind
from orders.quotes.unit import QuoteUnit


class QuoteTierInput(InputObjectType):
    """What one costs from a quantity on."""

    minimum_quantity = Int(required=True)
    unit_price = Decimal(required=True)


class QuoteLineInput(InputObjectType):
    """Goods of the seller (`variantId`), or something in words."""

    request_line_id = ID(description="What it answers.")
    variant_id = ID()
    description = String()
    quantity = Int(required=True)
    unit = QuoteUnitEnum()
    unit_price = Decimal(required=True, description="In the currency of the request, as its market writes prices.")
    tiers = List(NonNull(QuoteTierInput), description="Above the line's own quantity, cheaper as they grow.")


class PaymentTermsInput(InputObjectType):
    """How it is to be paid."""

    kind = PaymentTermsKindEnum(required=True)
    deposit_percent = Decimal(description="30 is 30 %; with DEPOSIT.")
    balance_needed_for = BalanceNeededFor(description="With DEPOSIT.")
    net_days = Int(description="With NET, for buyers whom the operator approved.")


class QuoteOfferInput(InputObjectType):
    """A whole proposal; earlier versions are not carried on."""

    lines = List(NonNull(QuoteLineInput), required=True)
    valid_until = Date(required=True)
    lead_time_days = Int(required=True)
    incoterm = IncotermEnum(required=True)
    named_place = String(required=True)
    freight = Decimal(required=True, description="What the buyer pays the seller for transport, in all.")
    payment_terms = PaymentTermsInput(required=True)
    notes = String()


def offer_terms(given: Any) -> OfferTerms:
    """The value of a proposal; raises `InputError`."""
    _refuse_more(given["lines"], MOST_LINES)
    return OfferTerms(
        lines=tuple(_line(line) for line in given["lines"]),
        valid_until=given["valid_until"],
        lead_time_days=given["lead_time_days"],
        incoterm=str(given["incoterm"]),
        named_place=bounded(given["named_place"], "named_place", 120),
        freight_amount=given["freight"],
        payment=_payment(given["payment_terms"]),
        notes=bounded(given.get("notes") or "", "notes", 4000),
    )


def _line(given: Any) -> OfferedLine:
    tiers = given.get("tiers") or []
    _refuse_more(tiers, MOST_TIERS)
    return OfferedLine(
        description=bounded(given.get("description") or "", "lines", 1000),
        quantity=given["quantity"],
        unit_amount=given["unit_price"],
        unit=QuoteUnit(given.get("unit") or QuoteUnit.PIECE),
        variant_id=optional_key(given.get("variant_id"), "ProductVariant"),
        request_line_id=optional_key(given.get("request_line_id"), "QuoteRequestLine"),
        tiers=tuple(OfferedTier(tier["minimum_quantity"], tier["unit_price"]) for tier in tiers),
    )


def optional_key(global_id: str | None, type_name: str) -> int | None:
    return integer_key(global_id, type_name, field="lines") if global_id else None


def _payment(given: Any) -> PaymentTerms:
    needed = given.get("balance_needed_for")
    return PaymentTerms(
        kind=PaymentTermsKind(given["kind"]),
        deposit_percent=given.get("deposit_percent"),
        balance_needed_for=NeededFor(needed) if needed else None,
        net_days=given.get("net_days"),
    )


def _refuse_more(given: Sequence[Any], most: int) -> None:
    if len(given) > most:
        raise InputError(_("At most %(limit)s."), field="lines", code="TOO_MANY", params={"limit": most})
