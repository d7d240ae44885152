"""What the state of a tax invoice allows its seller. The verbs say the last word."""

from orders.invoicing.discovery import installed_providers
from orders.invoicing.states import INVOICE_MOVES, InvoiceStatus
from orders.invoicing.tax_invoice import InvoiceKind, TaxInvoice


def actions_of(invoice: TaxInvoice) -> list[str]:
    """CLEAR, ISSUE, SEND, ANSWER, REPLACE, ADJUST, in the order they come in."""
    moves = INVOICE_MOVES[InvoiceStatus(invoice.status)]
    corrects = invoice.kind == InvoiceKind.ADJUSTMENT
    is_draft, is_waiting = invoice.status == InvoiceStatus.DRAFT, invoice.next_try_at is not None
    provider = installed_providers().get(invoice.provider)
    allowed = {
        "CLEAR": is_draft and invoice.is_export and not corrects,
        "ISSUE": is_draft,
        "SEND": InvoiceStatus.SENT in moves and not is_waiting,
        "ANSWER": invoice.status == InvoiceStatus.SENT and provider is not None and provider.by_hand,
        "REPLACE": InvoiceStatus.REPLACED in moves and not corrects and not is_waiting,
        "ADJUST": InvoiceStatus.ADJUSTED in moves and not corrects,
    }
    return [name for name, is_allowed in allowed.items() if is_allowed]
