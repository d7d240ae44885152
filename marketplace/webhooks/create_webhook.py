"""Add a webhook."""

from collections.abc import Sequence

from django.db import transaction

from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.sellers.models import Seller
from marketplace.webhooks.checked import WebhookRefused, checked_events, checked_name, checked_url
from marketplace.webhooks.secret import new_seed
from marketplace.webhooks.webhook import Webhook

MOST_WEBHOOKS = 10


def create_webhook(
    *, seller: Seller | None, name: str, target_url: str, events: Sequence[str], by: User | None
) -> Webhook:
    """A webhook of the seller's, or the operator's. Raises `WebhookRefused`."""
    with transaction.atomic():
        if Webhook.objects.filter(seller=seller).count() >= MOST_WEBHOOKS:
            message = _("You can have at most %(most)s webhooks.")
            raise WebhookRefused("seller", message, {"most": MOST_WEBHOOKS})
        return Webhook.objects.create(
            seller=seller,
            name=checked_name(name),
            target_url=checked_url(target_url),
            events=checked_events(events),
            seed=new_seed(),
            created_by=by,
        )
