"""Notices on people's devices."""

from collections.abc import Iterator

from django.conf import settings

from marketplace.doctor.finding import Finding, good, noted


def check() -> Iterator[Finding]:
    if settings.VAPID_PRIVATE_KEY:
        yield good("notices to devices are signed")
    else:
        yield noted("no notices to devices", "Set VAPID_PRIVATE_KEY: the 32 bytes of a P-256 key in base64url.")
