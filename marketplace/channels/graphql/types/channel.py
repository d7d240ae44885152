"""Channels in the API."""

from typing import Any

from i18n.graphql.types.country import CountryDisplay
from i18n.graphql.types.language import LanguageDisplay
from marketplace.channels.channel import Channel as ChannelRow
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

    @staticmethod
    @batch
    def resolve_countries(channels: list[ChannelRow], info: Any) -> list[list[str]]:
        return [list(channel.countries) for channel in channels]

    @staticmethod
    @batch
    def resolve_languages(channels: list[ChannelRow], info: Any) -> list[list[str]]:
        return [list(channel.languages) for channel in channels]
