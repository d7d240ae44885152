"""The proforma invoice of an order: what a company's bookkeeping pays against."""

from collections.abc import Iterable, Sequence

from i18n.messages import gettext_noop as _
from i18n.money import Money, sum_money
from i18n.today import day_here
from logistics.customs.documents.content import BankDetails, DocumentContent, Share
from logistics.customs.documents.document import Document, DocumentKind
from logistics.customs.documents.issue import issue_first_document
from orders.lifecycle.consignment import order_consignment
from orders.lifecycle.order import Order
from orders.lifecycle.order_line import OrderLine
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


def issue_proforma(
    order: Order, *, lines: Sequence[OrderLine], instalments: Sequence[Instalment], payment: Payment | None
) -> Document:
    """Fix what the proforma says, in the transaction that places the order with just these lines and instalments.

    There is no payment where none is needed yet.
    """
    parts = {line.seller_order_id: line.seller_order for line in lines}
    instructions = instructions_for(payment, order_number=order.number) if payment else None
    content = DocumentContent(
        kind=DocumentKind.PROFORMA,
        number=f"PF-{order.number}",
        issued_on=order.created_at.date(),
        language=order.language,
        consignments=tuple(
            order_consignment(part, [line for line in lines if line.seller_order_id == key])
            for key, part in parts.items()
        ),
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
        shares=_shares(instalments),
        discount=_discount(lines, order.currency),
        tax_included=order.total.tax if order.tax_amount else None,
    )
    return issue_first_document(content=content, owner_kind=OWNER_KIND, owner_reference=str(order.pk))


def shares_of(order: Order) -> tuple[Share, ...]:
    """Nothing where everything is paid at once, as the total says it."""
    return _shares(Instalment.objects.filter(order=order).order_by("position"))


def _shares(instalments: Iterable[Instalment]) -> tuple[Share, ...]:
    return tuple(
        Share(
            SHARES[InstalmentKind(row.kind), NeededFor(row.needed_for)],
            row.money,
            day_here(row.due_at) if row.due_at else None,
        )
        for row in instalments
        if row.kind != InstalmentKind.FULL
    )


def discount_of(order: Order) -> Money | None:
    return _discount(OrderLine.objects.filter(seller_order__order=order), order.currency)


def _discount(lines: Iterable[OrderLine], currency: str) -> Money | None:
    return sum_money((line.discount for line in lines), currency) or None


def proformas_of(order_ids: list[str]) -> dict[str, Document]:
    """The proforma of many orders in one query, by order id."""
    found = Document.objects.filter(owner_kind=OWNER_KIND, owner_reference__in=order_ids, kind=DocumentKind.PROFORMA)
    return {document.owner_reference: document for document in found}
