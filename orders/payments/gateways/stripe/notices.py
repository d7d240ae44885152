"""Stripe's messages: who sent them, and which there are. What they say is not believed but looked up (``facts``)."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

import stripe
from django.conf import settings

from orders.payments.gateway import BadWebhook
from orders.payments.notices.notice import Notice
from orders.stripe_api.client import ask
from orders.stripe_api.metadata import noted

TOLERANCE = 300
"""Seconds that a signature may be old, as Stripe recommends: older ones could be replayed by whoever caught one."""
TYPES = (
    "payment_intent.succeeded",
    "payment_intent.amount_capturable_updated",
    "payment_intent.payment_failed",
    "payment_intent.processing",
    "payment_intent.canceled",
    "checkout.session.completed",
    "checkout.session.async_payment_succeeded",
    "checkout.session.async_payment_failed",
    "checkout.session.expired",
    "charge.refunded",
    "refund.created",
    "refund.updated",
    "refund.failed",
    "charge.dispute.created",
    "charge.dispute.closed",
    "charge.dispute.funds_withdrawn",
    "charge.dispute.funds_reinstated",
    "transfer.reversed",
    "account.updated",
)
"""What the endpoint has to be subscribed to (Stripe allows twenty in a list)."""


def read_notice(headers: Mapping[str, str], body: bytes) -> Notice:
    """Raises ``BadWebhook`` unless one of our secrets signed these very bytes not long ago."""
    signature = headers.get("stripe-signature", "")
    for secret in settings.STRIPE_WEBHOOK_SECRETS:
        try:
            event = stripe.Webhook.construct_event(body, signature, secret, tolerance=TOLERANCE)
        except stripe.SignatureVerificationError:
            continue
        except (AttributeError, TypeError, ValueError) as error:
            raise BadWebhook("not an event") from error
        return _notice(event)
    raise BadWebhook("no secret of ours signed it, or too long ago")


def notices_since(moment: datetime) -> Iterator[Notice]:
    """Every message of our types since then that Stripe remembers (30 days), the newest first."""
    wanted: Any = {"created": {"gte": int(moment.timestamp())}, "types": list(TYPES), "limit": 100}
    yield from ask(lambda client: [_notice(event) for event in client.v1.events.list(wanted).auto_paging_iter()])


def _notice(event: Any) -> Notice:
    try:
        about = event["data"]["object"]
        return Notice(
            event_id=str(event["id"]),
            type=str(event["type"]),
            reference=noted(about, "id"),
            at=datetime.fromtimestamp(int(event["created"]), UTC),
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise BadWebhook("not an event") from error
