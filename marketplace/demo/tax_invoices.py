"""Tax invoices in each state: taken, handed in, refused, and the rest as drafts."""

from django.utils import timezone

from marketplace.demo.sellers import SettledSeller
from orders.invoicing.clear import note_clearance
from orders.invoicing.draft import COMPLETE, draft_tax_invoice
from orders.invoicing.hand_over import record_answer, send_tax_invoice
from orders.invoicing.issue import issue_tax_invoice
from orders.invoicing.tax_invoice import TaxInvoice
from orders.lifecycle.by import SYSTEM, By, Role
from orders.lifecycle.seller_order import SellerOrder

TAKEN, HANDED_IN, REFUSED = "TAKEN", "HANDED_IN", "REFUSED"
STATES = (TAKEN, TAKEN, REFUSED, HANDED_IN)
"""What became of a maker's oldest invoices; the others wait to be issued."""
OF = ("moc-an", "son-mai-tuong-an")


def write_tax_invoices(sellers: dict[str, SettledSeller]) -> int:
    """What the reaction to a shipment drafts, and what its owner did with it; returns how many there are."""
    now = timezone.now()
    for key in OF:
        settled, by = sellers[key], By(Role.SELLER, sellers[key].owner)
        parts = SellerOrder.objects.filter(seller=settled.seller, status__in=COMPLETE).order_by("order__number")
        drafts = [draft_tax_invoice(seller_order_id=part.pk, by=SYSTEM, now=now) for part in parts]
        for draft, state in zip(drafts, STATES, strict=False):
            _go_on(draft, state, by)
    return TaxInvoice.objects.count()


def _go_on(draft: TaxInvoice, state: str, by: By) -> None:
    now = timezone.now()
    if draft.is_export and draft.due_on is None:
        note_clearance(invoice_id=draft.pk, day=timezone.localdate(now), by=by, now=now)
    issued = issue_tax_invoice(invoice_id=draft.pk, by=by, now=now)
    send_tax_invoice(invoice_id=issued.pk, by=by, now=now)
    if state == HANDED_IN:
        return
    accepted = state == TAKEN
    record_answer(
        invoice_id=issued.pk,
        accepted=accepted,
        authority_code=f"VD-{issued.position:06d}" if accepted else "",
        reason="" if accepted else "Mã số thuế của người mua không đúng định dạng",
        by=by,
        now=now,
    )
