"""What tax invoices hold about a buyer: giving it to them, and letting go of it when the law allows."""

from datetime import UTC, datetime, time
from typing import Any

from django.db.models import QuerySet

from orders.invoicing.books_kept import kept_since
from orders.invoicing.tax_invoice import TaxInvoice
from orders.lifecycle.order import Order


def invoices_of_buyer(orders: QuerySet[Order]) -> list[dict[str, Any]]:
    """Those that were issued, as they name the buyer."""
    rows = TaxInvoice.objects.filter(seller_order__order__in=orders, position__isnull=False).order_by("issued_at")
    return [{"number": row.number, "total": f"{row.total}", "buyer": row.buyer_party} for row in rows]


def forget_buyers_of_invoices(*, now: datetime) -> int:
    """People who were erased go from invoices once books need not be kept any more; drafts let go of them at once.

    Returns from how many. Twice changes nothing.
    """
    erased = TaxInvoice.objects.filter(seller_order__order__erased_at__isnull=False).exclude(buyer_party={})
    old = erased.filter(issued_at__lt=datetime.combine(kept_since(now), time(), UTC))
    drafts = erased.filter(position=None, seller_order__order__shipping_address={})
    return old.update(buyer_party={}) + drafts.update(buyer_party={})
