"""Change a webhook, switch it off or on, remove it."""

from collections.abc import Sequence

from django.db import transaction

from marketplace.webhooks.checked import checked_events, checked_name, checked_url
from marketplace.webhooks.webhook import Webhook


def update_webhook(
    *,
    webhook: Webhook,
    name: str | None = None,
    target_url: str | None = None,
    events: Sequence[str] | None = None,
    is_active: bool | None = None,
) -> Webhook:
    """Change what is given. Switched on again it starts with a clean slate. Raises `WebhookRefused`."""
    with transaction.atomic():
        locked = Webhook.objects.select_for_update().get(pk=webhook.pk)
        if name is not None:
            locked.name = checked_name(name)
        if target_url is not None:
            locked.target_url = checked_url(target_url)
        if events is not None:
            locked.events = checked_events(events)
        if is_active is not None and is_active != locked.is_active:
            locked.is_active = is_active
            locked.failing_since = locked.disabled_at = None
        locked.save()
    return locked


def delete_webhook(*, webhook: Webhook) -> None:
    """Gone at once, with its log and everything that still waited."""
    Webhook.objects.filter(pk=webhook.pk).delete()
