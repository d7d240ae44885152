"""Channels' part of the public API."""

from collections.abc import Iterable
from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.channels.channel import Channel as ChannelRow
from marketplace.channels.graphql.mutations.channel_update import ChannelFeatureUpdate, ChannelUpdate
from marketplace.channels.graphql.open_channel import open_channel
from marketplace.channels.graphql.types.channel import Channel
from marketplace.graphql import ANYONE, Boolean, Field, List, NonNull, ObjectType, PermissionDenied, String
from marketplace.written_once import WrittenOnce

_OPEN = WrittenOnce(ChannelRow.objects.active)


class ChannelsQueries(ObjectType):
    """The markets that are open."""

    channels = Field(
        NonNull(List(NonNull(Channel))),
        include_closed=Boolean(default_value=False, description="For who manages markets: those that are closed too."),
        access=ANYONE,
        description="The markets that are open.",
    )
    channel = Field(
        Channel,
        slug=String(required=True),
        access=ANYONE,
        description="One of them; null if there is none. Who manages markets is shown closed ones too.",
    )

    @staticmethod
    def resolve_channels(root: Any, info: Any, include_closed: bool | None = False) -> Iterable[ChannelRow]:
        if not include_closed:
            return _OPEN()
        if not _manages(info):
            raise PermissionDenied(_("You are not allowed to read or do this."))
        return ChannelRow.objects.all()

    @staticmethod
    def resolve_channel(root: Any, info: Any, slug: str) -> ChannelRow | None:
        if _manages(info):
            return ChannelRow.objects.filter(slug=slug[:40]).first()
        return open_channel(info, slug)


class ChannelsMutations(ObjectType):
    """What is changed about markets."""

    channel_update = ChannelUpdate.Field()
    channel_feature_update = ChannelFeatureUpdate.Field()


def _manages(info: Any) -> bool:
    return bool(info.context.actor.has_permission("channels.manage"))
