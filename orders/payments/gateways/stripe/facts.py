"""What a message means: the object it is about is fetched, and its state of this moment is the fact.

So it doesn't matter in which order messages come, how often, or what the copy within them says: all of them lead to the
same present. Objects without our payment in their metadata belong to somebody else who uses the same account.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import stripe

from orders.payments.gateway import Answer
from orders.payments.gateway_event import (
    AccountUpdated,
    Authorized,
    Charged,
    DisputeClosed,
    DisputeOpened,
    Failed,
    GatewayEvent,
    Refunded,
    RefundFailed,
    TransferReversed,
)
from orders.payments.gateways.stripe.announce import PAYMENT
from orders.payments.gateways.stripe.pay_back import KEY, refunds_of, said_of_refund
from orders.payments.gateways.stripe.standing import said_of_intent, said_of_session
from orders.payments.notices.notice import Notice
from orders.stripe_api.accounts import standing_of_account
from orders.stripe_api.amounts import from_stripe
from orders.stripe_api.client import ask
from orders.stripe_api.errors import StripeRefused
from orders.stripe_api.metadata import noted

GONE = "resource_missing"


def facts_of(notice: Notice) -> Sequence[GatewayEvent]:
    """Raises ``StripeUnavailable``; nothing for messages and objects that don't concern us."""
    read = next((reader for start, reader in _READERS if notice.type.startswith(start)), None)
    if read is None or not notice.reference:
        return ()
    try:
        return read(notice)
    except StripeRefused as refused:
        if refused.code == GONE:
            return ()
        raise


def _of_session(notice: Notice) -> Sequence[GatewayEvent]:
    expand = ["payment_intent"]
    session = ask(lambda client: client.v1.checkout.sessions.retrieve(notice.reference, {"expand": expand}))
    payment = _payment_in(session.metadata)
    outcome = said_of_session(session)
    if payment and outcome.answer == Answer.REFUSED:
        failed = Failed(
            event_id=notice.event_id, at=notice.at, reference=session.id, payment_id=payment, code=outcome.code
        )
        return (failed,)
    intent = session.payment_intent
    return _states(notice, intent) if isinstance(intent, stripe.PaymentIntent) else ()


def _of_intent(notice: Notice) -> Sequence[GatewayEvent]:
    return _states(notice, ask(lambda client: client.v1.payment_intents.retrieve(notice.reference)))


def _of_charge(notice: Notice) -> Sequence[GatewayEvent]:
    charge = ask(lambda client: client.v1.charges.retrieve(notice.reference, {"expand": ["payment_intent"]}))
    return _refunds(notice, charge.payment_intent)


def _of_refund(notice: Notice) -> Sequence[GatewayEvent]:
    refund = ask(lambda client: client.v1.refunds.retrieve(notice.reference, {"expand": ["payment_intent"]}))
    return _refunds(notice, refund.payment_intent)


def _states(notice: Notice, intent: stripe.PaymentIntent) -> Sequence[GatewayEvent]:
    """A declined attempt is no fact: the buyer may try again until the page or the intent is closed."""
    payment = _payment_in(intent.metadata)
    if payment is None:
        return ()
    outcome = said_of_intent(intent)
    about: dict[str, Any] = {
        "event_id": notice.event_id,
        "at": notice.at,
        "reference": intent.id,
        "payment_id": payment,
    }
    if outcome.answer == Answer.DONE and outcome.amount:
        return (Charged(**about, amount=outcome.amount),)
    if outcome.answer == Answer.AUTHORIZED and outcome.amount:
        return (Authorized(**about, amount=outcome.amount),)
    if outcome.answer == Answer.REFUSED:
        return (Failed(**about, code=outcome.code),)
    return ()


def _refunds(notice: Notice, intent: object) -> Sequence[GatewayEvent]:
    """The charge, as its message may come later, and all refunds of it, also those made in Stripe's dashboard."""
    if not isinstance(intent, stripe.PaymentIntent) or _payment_in(intent.metadata) is None:
        return ()
    found = [_refund(notice, intent, refund) for refund in _last_attempts(refunds_of(intent.id))]
    return [*_states(notice, intent), *(event for event in found if event is not None)]


