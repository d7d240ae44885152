"""Devices that were told of something before there was a consent log. The words on the page were not kept with it."""

from collections.abc import Iterator, Sequence

from django.db.models import QuerySet

from marketplace.accounts.consents.carry_over import Earlier, Source, register_source
from marketplace.accounts.consents.purpose import ConsentPurpose
from marketplace.accounts.consents.write import Agreed
from marketplace.push.log_consent import key_of
from marketplace.push.subscription import PushSubscription


def register() -> None:
    """Tell accounts that there is something here."""
    register_source(Source(_devices, _of_devices))


def _devices() -> QuerySet[PushSubscription]:
    return PushSubscription.objects.alive().exclude(kinds=[]).select_related("user")


def _of_devices(devices: Sequence[PushSubscription]) -> Iterator[Earlier]:
    """Given when the browser's own question was answered, which made the row."""
    for device in devices:
        agreed = Agreed(ConsentPurpose.DEVICE_NOTICES, key_of(device), "", "")
        yield Earlier(agreed, device.created_at, device.user.email, device.user)
