"""Switching features of a market, and the market itself: by whom, and what is kept."""

from typing import Any

import pytest

from marketplace.accounts.tokens import issue_tokens
from marketplace.channels.models import Channel
from marketplace.channels.set_switches import set_switches
from marketplace.channels.switches import DEFAULTS, EFFECTS, Switch, is_on
from marketplace.graphql import to_global_id
from marketplace.schema import execute
from tests.factories.accounts import make_expo_officer, make_operator, make_user
from tests.factories.channels import make_channel

pytestmark = pytest.mark.django_db
SWITCH = """mutation ($id: ID!, $features: [ChannelFeatureInput!]!) {
  channelFeatureUpdate(id: $id, features: $features) {
    channel { features { code enabled isDefault effect } }
    errors { field code }
  }
}"""
CLOSE = """mutation ($id: ID!, $isActive: Boolean!) {
  channelUpdate(id: $id, isActive: $isActive) { channel { isActive } errors { field code } }
}"""


def as_user(user: Any, document: str, **variables: Any) -> Any:
    token = issue_tokens(user).access if user else None
    return execute(document, variables, token=token)


def test_every_switch_says_what_it_does_and_is_on_by_default() -> None:
    assert set(EFFECTS) == set(DEFAULTS) == set(Switch)
    assert all(is_on(Channel(), switch) for switch in Switch)


def test_only_what_differs_is_kept_and_each_sets_what_it_names(django_assert_num_queries: Any) -> None:
    channel = make_channel("eu")
    set_switches(channel_id=channel.pk, wanted={Switch.VOUCHERS: False, Switch.MESSAGES: True})
    changed = set_switches(channel_id=channel.pk, wanted={Switch.REVIEWS: False})
    assert changed.switches == {"VOUCHERS": False, "REVIEWS": False}
    set_switches(channel_id=channel.pk, wanted={Switch.REVIEWS: True, Switch.VOUCHERS: True})
    channel.refresh_from_db()
    with django_assert_num_queries(0):
        assert is_on(channel, Switch.REVIEWS) and channel.switches == {}


def test_the_operator_alone_switches() -> None:
    channel = make_channel("eu")
    asked: dict[str, Any] = {
        "id": to_global_id("Channel", channel.pk),
        "features": [{"code": "SAMPLES", "enabled": False}],
    }
    for other in (None, make_user(), make_expo_officer()):
        assert as_user(other, SWITCH, **asked).errors
        assert as_user(other, CLOSE, id=asked["id"], isActive=False).errors
    channel.refresh_from_db()
    assert channel.switches == {} and channel.is_active
    said = as_user(make_operator(), SWITCH, **asked).data["channelFeatureUpdate"]
    shown = [feature["code"] for feature in said["channel"]["features"] if not feature["enabled"]]
    assert (shown, said["errors"]) == (["SAMPLES"], [])
    twice = {**asked, "features": asked["features"] * 2}
    assert as_user(make_operator(), SWITCH, **twice).data["channelFeatureUpdate"]["errors"][0]["code"] == "INVALID"


def test_one_market_stays_open_and_a_closed_one_is_shown_to_who_manages_it() -> None:
    channel, operator = make_channel("eu"), make_operator()
    Channel.objects.exclude(slug__in=("eu", "us")).update(is_active=False)
    closed = as_user(operator, CLOSE, id=to_global_id("Channel", channel.pk), isActive=False)
    assert closed.data["channelUpdate"] == {"channel": {"isActive": False}, "errors": []}
    last = to_global_id("Channel", Channel.objects.get(slug="us").pk)
    assert as_user(operator, CLOSE, id=last, isActive=False).data["channelUpdate"]["errors"] == [
        {"field": "isActive", "code": "LAST_OPEN_MARKET"}
    ]
    one = 'query { channel(slug: "eu") { slug } }'
    every = "query { channels(includeClosed: true) { slug } }"
    assert as_user(operator, one).data["channel"] and len(as_user(operator, every).data["channels"]) == 5
    assert as_user(None, one).data["channel"] is None and as_user(None, every).errors
