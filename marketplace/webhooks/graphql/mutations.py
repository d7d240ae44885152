"""Making, changing and trying webhooks. For managers of the seller; of the operator's, for staff."""

from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.accounts.models import User
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    Boolean,
    Field,
    InputError,
    InputObjectType,
    List,
    Mutation,
    NonNull,
    String,
)
from marketplace.webhooks.checked import WebhookRefused
from marketplace.webhooks.create_webhook import create_webhook
from marketplace.webhooks.graphql.access import own_delivery, own_webhook, owner_for
from marketplace.webhooks.graphql.types import Webhook, WebhookDelivery, WebhookEventTypeEnum
from marketplace.webhooks.replay import WebhookIsOff, ping, replay
from marketplace.webhooks.secret import rotate_secret, secret_of
from marketplace.webhooks.update_webhook import delete_webhook, update_webhook

REFUSED: Any = {
    WebhookRefused: lambda refusal: InputError(refusal.message, field=refusal.field, params=refusal.params),
}
OFF: Any = {
    WebhookIsOff: lambda _refusal: InputError(
        _("This webhook is switched off. Switch it on first."), field="id", code="WEBHOOK_OFF"
    ),
}


class WebhookCreateInput(InputObjectType):
    """A new webhook."""

    seller = ID(description="Left out: the operator's own, for staff.")
    name = String(required=True)
    target_url = String(required=True, description="A public address that begins with https://.")
    events = NonNull(List(NonNull(WebhookEventTypeEnum)))


class WebhookUpdateInput(InputObjectType):
    """What is left out stays as it is."""

    name = String()
    target_url = String()
    events = List(NonNull(WebhookEventTypeEnum))
    is_active = Boolean()


class WebhookCreate(Mutation):
    """Have a program told of events. The secret that signs the calls is shown now and at no other time."""

    class Arguments:
        input = WebhookCreateInput(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        known_errors = REFUSED

    webhook = Field(Webhook)
    secret = String()

    @classmethod
    def perform(cls, info: Any, *, input: Any) -> dict[str, Any]:
        actor = info.context.actor
        webhook = create_webhook(
            seller=owner_for(info, input.get("seller")),
            name=input["name"],
            target_url=input["target_url"],
            events=[event.value for event in input["events"]],
            by=actor if isinstance(actor, User) else None,
        )
        return {"webhook": webhook, "secret": secret_of(webhook)}


class WebhookUpdate(Mutation):
    """Change a webhook, or switch it off or on."""

    class Arguments:
        id = ID(required=True)
        input = WebhookUpdateInput(required=True)

    class Meta:
        access = SIGNED_IN
        known_errors = REFUSED

    webhook = Field(Webhook)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        events = input.get("events")
        webhook = update_webhook(
            webhook=own_webhook(info, id),
            name=input.get("name"),
            target_url=input.get("target_url"),
            events=None if events is None else [event.value for event in events],
            is_active=input.get("is_active"),
        )
        return {"webhook": webhook}


class WebhookDelete(Mutation):
    """Remove a webhook with its log."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        delete_webhook(webhook=own_webhook(info, id))
        return {}


class WebhookRotateSecret(Mutation):
    """Make a new secret, shown now and at no other time. The old one signs too for another 24 hours."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN

    webhook = Field(Webhook)
    secret = String()

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        webhook = rotate_secret(webhook=own_webhook(info, id), now=info.context.now)
        return {"webhook": webhook, "secret": secret_of(webhook)}


class WebhookTest(Mutation):
    """Send a PING."""

    class Arguments:
        id = ID(required=True)

    class Meta:
        access = SIGNED_IN
        creates = True
        error_codes = ("WEBHOOK_OFF",)
        known_errors = OFF

    delivery = Field(WebhookDelivery)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        return {"delivery": ping(webhook=own_webhook(info, id), now=info.context.now)}


class WebhookReplay(Mutation):
    """Send what was sent before once more: the same event with the same id and body."""

    class Arguments:
        id = ID(required=True, description="Of the delivery.")

    class Meta:
        access = SIGNED_IN
        creates = True
        error_codes = ("WEBHOOK_OFF",)
        known_errors = OFF

    delivery = Field(WebhookDelivery)

    @classmethod
    def perform(cls, info: Any, *, id: str) -> dict[str, Any]:
        return {"delivery": replay(delivery=own_delivery(info, id), now=info.context.now)}
