"""What a provider can tell us. Amounts are the object's own state, all that was charged or refunded so far: whatever
order the messages come in, the highest is the truth."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from i18n.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class GatewayEvent:
    event_id: str
    """The provider's own number of the message."""
    at: datetime
    """When the provider says it happened; never used to decide what came first."""
    reference: str
    """What the provider calls the object: a payment, a refund, a dispute, a transfer, an account."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentEventOf(GatewayEvent):
    payment_id: UUID | None = None
    """Ours, where the provider's object carries it; otherwise found by the payment's reference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Charged(PaymentEventOf):
    amount: Money
    """All that was charged so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorized(PaymentEventOf):
    amount: Money
    """What can be captured at this moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed(PaymentEventOf):
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refunded(PaymentEventOf):
    """``reference`` is the refund's, ``payment_reference`` that of the payment it belongs to."""

    amount: Money
    payment_reference: str = ""
    refund_id: UUID | None = None
    """Ours, where it was we who asked for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundFailed(PaymentEventOf):
    payment_reference: str = ""
    refund_id: UUID | None = None
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeOpened(PaymentEventOf):
    """``reference`` is the dispute's."""

    amount: Money
    payment_reference: str = ""
    reason: str = ""
    respond_by: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeClosed(PaymentEventOf):
    won: bool
    amount: Money
    payment_reference: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferReversed(GatewayEvent):
    """Money transferred to a seller came back; ``amount`` is all that was reversed of the transfer so far."""

    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountUpdated(GatewayEvent):
    """``reference`` is the seller's account at the provider."""

    can_receive: bool
    can_pay_out: bool
    missing: tuple[str, ...] = ()
    """What the provider still wants to know, in its own words."""
