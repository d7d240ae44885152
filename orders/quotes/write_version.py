"""Write a checked proposal down as the next version of its quote."""

from datetime import datetime

from catalog.models import ProductVariant
from orders.lifecycle.by import By
from orders.quotes.offer_terms import OfferedLine, OfferTerms
from orders.quotes.quote import Quote
from orders.quotes.quote_version import QuoteLine, QuoteTier, QuoteVersion


def write_version(quote: Quote, terms: OfferTerms, *, by: By, now: datetime) -> QuoteVersion:
    """The caller holds the quote's lock and moves the quote, which stores the number."""
    quote.latest_version += 1
    payment = terms.payment
    version = QuoteVersion.objects.create(
        quote=quote,
        number=quote.latest_version,
        author=by.role,
        user=by.user,
        currency=quote.request.currency,
        valid_until=terms.valid_until,
        lead_time_days=terms.lead_time_days,
        incoterm=terms.incoterm,
        named_place=terms.named_place,
        freight_amount=terms.freight_amount,
        payment_kind=payment.kind,
        deposit_percent=payment.deposit_percent,
        balance_needed_for=payment.balance_needed_for or "",
        net_days=payment.net_days,
        notes=terms.notes,
        created_at=now,
    )
    _write_lines(version, terms)
    return version


def _write_lines(version: QuoteVersion, terms: OfferTerms) -> None:
    wanted = {line.variant_id for line in terms.lines if line.variant_id is not None}
    names = {row.pk: _name(row) for row in ProductVariant.objects.filter(pk__in=wanted).select_related("product")}
    rows = QuoteLine.objects.bulk_create(
        _line(version, line, names, position) for position, line in enumerate(terms.lines, start=1)
    )
    QuoteTier.objects.bulk_create(
        QuoteTier(line=row, minimum_quantity=tier.minimum_quantity, unit_amount=tier.unit_amount)
        for row, line in zip(rows, terms.lines, strict=True)
        for tier in line.tiers
    )


def _line(version: QuoteVersion, line: OfferedLine, names: dict[int, str], position: int) -> QuoteLine:
    return QuoteLine(
        version=version,
        position=position,
        request_line_id=line.request_line_id,
        variant_id=line.variant_id,
        description=line.description or names.get(line.variant_id or 0, ""),
        quantity=line.quantity,
        unit=line.unit,
        unit_amount=line.unit_amount,
    )


def _name(variant: ProductVariant) -> str:
    return f"{variant.product.name} · {variant.name}" if variant.name else variant.product.name
