"""What a market offers, in the API."""

from typing import Any

from graphene import Enum

from i18n.messages import gettext
from marketplace.channels.switches import EFFECTS, Switch
from marketplace.graphql import ANYONE, Boolean, Field, ObjectType, String, batch, permission

MANAGERS = permission("channels.manage")
ChannelFeatureEnum = Enum.from_enum(
    Switch, name="ChannelFeatureEnum", description="What a market may offer beside selling."
)


class ChannelFeature(ObjectType):
    """Something a market offers, or not."""

    class Meta:
        access = ANYONE

    code = Field(ChannelFeatureEnum, required=True)
    enabled = Field(Boolean, required=True)
    effect = Field(String, required=True, description="What is there when it is on, and what changes when it is off.")
    is_default = Field(Boolean, required=True, description="Whether nobody has decided otherwise for this market.")

    @staticmethod
    @batch
    def resolve_effect(rows: list[dict[str, Any]], info: Any) -> list[str]:
        effects = [EFFECTS[row["code"]] for row in rows]
        return [gettext(info.context.language, effect) for effect in effects]
