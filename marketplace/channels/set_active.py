"""Open a market to buyers, or close it."""

from django.db import transaction

from marketplace.channels.channel import Channel


class LastOpenMarket(Exception):
    """With this one closed there would be nowhere to sell; nothing was done."""

    def __init__(self, channel: Channel) -> None:
        super().__init__(f"{channel.slug} is the only open market")
        self.channel = channel


def set_active(*, channel_id: int, is_active: bool) -> Channel:
    """Orders under way go on in a market that is closed. Raises `LastOpenMarket`: one always stays open."""
    with transaction.atomic():
        channels = {row.pk: row for row in Channel.objects.select_for_update().order_by("pk")}
        channel = channels[channel_id]
        others = [row for row in channels.values() if row.is_active and row.pk != channel_id]
        if not is_active and not others:
            raise LastOpenMarket(channel)
        if channel.is_active != is_active:
            channel.is_active = is_active
            channel.save(update_fields=["is_active"])
    return channel
