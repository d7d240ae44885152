"""The tables of channels."""

from marketplace.channels.channel import Channel

__all__ = ["Channel"]
