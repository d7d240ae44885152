"""Keep secrets out of what is printed, whichever library quoted them in its error."""

import re
from urllib.parse import unquote, urlsplit

from django.conf import settings

from marketplace.environment import environment

_IN_ADDRESS = re.compile(r"(?<=://)[^\s/@]+@")
_SHORTEST = 4


def hidden(text: str) -> str:
    """The text with every secret of this installation, and every user and password of an address, as ``•••``."""
    for secret in sorted(_secrets(), key=len, reverse=True):
        text = text.replace(secret, "•••")
    return _IN_ADDRESS.sub("•••@", " ".join(text.split()))


def _secrets() -> set[str]:
    found = {settings.SECRET_KEY, *settings.SEALING_KEYS, settings.STRIPE_SECRET_KEY, *settings.STRIPE_WEBHOOK_SECRETS}
    found |= {settings.VAPID_PRIVATE_KEY, settings.DEEPL_AUTH_KEY, settings.LIBRETRANSLATE_API_KEY}
    storage = settings.OBJECT_STORAGE
    if storage is not None:
        found |= {storage.access_key, storage.secret_key}
    for address in (
        environment.database_url,
        environment.database_replica_url,
        environment.redis_url,
        environment.search_url,
        environment.mail_url,
    ):
        password = urlsplit(address or "").password
        found |= {password, unquote(password)} if password else set()
    return {secret for secret in found if secret and len(secret) >= _SHORTEST}
