"""The payment terms of a version as the instalments of its order."""

from datetime import datetime, timedelta

from orders.lifecycle.order import Order
from orders.payments.instalment import InstalmentTerm
from orders.payments.plan import deposit_and_balance, full_payment, net_days
from orders.quotes.payment_terms import PaymentTerms, PaymentTermsKind


def instalments_of(order: Order, terms: PaymentTerms, *, now: datetime) -> list[InstalmentTerm]:
    """They add up to the order's total, to the last unit."""
    if terms.kind == PaymentTermsKind.NET:
        return net_days(order.total.gross, due_at=now + timedelta(days=terms.net_days or 0))
    if terms.kind == PaymentTermsKind.DEPOSIT and terms.deposit_percent and terms.balance_needed_for:
        return deposit_and_balance(
            order.total.gross,
            percent=terms.deposit_percent,
            deposit_due_at=order.payment_due_at,
            balance_needed_for=terms.balance_needed_for,
        )
    return full_payment(order)
