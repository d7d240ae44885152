"""``channelUpdate`` and ``channelFeatureUpdate``."""

from typing import Any

from i18n.messages import gettext_noop as _
from marketplace.channels.channel import Channel as ChannelRow
from marketplace.channels.graphql.types.channel import Channel
from marketplace.channels.graphql.types.feature import MANAGERS, ChannelFeatureEnum
from marketplace.channels.set_active import LastOpenMarket, set_active
from marketplace.channels.set_switches import set_switches
from marketplace.channels.switches import Switch
from marketplace.graphql import (
    ID,
    Boolean,
    Field,
    InputError,
    InputObjectType,
    List,
    Mutation,
    NonNull,
    integer_key,
)

_MOST = 50


class ChannelFeatureInput(InputObjectType):
    """One feature, and whether the market is to offer it."""

    code = ChannelFeatureEnum(required=True)
    enabled = Boolean(required=True)


class ChannelFeatureUpdate(Mutation):
    """Switch features of a market on and off, all of those named or none. It holds from the next request on."""

    class Arguments:
        id = ID(required=True, description="Of the channel.")
        features = List(NonNull(ChannelFeatureInput), required=True)

    class Meta:
        access = MANAGERS
        error_codes = ("TOO_MANY",)

    channel = Field(Channel)

    @classmethod
    def perform(cls, info: Any, *, id: str, features: list[Any]) -> dict[str, Any]:
        if len(features) > _MOST:
            raise InputError(_("At most %(limit)s."), field="features", code="TOO_MANY", params={"limit": _MOST})
        wanted = {Switch(each["code"]): each["enabled"] for each in features}
        if len(wanted) != len(features):
            raise InputError(_("Each feature is named once."), field="features")
        return {"channel": set_switches(channel_id=_key(id), wanted=wanted)}


class ChannelUpdate(Mutation):
    """Open a market to buyers or close it. Orders under way go on in a closed one."""

    class Arguments:
        id = ID(required=True)
        is_active = Boolean(required=True)

    class Meta:
        access = MANAGERS
        error_codes = ("LAST_OPEN_MARKET",)
        known_errors = {
            LastOpenMarket: lambda _r: InputError(
                _("One market has to stay open."), field="is_active", code="LAST_OPEN_MARKET"
            )
        }

    channel = Field(Channel)

    @classmethod
    def perform(cls, info: Any, *, id: str, is_active: bool) -> dict[str, Any]:
        return {"channel": set_active(channel_id=_key(id), is_active=is_active)}


def _key(global_id: str) -> int:
    key = integer_key(global_id, "Channel")
    if not ChannelRow.objects.filter(pk=key).exists():
        raise InputError(_("There is no such market."), field="id", code="NOT_FOUND")
    return key
