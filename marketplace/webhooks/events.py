"""What happens to webhooks themselves."""

from dataclasses import dataclass

from marketplace.events.event import Event


@dataclass(frozen=True)
class WebhookDisabled(Event):
    """It has failed for three days and is called no more."""

    webhook_id: int