def _last_attempts(refunds: Sequence[stripe.Refund]) -> list[stripe.Refund]:
    """A refund of ours that failed may have been asked for again under ``key:2``: the last attempt is what counts."""
    last: dict[str, tuple[int, stripe.Refund]] = {}
    for refund in refunds:
        ours, _, attempt = noted(refund.metadata, KEY).partition(":")
        number = int(attempt) if attempt.isdigit() else 1
        name = ours or refund.id
        if name not in last or last[name][0] < number:
            last[name] = (number, refund)
    return [refund for _number, refund in last.values()]


def _refund(notice: Notice, intent: stripe.PaymentIntent, refund: stripe.Refund) -> GatewayEvent | None:
    about: dict[str, Any] = {
        "event_id": f"{notice.event_id}:{refund.id}",
        "at": notice.at,
        "reference": refund.id,
        "payment_id": _payment_in(intent.metadata),
        "payment_reference": intent.id,
        "refund_id": _uuid(noted(refund.metadata, KEY).partition(":")[0]),
    }
    outcome = said_of_refund(refund)
    if outcome.answer == Answer.DONE:
        return Refunded(**about, amount=from_stripe(refund.amount, refund.currency))
    return RefundFailed(**about, code=outcome.code) if outcome.answer == Answer.REFUSED else None


def _of_dispute(notice: Notice) -> Sequence[GatewayEvent]:
    """The charge, as its message may come later, and its dispute. Inquiries (``warning_…``) take no money back."""
    dispute = ask(lambda client: client.v1.disputes.retrieve(notice.reference, {"expand": ["payment_intent"]}))
    intent = dispute.payment_intent
    if not isinstance(intent, stripe.PaymentIntent) or dispute.status.startswith("warning_"):
        return ()
    payment = _payment_in(intent.metadata)
    if payment is None:
        return ()
    about: dict[str, Any] = {
        "at": notice.at,
        "reference": dispute.id,
        "payment_id": payment,
        "payment_reference": intent.id,
        "amount": from_stripe(dispute.amount, dispute.currency),
        "reason": dispute.reason.upper(),
    }
    due = noted(dispute, "evidence_details", "due_by")
    respond_by = datetime.fromtimestamp(int(due), UTC) if due else None
    opened = DisputeOpened(event_id=f"{notice.event_id}:opened", respond_by=respond_by, **about)
    if dispute.status in ("won", "lost"):
        won = dispute.status == "won"
        closed = DisputeClosed(event_id=f"{notice.event_id}:closed", won=won, **about)
        return *_states(notice, intent), opened, closed
    return *_states(notice, intent), opened


def _of_transfer(notice: Notice) -> Sequence[GatewayEvent]:
    transfer = ask(lambda client: client.v1.transfers.retrieve(notice.reference))
    amount = from_stripe(transfer.amount_reversed, transfer.currency)
    if not amount:
        return ()
    return (TransferReversed(event_id=notice.event_id, at=notice.at, reference=transfer.id, amount=amount),)


def _of_account(notice: Notice) -> Sequence[GatewayEvent]:
    found = standing_of_account(notice.reference)
    return (
        AccountUpdated(
            event_id=notice.event_id,
            at=notice.at,
            reference=notice.reference,
            can_receive=found.can_receive,
            can_pay_out=found.can_pay_out,
            missing=found.missing,
        ),
    )


def _payment_in(metadata: Any) -> UUID | None:
    return _uuid(noted(metadata, PAYMENT))


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


_READERS: Sequence[tuple[str, Callable[[Notice], Sequence[GatewayEvent]]]] = (
    ("checkout.session.", _of_session),
    ("payment_intent.", _of_intent),
    ("charge.dispute.", _of_dispute),
    ("charge.refund", _of_charge),
    ("refund.", _of_refund),
    ("transfer.", _of_transfer),
    ("account.", _of_account),
)
