"""Channels in the API."""

from typing import Any

from i18n.graphql.types.country import CountryDisplay
from i18n.graphql.types.language import LanguageDisplay
from marketplace.channels.channel import Channel as ChannelRow
from marketplace.channels.graphql.types.feature import ChannelFeature, ChannelFeatureEnum
from marketplace.channels.switches import DEFAULTS, Switch, is_on
from marketplace.graphql import ANYONE, ID, Boolean, Field, List, NonNull, ObjectType, String, batch


class Channel(ObjectType):
    """A market: a currency, its languages, and the countries it ships to."""

    class Meta:
        access = ANYONE

    id = Field(ID, required=True)
    slug = Field(String, required=True)
    name = Field(String, required=True)
    currency_code = Field(String, required=True, description="ISO 4217.")
    default_country = Field(CountryDisplay, required=True)
    countries = Field(NonNull(List(NonNull(CountryDisplay))))
    languages = Field(NonNull(List(NonNull(LanguageDisplay))))
    default_language = Field(LanguageDisplay, required=True)
    prices_include_tax = Field(Boolean, required=True)
    is_active = Field(Boolean, required=True)
    features = Field(
        NonNull(List(NonNull(ChannelFeature))), size=len(Switch), description="What it offers, all there may be."
    )

    @staticmethod
    @batch
    def resolve_countries(channels: list[ChannelRow], info: Any) -> list[list[str]]:
        return [list(channel.countries) for channel in channels]

    @staticmethod
    @batch
    def resolve_languages(channels: list[ChannelRow], info: Any) -> list[list[str]]:
        return [list(channel.languages) for channel in channels]

    features_off = Field(
        NonNull(List(NonNull(ChannelFeatureEnum))), size=2, description="Of these, what is switched off."
    )

    @staticmethod
    @batch
    def resolve_features_off(channels: list[ChannelRow], info: Any) -> list[list[Switch]]:
        return [[switch for switch in Switch if not is_on(channel, switch)] for channel in channels]

    @staticmethod
    @batch
    def resolve_features(channels: list[ChannelRow], info: Any) -> list[list[dict[str, Any]]]:
        return [[_feature(channel, switch) for switch in Switch] for channel in channels]


def _feature(channel: ChannelRow, switch: Switch) -> dict[str, Any]:
    enabled = is_on(channel, switch)
    return {"code": switch, "enabled": enabled, "is_default": enabled == DEFAULTS[switch]}
