"""The commercial bill of a seller's part: the goods that were sent, and what they come to.

It is a paper between seller and buyer, not the electronic invoice of Vietnamese tax law.
"""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from i18n.money import sum_money
from i18n.today import day_here
from logistics.customs.documents.content import DocumentContent
from logistics.customs.documents.document import Document, DocumentKind
from logistics.customs.documents.issue import issue_document
from logistics.customs.documents.series import next_document_number
from orders.documents.papers import PART
from orders.events import SellerOrderShipped
from orders.lifecycle.consignment import order_consignment
from orders.lifecycle.of_shipped import of_shipped
from orders.lifecycle.seller_order import SellerOrder
from orders.lifecycle.states import SellerOrderStatus
from orders.locks import lock_order
from orders.stored_money import stored

_COMPLETE = {SellerOrderStatus.SHIPPED, SellerOrderStatus.DELIVERED}


def invoice_shipped(event: SellerOrderShipped) -> None:
    """Reaction: bill a part once everything of it that is still wanted has left."""
    part = SellerOrder.objects.select_related("order").get(pk=UUID(event.seller_order_id))
    if part.status in _COMPLETE and part.order.shipping_address:
        issue_invoice(seller_order_id=part.pk, now=timezone.now())


def issue_invoice(*, seller_order_id: UUID, now: datetime) -> Document:
    """The invoice of a part, one however often it is asked for; its number is the next of the seller's own series."""
    with transaction.atomic():
        lock_order(SellerOrder.objects.values_list("order_id", flat=True).get(pk=seller_order_id))
        known = invoice_of(seller_order_id)
        if known is not None:
            return known
        part = SellerOrder.objects.select_related("order__channel", "seller__address").get(pk=seller_order_id)
        content = _content(part, number=next_document_number(f"INV-{part.seller_id}", day_here(now).year), now=now)
        return issue_document(content=content, owner_kind=PART, owner_reference=str(part.pk))


def invoice_of(seller_order_id: UUID) -> Document | None:
    papers = Document.objects.filter(owner_kind=PART, owner_reference=str(seller_order_id))
    return papers.filter(kind=DocumentKind.INVOICE).first()


def _content(part: SellerOrder, *, number: str, now: datetime) -> DocumentContent:
    lines = [line for line in part.lines.all() if line.quantity_fulfilled]
    goods = sum_money((line.unit_price.gross * line.quantity_fulfilled for line in lines), part.currency)
    asked = sum_money((of_shipped(line, line.total_price.gross) for line in lines), part.currency)
    tax = sum_money((of_shipped(line, line.total_price.tax) for line in lines), part.currency)
    sent = {line.pk: line.quantity_fulfilled for line in lines}
    return DocumentContent(
        kind=DocumentKind.INVOICE,
        number=number,
        issued_on=day_here(now),
        language=part.order.language,
        consignments=(order_consignment(part, lines, quantities=sent),),
        order_reference=part.number,
        buyer_reference=part.order.purchase_order_number,
        carrier=part.carrier,
        tax_included=tax or None,
        discount=(goods - asked) or None,
        paid=stored(part.charged_amount, part.currency),
    )
