"""Payouts: their seller is told when the money is on its way, and the operator."""

from uuid import UUID

from django.utils import timezone

from marketplace.graphql import to_global_id
from marketplace.webhook_events.snapshots import money
from marketplace.webhooks.event_type import WebhookEventType
from marketplace.webhooks.queue import Happening, listeners, queue_webhooks
from orders.events import PayoutMoved
from orders.payouts.payout.payout import Payout
from orders.payouts.payout.states import PayoutStatus


def tell_payout_sent(event: PayoutMoved) -> None:
    wanted = listeners(WebhookEventType.PAYOUT_SENT) if event.status == PayoutStatus.SENT else set()
    payout = Payout.objects.filter(pk=UUID(event.payout_id)).first() if wanted else None
    if payout is None:
        return
    ids = {"payout": to_global_id("Payout", payout.pk), "seller": to_global_id("Seller", payout.seller_id)}
    facts = {"number": payout.number, "amount": money(payout.money), "rail": payout.rail}
    told = [Happening(WebhookEventType.PAYOUT_SENT, listener, ids, facts) for listener in (None, payout.seller_id)]
    queue_webhooks(told, now=timezone.now())
