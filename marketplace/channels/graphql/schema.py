"""Channels' part of the public API."""

from typing import Any

from django.db.models import QuerySet

from marketplace.channels.channel import Channel as ChannelRow
from marketplace.channels.graphql.types.channel import Channel
from marketplace.graphql import ANYONE, Field, List, NonNull, ObjectType, String


class ChannelsQueries(ObjectType):
    """The markets that are open."""

    channels = Field(NonNull(List(NonNull(Channel))), access=ANYONE, description="The markets that are open.")
    channel = Field(
        Channel, slug=String(required=True), access=ANYONE, description="One of them; null if there is none."
    )

    @staticmethod
    def resolve_channels(root: Any, info: Any) -> QuerySet[ChannelRow]:
        return ChannelRow.objects.active()

    @staticmethod
    def resolve_channel(root: Any, info: Any, slug: str) -> ChannelRow | None:
        return ChannelRow.objects.active().filter(slug=slug[:40]).first()
