"""The demo with its static files as in production: under names with their fingerprint, compressed, kept for good."""

from marketplace.settings import base
from marketplace.settings.development import *  # noqa: F403

STORAGES = base.STORAGES
WHITENOISE_USE_FINDERS = False
