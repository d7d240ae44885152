"""The short addresses that stand on paper: of a fair, and of a booth, which opens the card of whoever has it."""

from urllib.parse import quote

from django.conf import settings


def fair_address(slug: str) -> str:
    return f"{settings.PUBLIC_URL}/f/{quote(slug)}"


def booth_address(slug: str, code: str) -> str:
    """Stays the same when the booth goes to somebody else or is drawn anew."""
    return f"{fair_address(slug)}/{quote(code, safe='')}"
