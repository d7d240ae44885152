"""Which channel a product or variant is read in: bound to the row by whoever found it, handed down to what hangs on it.

Other packages that answer variants (a basket, for example) call `put_in_channel` first; without a channel there are no
prices.
"""

from collections.abc import Iterable
from typing import Any, TypeVar

from marketplace.channels.graphql.open_channel import open_channel
from marketplace.channels.models import Channel

Rows = TypeVar("Rows", bound=Iterable[Any])


def put_in_channel(rows: Rows, channel: Channel | None) -> Rows:
    """Bind the channel to each row; returns the rows."""
    for row in rows:
        if row is not None:
            row.api_channel = channel
    return rows


def channel_of(row: Any) -> Channel | None:
    """The channel the row was found in."""
    channel: Channel | None = getattr(row, "api_channel", None)
    return channel


def channel_named(info: Any, slug: str | None) -> Channel | None:
    """The open channel of a slug, read once per request."""
    return None if slug is None else open_channel(info, slug)
