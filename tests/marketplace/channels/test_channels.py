"""The default channels, and what the public sees of them."""

import pytest

from i18n.currencies import is_currency
from i18n.languages import LANGUAGES
from marketplace.accounts.addresses.validate import is_country
from marketplace.channels.defaults import create_default_channels
from marketplace.channels.models import Channel
from tests.factories.channels import make_channel
from tests.marketplace.accounts.api import ask

pytestmark = pytest.mark.django_db


def test_defaults_are_complete_and_made_once() -> None:
    create_default_channels()
    Channel.objects.filter(slug="eu").update(name="Europa", is_active=False)
    create_default_channels()
    channels = {channel.slug: channel for channel in Channel.objects.all()}
    assert {slug: channel.currency_code for slug, channel in channels.items()} == {
        "vn": "VND", "eu": "EUR", "us": "USD", "jp": "JPY", "kr": "KRW",
    }  # fmt: skip
    assert (channels["eu"].name, channels["eu"].is_active) == ("Europa", False), "what the operator changed stays"
    assert len(set(channels["eu"].countries)) == 27
    assert [slug for slug, channel in channels.items() if not channel.prices_include_tax] == ["us"]


def test_defaults_name_only_what_exists() -> None:
    for channel in create_default_channels():
        assert is_currency(channel.currency_code)
        assert channel.ships_to(channel.default_country)
        assert all(is_country(country) for country in channel.countries)
        assert set(channel.languages) <= set(LANGUAGES)
        assert channel.default_language in channel.languages


def test_the_public_sees_open_channels_in_its_language() -> None:
    create_default_channels()
    make_channel("closed", is_active=False)
    channels = ask(
        "{ channels { slug currencyCode defaultCountry { code country } languages { code language } } }",
        language="vi",
    )["channels"]
    assert [channel["slug"] for channel in channels] == ["vn", "eu", "us", "jp", "kr"]
    assert channels[1]["defaultCountry"] == {"code": "NL", "country": "Hà Lan"}
    assert {"code": "NL", "language": "Nederlands"} in channels[1]["languages"]
    one = "query ($s: String!) { channel(slug: $s) { id countries { code } } }"
    assert len(ask(one, {"s": "eu"})["channel"]["countries"]) == 27
    for slug in ("closed", "none", "x" * 1000):
        assert ask(one, {"s": slug})["channel"] is None
