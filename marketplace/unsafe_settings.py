"""What the public installation never starts with, whoever wrote the settings it runs under."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from marketplace.environment import environment

REFUSED = {
    "DEBUG": "shows strangers the code and its secrets",
    "TEST_PAYMENTS": "lets everybody order without paying",
    "WEBHOOKS_MAY_LOOP_BACK": "lets sellers call this machine's own ports",
}


def refuse_unsafe() -> None:
    """Raises `ImproperlyConfigured` in production."""
    if not environment.is_production:
        return
    for name, why in REFUSED.items():
        if getattr(settings, name, False):
            raise ImproperlyConfigured(f"{name} must be off in production: it {why}.")
