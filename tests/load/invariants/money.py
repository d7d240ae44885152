"""Money: the ledger balances, every order's books agree, and the provider's own record is ours."""

from collections import defaultdict
from decimal import Decimal

from django.db.models import Sum

from orders.models import Order, Payment, Refund
from orders.payments.payment import PaymentStatus
from orders.payments.refund import RefundStatus
from orders.payouts.ledger.account import AccountKind, LedgerAccount
from orders.payouts.ledger.balance import balance
from orders.payouts.ledger.transaction import LedgerEntry, LedgerTransaction, TransactionKind
from orders.stripe_api.amounts import from_stripe
from tests.peers.stripe.peer import StripePeer


def ledger_balances() -> list[str]:
    """Every transaction adds up to nothing, and so does the whole."""
    sums = LedgerEntry.objects.values("transaction").annotate(sum=Sum("amount")).exclude(sum=0)
    return [f"ledger transaction {row['transaction']} is off by {row['sum']}" for row in sums.order_by()]


def payments_agree() -> list[str]:
    """What a payment says was charged and paid back is what the ledger says of it, and what its refunds add up to."""
    wrong = []
    booked = _booked()
    for payment in Payment.objects.select_related("order"):
        held = payment.charged_amount - payment.refunded_amount
        if booked[payment.pk] != held:
            wrong.append(f"payment {payment.pk}: {held} lie with the provider, the ledger says {booked[payment.pk]}")
        done = Refund.objects.filter(payment=payment).exclude(status=RefundStatus.FAILED).aggregate(sum=Sum("amount"))
        if (done["sum"] or Decimal(0)) != payment.refunded_amount:
            wrong.append(f"payment {payment.pk}: {payment.refunded_amount} paid back, refunds say {done['sum']}")
    return wrong


def _booked() -> defaultdict[object, Decimal]:
    """What the provider holds of each payment, by the ledger."""
    found: defaultdict[object, Decimal] = defaultdict(Decimal)
    entries = LedgerEntry.objects.filter(account__kind=AccountKind.PROVIDER_FUNDS, transaction__payment__isnull=False)
    for row in entries.order_by().values("transaction__payment").annotate(sum=Sum("amount")):
        found[row["transaction__payment"]] += row["sum"]
    return found


def orders_are_paid_once() -> list[str]:
    """A live order that was paid is paid exactly its total; a cancelled one holds nothing of the buyer's."""
    wrong = []
    for order in Order.objects.exclude(status="UNPAID"):
        sums = order.payments.aggregate(charged=Sum("charged_amount"), back=Sum("refunded_amount"))
        held = (sums["charged"] or Decimal(0)) - (sums["back"] or Decimal(0))
        owed = Decimal(0) if order.status == "CANCELED" else order.total_amount
        if held != owed:
            wrong.append(f"order {order.number} ({order.status}): {held} held, {owed} due")
    return wrong


def refunds_are_done() -> list[str]:
    open_ = Refund.objects.exclude(status=RefundStatus.DONE)
    return [f"refund {refund.pk} of {refund.amount} is {refund.status}" for refund in open_]


def no_payment_hangs() -> list[str]:
    """Whoever had a card charged is not left with an open payment; a transfer may still be under way."""
    hanging = Payment.objects.filter(status=PaymentStatus.PENDING).exclude(gateway="bank_transfer")
    paid = [payment for payment in hanging if payment.order.status != "UNPAID"]
    return [f"payment {payment.pk} of order {payment.order.number} hangs" for payment in paid]


def provider_agrees(stripe: StripePeer) -> list[str]:
    """Intent by intent and in sum: charged there is charged here, paid back there is paid back here, none twice."""
    wrong, theirs = [], defaultdict(Decimal)
    refunded = _by_intent(stripe)
    for intent in stripe.world.all("payment_intent", status="succeeded"):
        id, amount = str(intent["metadata"].get("payment")), from_stripe(intent["amount"], intent["currency"]).amount
        theirs[id] += amount - refunded[intent["id"]]
    stripes = Payment.objects.filter(gateway="stripe")
    ours = {str(row.pk): row.charged_amount - row.refunded_amount for row in stripes}
    for id in sorted(theirs.keys() | ours.keys()):
        if theirs[id] != ours.get(id, Decimal(0)):
            wrong.append(f"Stripe holds {theirs[id]} of payment {id}, here it is {ours.get(id)}")
    lying = _lying(stripe)
    for account in LedgerAccount.objects.filter(kind=AccountKind.PROVIDER_FUNDS, gateway="stripe"):
        if balance(account).amount != lying[account.currency]:
            wrong.append(f"Stripe holds {lying[account.currency]}, the ledger says {balance(account)}")
    return wrong


def _lying(stripe: StripePeer) -> defaultdict[str, Decimal]:
    """What Stripe says it holds by currency, and the fees that it has kept and the ledger has not heard of: an hourly
    job writes them."""
    found: defaultdict[str, Decimal] = defaultdict(Decimal)
    written = set(LedgerTransaction.objects.filter(kind=TransactionKind.FEE).values_list("key", flat=True))
    for row in stripe.world.all("balance_transaction"):
        kept = row["net"] if f"fee:stripe:{row['id']}" in written else row["net"] + row["fee"]
        money = from_stripe(kept, row["currency"])
        found[money.currency] += money.amount
    return found


def _by_intent(stripe: StripePeer) -> defaultdict[str, Decimal]:
    found: defaultdict[str, Decimal] = defaultdict(Decimal)
    for refund in stripe.world.all("refund"):
        if refund["status"] == "succeeded":
            found[refund["payment_intent"]] += from_stripe(refund["amount"], refund["currency"]).amount
    return found


def charges_are_posted_once() -> list[str]:
    """No two ledger transactions of one payment with the same kind and amount at the same total."""
    keys = LedgerTransaction.objects.order_by().values_list("key", flat=True)
    return [] if len(keys) == len(set(keys)) else ["a ledger key is there twice"]
