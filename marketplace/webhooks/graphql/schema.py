"""The part of the public API that webhooks have."""

from typing import Any

from django.db.models import QuerySet

from marketplace.graphql import ID, SIGNED_IN, ConnectionField, Field, List, NonNull, ObjectType
from marketplace.webhooks.delivery import WebhookDelivery as DeliveryRow
from marketplace.webhooks.graphql.access import own_webhook, owner_for
from marketplace.webhooks.graphql.mutations import (
    WebhookCreate,
    WebhookDelete,
    WebhookReplay,
    WebhookRotateSecret,
    WebhookTest,
    WebhookUpdate,
)
from marketplace.webhooks.graphql.types import Webhook, WebhookDeliveryCountableConnection, WebhookDeliveryStatus
from marketplace.webhooks.queue import webhooks_of
from marketplace.webhooks.webhook import Webhook as WebhookRow


class WebhookQueries(ObjectType):
    """Who is told, and what came of it."""

    webhook = Field(
        Webhook, id=ID(required=True), access=SIGNED_IN, description="For the managers of its seller, or for staff."
    )
    webhooks = Field(
        NonNull(List(NonNull(Webhook))),
        seller=ID(description="Left out: the operator's own, for staff."),
        access=SIGNED_IN,
        description="For the managers of the seller.",
    )
    webhook_deliveries = ConnectionField(
        WebhookDeliveryCountableConnection,
        webhook=ID(required=True),
        status=WebhookDeliveryStatus(),
        access=SIGNED_IN,
        description="The newest first; kept for a month. For the managers of its seller, or for staff.",
    )

    @staticmethod
    def resolve_webhook(root: Any, info: Any, id: str) -> WebhookRow:
        return own_webhook(info, id)

    @staticmethod
    def resolve_webhooks(root: Any, info: Any, seller: str | None = None) -> QuerySet[WebhookRow]:
        owner = owner_for(info, seller)
        return webhooks_of(owner.pk if owner else None)

    @staticmethod
    def resolve_webhook_deliveries(root: Any, info: Any, webhook: str, status: Any = None) -> QuerySet[DeliveryRow]:
        rows = DeliveryRow.objects.filter(webhook=own_webhook(info, webhook, field="webhook"))
        if status is not None:
            rows = rows.filter(status=status.value)
        return rows.order_by("-created_at", "-id")


class WebhookMutations(ObjectType):
    """Having programs told."""

    webhook_create = WebhookCreate.Field()
    webhook_update = WebhookUpdate.Field()
    webhook_delete = WebhookDelete.Field()
    webhook_rotate_secret = WebhookRotateSecret.Field()
    webhook_test = WebhookTest.Field()
    webhook_replay = WebhookReplay.Field()
