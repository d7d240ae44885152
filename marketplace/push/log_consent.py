"""That a device may be told, in the consent log. A device that is told of nothing has no consent in force."""

from collections.abc import Iterable
from datetime import datetime

from i18n.messages import gettext_noop as _
from marketplace.accounts.consents.purpose import ConsentPlace, ConsentPurpose
from marketplace.accounts.consents.write import Agreed, end_consents, record_consents
from marketplace.push.subscription import PushSubscription

VERSION = "2026-11"
WORDING = _(
    "A short notice appears on this device when something happens, also while no page is open. It says what and where,"
    " nothing more; nothing comes after you sign out."
)
"""As the page of notices shows it. Another text gets another version."""


def log_device(device: PushSubscription, *, language: str, now: datetime) -> None:
    """After what the device is told of was chosen."""
    if not device.kinds:
        end_device(device, now=now)
        return
    agreed = Agreed(ConsentPurpose.DEVICE_NOTICES, key_of(device), VERSION, WORDING)
    user, place = device.user, ConsentPlace.NOTICES
    record_consents([agreed], email=user.email, user=user, language=language or user.language, place=place, now=now)


def end_device(device: PushSubscription, *, now: datetime) -> None:
    """The person does not want it any more."""
    end_consents([key_of(device)], place=ConsentPlace.NOTICES, now=now)


def devices_gone(devices: Iterable[PushSubscription], *, now: datetime) -> None:
    """Nobody said anything: the sign-in has ended, or the browser has another address now."""
    end_consents(map(key_of, devices), now=now)


def key_of(device: PushSubscription) -> str:
    """What a device's consent is about, in the consent log."""
    return f"PushSubscription:{device.public_id}"
