"""Where an exhibitor's people find its desk, for letters."""

import base64

from django.conf import settings

from marketplace.expo.exhibitor import Exhibitor


def desk_link(exhibitor: Exhibitor, language: str, page: str = "") -> str:
    """The desk's home, or a page of it; the key in it is a name, not a secret."""
    key = base64.b64encode(f"Exhibitor:{exhibitor.pk}".encode()).decode()
    return f"{settings.PUBLIC_URL}/{language}/exhibitor-desk/{exhibitor.expo.slug}/{key}/{page}"
