"""Messages to other people's programs that still have to be brought."""

from collections.abc import Iterator

from marketplace.gauges.reading import Reading
from marketplace.webhooks.delivery import DeliveryStatus, WebhookDelivery


def read() -> Iterator[Reading]:
    waiting = WebhookDelivery.objects.filter(status=DeliveryStatus.PENDING).order_by()
    yield Reading("webhooks_waiting", "Deliveries to webhooks that are still to be made.", waiting.count())
