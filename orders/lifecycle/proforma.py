"""The proforma invoice of an order: what a company's bookkeeping pays against."""

from i18n.messages import gettext_noop as _
from i18n.money import Money, sum_money
from i18n.today import day_here
from logistics.customs.documents.content import BankDetails, DocumentContent, Share
from logistics.customs.documents.document import Document, DocumentKind
from logistics.customs.documents.issue import issue_document
from orders.lifecycle.consignment import order_consignment
from orders.lifecycle.order import Order
from orders.lifecycle.order_line import OrderLine
from orders.lifecycle.seller_order import SellerOrder
from orders.payments.instalment import Instalment, InstalmentKind, NeededFor
from orders.payments.payment import Payment
from orders.payments.request import instructions_for

OWNER_KIND = "orders.Order"
SHARES = {
    (InstalmentKind.DEPOSIT, NeededFor.CONFIRM): _("Deposit, in advance"),
    (InstalmentKind.BALANCE, NeededFor.SHIP): _("Balance, before shipping"),
    (InstalmentKind.BALANCE, NeededFor.DOCUMENTS): _("Balance, against the shipping documents"),
    (InstalmentKind.NET, NeededFor.NOTHING): _("Everything, by"),
}


def issue_proforma(order: Order, *, payment: Payment | None) -> Document:
    """Fix what the proforma says, once, when the order is placed. There is no payment where none is needed yet."""
    parts = SellerOrder.objects.filter(order=order).select_related("order", "seller__address").order_by("position")
    instructions = instructions_for(payment, order_number=order.number) if payment else None
    content = DocumentContent(
        kind=DocumentKind.PROFORMA,
        number=f"PF-{order.number}",
        issued_on=order.created_at.date(),
        language=order.language,
        consignments=tuple(order_consignment(part, list(part.lines.all())) for part in parts.prefetch_related("lines")),
        order_reference=order.number,
        buyer_reference=order.purchase_order_number,
        payment_reference=instructions.reference if instructions else "",
        payment_due_on=payment.due_at.date() if payment else None,
        bank=BankDetails(
            bank_name=instructions.bank_name,
            account_holder=instructions.account_holder,
            account_number=instructions.account_number,
            bic=instructions.bic,
            qr_text=instructions.qr_text,
        )
        if instructions
        else None,
        shares=shares_of(order),
        discount=discount_of(order),
        tax_included=order.total.tax if order.tax_amount else None,
    )
    return issue_document(content=content, owner_kind=OWNER_KIND, owner_reference=str(order.pk))


def shares_of(order: Order) -> tuple[Share, ...]:
    """Nothing where everything is paid at once, as the total says it."""
    rows = Instalment.objects.filter(order=order).exclude(kind=InstalmentKind.FULL).order_by("position")
    return tuple(
        Share(
            SHARES[InstalmentKind(row.kind), NeededFor(row.needed_for)],
            row.money,
            day_here(row.due_at) if row.due_at else None,
        )
        for row in rows
    )


def discount_of(order: Order) -> Money | None:
    lines = OrderLine.objects.filter(seller_order__order=order)
    return sum_money((line.discount for line in lines), order.currency) or None


def proformas_of(order_ids: list[str]) -> dict[str, Document]:
    """The proforma of many orders in one query, by order id."""
    found = Document.objects.filter(owner_kind=OWNER_KIND, owner_reference__in=order_ids, kind=DocumentKind.PROFORMA)
    return {document.owner_reference: document for document in found}
