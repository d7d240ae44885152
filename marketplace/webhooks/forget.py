"""The log does not grow for ever."""

from datetime import datetime, timedelta

from marketplace.webhooks.delivery import DeliveryStatus, WebhookDelivery

KEPT = timedelta(days=30)


def forget_deliveries(*, now: datetime) -> int:
    """Delete what was finished a month ago, with its attempts; returns how many deliveries. Run periodically.

    What waited at a webhook that somebody switched off is given up after its three days.
    """
    late = WebhookDelivery.objects.filter(status=DeliveryStatus.PENDING, give_up_at__lt=now, webhook__is_active=False)
    late.update(status=DeliveryStatus.FAILED, finished_at=now)
    old = WebhookDelivery.objects.filter(finished_at__lt=now - KEPT)
    return old.delete()[1].get("marketplace.WebhookDelivery", 0)
