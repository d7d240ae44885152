"""The credit note of a refund: what a seller gives back to a buyer, of which bill, and why."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from i18n.messages import gettext_noop as _
from i18n.today import day_here
from logistics.customs.documents.content import DocumentContent, Share
from logistics.customs.documents.document import Document, DocumentKind
from logistics.customs.documents.issue import issue_document
from logistics.customs.documents.series import next_document_number
from orders.documents.invoice import invoice_of
from orders.documents.papers import REFUND
from orders.events import RefundOwed
from orders.lifecycle.consignment import order_consignment
from orders.lifecycle.seller_order import SellerOrder
from orders.locks import lock_order
from orders.payments.refund import Refund

GOODS = _("Goods")
FREIGHT = _("Freight")


def credit_refund(event: RefundOwed) -> None:
    """Reaction: write it once per refund. Credit that is paid back is nobody's sale and needs none."""
    refund = Refund.objects.select_related("order").get(pk=UUID(event.refund_id))
    if refund.seller_order_id and refund.order.shipping_address:
        issue_credit_note(refund_id=refund.pk, now=timezone.now())


def issue_credit_note(*, refund_id: UUID, now: datetime) -> Document:
    """One however often it is asked for; its number is the next of the seller's own series."""
    with transaction.atomic():
        lock_order(Refund.objects.values_list("order_id", flat=True).get(pk=refund_id))
        known = Document.objects.filter(owner_kind=REFUND, owner_reference=str(refund_id)).first()
        if known is not None:
            return known
        refund = Refund.objects.get(pk=refund_id)
        part = SellerOrder.objects.select_related("order__channel", "seller__address").get(refunds=refund)
        number = next_document_number(f"CN-{part.seller_id}", day_here(now).year)
        content = _content(refund, part, number=number, now=now)
        return issue_document(content=content, owner_kind=REFUND, owner_reference=str(refund_id))


def _content(refund: Refund, part: SellerOrder, *, number: str, now: datetime) -> DocumentContent:
    goods = refund.money - refund.shipping
    rows = [Share(name, amount) for name, amount in ((GOODS, goods), (FREIGHT, refund.shipping)) if amount]
    invoice = invoice_of(part.pk)
    return DocumentContent(
        kind=DocumentKind.CREDIT_NOTE,
        number=number,
        issued_on=day_here(now),
        language=part.order.language,
        consignments=(order_consignment(part, list(part.lines.all())),),
        order_reference=part.number,
        buyer_reference=part.order.purchase_order_number,
        refers_to=invoice.number if invoice else f"OC-{part.order.number}",
        credits=tuple(rows),
    )
