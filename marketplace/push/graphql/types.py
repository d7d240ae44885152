"""Notices on devices, in the API."""

import enum
from collections.abc import Sequence
from typing import Any

from marketplace.accounts.graphql.types.session import Session
from marketplace.graphql import (
    ID,
    SIGNED_IN,
    DateTime,
    Enum,
    Field,
    List,
    NonNull,
    ObjectType,
    String,
    attribute,
    batch,
    related,
)
from marketplace.push.kinds import PushKind
from marketplace.push.subscription import PushSubscription as DeviceRow

PushKindEnum = Enum.from_enum(
    enum.StrEnum("PushKind", {name: name for name in PushKind.names}),
    description=(
        "ORDER_RECEIVED, QUOTE_REQUESTED: to who works for a seller. ORDER_SHIPPED, QUOTE_OFFERED: to the buyer. "
        "MESSAGE_RECEIVED: to the other side of a conversation. MEETING_ASKED: to who works for an exhibitor."
    ),
)


class PushSubscription(ObjectType):
    """A browser that shows notices to its person, while they are signed in there. Only they read it."""

    class Meta:
        access = SIGNED_IN
        id_from = "public_id"

    id = Field(ID, required=True)
    kinds = Field(NonNull(List(NonNull(PushKindEnum))))
    created = Field(DateTime, required=True)
    last_sent = Field(DateTime, description="Null: nothing was sent yet.")
    session = Field(Session, required=True, description="The device.")

    resolve_created = attribute("created_at")
    resolve_last_sent = attribute("sent_at")
    resolve_session = related("session")

    @staticmethod
    @batch
    def resolve_kinds(devices: Sequence[DeviceRow], info: Any) -> list[list[str]]:
        return [device.kinds for device in devices]


class PushSettings(ObjectType):
    """What a browser and a person need to decide about notices."""

    class Meta:
        access = SIGNED_IN

    application_server_key = Field(
        String, description="What `pushManager.subscribe` takes, base64url (RFC 8292). Null: not offered here."
    )
    kinds = Field(NonNull(List(NonNull(PushKindEnum))), description="What there is to tell the caller.")
    devices = Field(NonNull(List(NonNull(PushSubscription))), size=10)
