"""Who may see and do what with tax invoices: managers of the seller act, its owners choose the provider, staff who pay
out read."""

from typing import Any

from django.db.models import QuerySet

from i18n.messages import gettext_noop as _
from marketplace.graphql import InputError, PermissionDenied
from marketplace.sellers.graphql.access import is_member
from marketplace.sellers.member import MemberRole
from orders.graphql.access import key_of
from orders.graphql.payout_access import may_read
from orders.invoicing.tax_invoice import TaxInvoice


def tax_invoices() -> QuerySet[TaxInvoice]:
    """Newest first, with what each is shown with."""
    return TaxInvoice.objects.select_related(
        "seller", "about", "seller_order__order__channel", "seller_order__seller"
    ).order_by("-created_at", "-id")


def find_tax_invoice(info: Any, global_id: str) -> TaxInvoice | None:
    """The invoice; ``None`` for everybody who may not know of it."""
    found = tax_invoices().filter(pk=key_of(global_id, "TaxInvoice")).first()
    return found if found is not None and may_read(info, found.seller_id) else None


def tax_invoice_to_change(info: Any, global_id: str) -> TaxInvoice:
    """For its seller's managers. Raises NOT_FOUND, and ``PermissionDenied`` for those who may only read it."""
    found = find_tax_invoice(info, global_id)
    if found is None:
        raise InputError(_("There is no such invoice."), field="id", code="NOT_FOUND")
    if not is_member(info.context, found.seller_id, MemberRole.MANAGER):
        raise PermissionDenied(_("You are not a manager of this seller."))
    return found
