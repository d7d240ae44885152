"""Webhooks and what came of their calls."""

import enum
from collections.abc import Sequence
from typing import Any

from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Boolean,
    DateTime,
    Enum,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    attribute,
    batch,
    connection_type,
    related,
    related_list,
)
from marketplace.sellers.graphql.types.seller import Seller
from marketplace.webhooks.delivery import DeliveryStatus, Failure, WebhookAttempt
from marketplace.webhooks.event_type import WebhookEventType
from marketplace.webhooks.graphql.access import MANAGERS
from marketplace.webhooks.webhook import Webhook as WebhookRow

WebhookEventTypeEnum = Enum.from_enum(
    enum.StrEnum("WebhookEventType", {name: name for name in WebhookEventType.names}),
    description="What a webhook can be told of. PING is only ever sent by hand.",
)
WebhookDeliveryStatus = Enum.from_enum(
    enum.StrEnum("WebhookDeliveryStatus", {name: name for name in DeliveryStatus.names}),
    description="FAILED: given up, after three days or because the webhook was switched off.",
)
WebhookFailure = Enum.from_enum(
    enum.StrEnum("WebhookFailure", {name: name for name in Failure.names}),
    description=(
        "STATUS: an answer that is none of success, redirects included, for they are not followed. "
        "ADDRESS_REFUSED: the name leads to an address that is not one of the public internet."
    ),
)


class Webhook(ObjectType):
    """An address that is told of some events."""

    class Meta:
        access = MANAGERS

    id = Field(ID, required=True)
    name = Field(String, required=True)
    target_url = Field(String, required=True)
    events = Field(NonNull(List(NonNull(WebhookEventTypeEnum))))
    is_active = Field(Boolean, required=True)
    seller = Field(Seller, description="Null: the operator's.")
    created_at = Field(DateTime, required=True)
    failing_since = Field(DateTime, description="When the first of the calls failed that have failed ever since.")
    disabled_at = Field(DateTime, description="When it was switched off because it had failed for three days.")
    previous_secret_until = Field(DateTime, description="Until then the secret before the present one signs too.")

    resolve_seller = related("seller")
    resolve_previous_secret_until = attribute("previous_until")

    @staticmethod
    @batch
    def resolve_events(webhooks: Sequence[WebhookRow], info: Any) -> list[list[str]]:
        return [webhook.events for webhook in webhooks]


class WebhookAttemptType(ObjectType):
    """One call. Whoever may read the delivery may read its calls."""

    class Meta:
        access = SIGNED_IN
        name = "WebhookDeliveryAttempt"

    id = Field(ID, required=True)
    created_at = Field(DateTime, required=True)
    duration = Field(Int, required=True, description="Milliseconds.")
    response_status_code = Field(Int, description="Null when there was no answer.")
    failure = Field(WebhookFailure, description="Null after a success.")
    response = Field(String, required=True, description="The first characters of the answer.")

    resolve_created_at = attribute("at")
    resolve_duration = attribute("duration_ms")
    resolve_response_status_code = attribute("status_code")
    resolve_response = attribute("answer")

    @staticmethod
    @batch
    def resolve_failure(attempts: Sequence[WebhookAttempt], info: Any) -> list[str | None]:
        return [attempt.failure or None for attempt in attempts]


class WebhookDelivery(ObjectType):
    """One event on its way to one webhook. Whoever may read the list may read its entries."""

    class Meta:
        access = SIGNED_IN

    id = Field(ID, required=True)
    event_type = Field(WebhookEventTypeEnum, required=True)
    event_id = Field(String, required=True, description="The same for everybody who is told, and when repeated.")
    status = Field(WebhookDeliveryStatus, required=True)
    payload = Field(String, required=True, description="The body that is sent.")
    created_at = Field(DateTime, required=True)
    next_attempt_at = Field(DateTime, description="Null when nothing more is to come.")
    attempts = Field(NonNull(List(NonNull(WebhookAttemptType))), size=25)
    webhook = Field(Webhook, required=True)

    resolve_attempts = related_list(lambda info, **args: WebhookAttempt.objects.order_by("pk"), by="delivery_id")
    resolve_webhook = related("webhook")

    @staticmethod
    @batch
    def resolve_next_attempt_at(deliveries: Sequence[Any], info: Any) -> list[Any]:
        return [row.next_attempt_at if row.status == DeliveryStatus.PENDING else None for row in deliveries]


WebhookDeliveryCountableConnection = connection_type(WebhookDelivery)
