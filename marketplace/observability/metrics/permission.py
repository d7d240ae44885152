"""Who may read the metrics: whoever has the installation's token. Figures of business are nobody else's."""

from hmac import compare_digest

from django.conf import settings


def may_read(authorization: str) -> bool:
    """``authorization`` is the header. Without a token in the environment nobody may."""
    token = settings.METRICS_TOKEN
    scheme, _, given = authorization.partition(" ")
    if not token or scheme.lower() != "bearer":
        return False
    return compare_digest(given.strip().encode(), token.encode())
