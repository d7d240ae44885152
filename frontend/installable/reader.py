"""``reader_of``: a name for who is signed in, by which a device tells one person's kept pages from another's."""

import base64
import binascii
import json

from django.utils.crypto import salted_hmac

from frontend.visit import Visit


def reader_of(visit: Visit) -> str:
    """The same for one person always, of no use for anything else; empty when nobody is signed in."""
    person = _subject(visit.access_token or "")
    return salted_hmac("frontend.reader", person).hexdigest()[:20] if person else ""


def _subject(token: str) -> str:
    """Whom a token names. The API verifies it: here it only separates what is kept."""
    try:
        payload = token.split(".")[1]
        claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
        return str(claims["sub"])
    except (IndexError, KeyError, TypeError, ValueError, binascii.Error):
        return ""
