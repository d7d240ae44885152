"""The installation under load: as in development, with the services that the environment names."""

from marketplace.settings.development import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
WEBHOOKS_MAY_LOOP_BACK = True
