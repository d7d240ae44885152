"""Switch features of a market on and off."""

from collections.abc import Mapping

from django.db import transaction

from marketplace.channels.channel import Channel
from marketplace.channels.switches import DEFAULTS, Switch, is_on


def set_switches(*, channel_id: int, wanted: Mapping[Switch, bool]) -> Channel:
    """The market as it is afterwards. Of two at once each sets what it names and nothing else."""
    with transaction.atomic():
        channel = Channel.objects.select_for_update().get(pk=channel_id)
        stand = {switch: wanted.get(switch, is_on(channel, switch)) for switch in Switch}
        channel.switches = {switch.value: on for switch, on in stand.items() if on != DEFAULTS[switch]}
        channel.save(update_fields=["switches"])
    return channel
