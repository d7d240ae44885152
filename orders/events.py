"""What happened in this package, in the past tense. Ids are text, as JSON has no UUIDs."""

from dataclasses import dataclass

from marketplace.events.event import Event


@dataclass(frozen=True)
class OrderPlaced(Event):
    order_id: str


@dataclass(frozen=True)
class OrderPaid(Event):
    order_id: str


@dataclass(frozen=True)
class OrderCanceled(Event):
    order_id: str


@dataclass(frozen=True)
class SellerOrderCanceled(Event):
    seller_order_id: str


@dataclass(frozen=True)
class SellerOrderShipped(Event):
    """One parcel or more of a seller's part left; a part may leave in several fulfillments."""

    seller_order_id: str
    fulfillment_id: int


@dataclass(frozen=True)
class SellerOrderDelivered(Event):
    seller_order_id: str


@dataclass(frozen=True)
class PaymentCharged(Event):
    """Money came, in whole or in part; ``key`` tells one charge of a payment from another."""

    order_id: str
    payment_id: str
    key: str


@dataclass(frozen=True)
class AuthorizationReleased(Event):
    """What was reserved on the buyer's card is not wanted any more."""

    payment_id: str


@dataclass(frozen=True)
class RefundOwed(Event):
    """Money is to go back to the buyer, for the first time or once more."""

    refund_id: str


@dataclass(frozen=True)
class RefundDone(Event):
    refund_id: str


@dataclass(frozen=True)
class RefundFailed(Event):
    refund_id: str


@dataclass(frozen=True)
class EarningChanged(Event):
    """What a seller has earned of a part rose or fell: the ledger has the figures."""

    seller_order_id: str


@dataclass(frozen=True)
class ChargebackOpened(Event):
    chargeback_id: int


@dataclass(frozen=True)
class ChargebackClosed(Event):
    chargeback_id: int


@dataclass(frozen=True)
class GatewayAccountUpdated(Event):
    """A provider's account of a seller changed."""

    gateway: str
    account: str
    can_receive: bool
    can_pay_out: bool
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class GatewayTransferReversed(Event):
    """A provider took money back that had been transferred to a seller; ``amount`` is all that was reversed so far."""

    gateway: str
    reference: str
    amount: str
    currency: str


@dataclass(frozen=True)
class QuoteRequested(Event):
    quote_id: str


@dataclass(frozen=True)
class QuoteOffered(Event):
    quote_id: str
    version: int


@dataclass(frozen=True)
class QuoteCountered(Event):
    quote_id: str
    version: int


@dataclass(frozen=True)
class QuoteAccepted(Event):
    quote_id: str
    order_id: str


@dataclass(frozen=True)
class QuoteDeclined(Event):
    quote_id: str


@dataclass(frozen=True)
class QuoteWithdrawn(Event):
    quote_id: str


@dataclass(frozen=True)
class QuoteExpired(Event):
    quote_id: str


@dataclass(frozen=True)
class MessageSent(Event):
    conversation_id: str
    message_id: str


@dataclass(frozen=True)
class SellerOrderPartlyCanceled(Event):
    """Some pieces were called off; ``event_id`` is the line of the history that says which."""

    seller_order_id: str
    event_id: int


@dataclass(frozen=True)
class OrderAddressChanged(Event):
    order_id: str


@dataclass(frozen=True)
class ReturnMoved(Event):
    """A return was asked for, or went on to ``status``."""

    return_id: str
    status: str


@dataclass(frozen=True)
class DisputeMoved(Event):
    """A dispute was opened, or went on to ``status``; ``message_id`` is what was said with it."""

    dispute_id: str
    status: str
    message_id: int


@dataclass(frozen=True)
class PayoutMoved(Event):
    """A payout was planned, or went on to ``status``."""

    payout_id: str
    status: str


@dataclass(frozen=True)
class PayoutAccountChanged(Event):
    """An owner said where a seller's money goes from now on; ``at`` tells one change from another."""

    account_id: int
    at: str


@dataclass(frozen=True)
class DisputeSaid(Event):
    """Somebody wrote a further message."""

    message_id: int


@dataclass(frozen=True)
class TaxInvoiceMoved(Event):
    """A tax invoice went on to ``status``."""

    invoice_id: str
    status: str


@dataclass(frozen=True)
class PayoutsStopped(Event):
    """A seller's payouts are held from now on."""

    hold_id: int
