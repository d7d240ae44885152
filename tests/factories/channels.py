"""Channels for tests."""

from typing import Any

from marketplace.channels.defaults import create_default_channels
from marketplace.channels.models import Channel


def make_channel(slug: str = "eu", **overrides: Any) -> Channel:
    """One of the default channels, or with a slug of one's own a copy of the European one."""
    defaults = {channel.slug: channel for channel in create_default_channels()}
    channel = defaults.get(slug)
    if channel is None:
        channel = defaults["eu"]
        channel.pk, channel.slug, channel._state.adding = None, slug, True
    for name, value in overrides.items():
        setattr(channel, name, value)
    channel.save()
    return channel
