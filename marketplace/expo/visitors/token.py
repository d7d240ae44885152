"""The signed link of a visitor: who holds it acts as that visitor, without an account.

It is mailed to the visitor's address and nowhere else. It ends with the registration: somebody who withdrew or was
forgotten is nobody's visitor any more.
"""

import uuid

from django.core import signing

from marketplace.expo.visitors.visitor import Visitor

_SALT = "marketplace.expo.visitor"
_LONGEST_TOKEN = 200


class BadVisitorToken(LookupError):
    """Not a token of ours, or of somebody who withdrew or was forgotten."""


def visitor_token(visitor: Visitor) -> str:
    return signing.Signer(salt=_SALT).sign(visitor.public_id.hex)


def visitor_of_token(token: str) -> Visitor:
    """Also one who has not confirmed yet. Raises `BadVisitorToken`."""
    try:
        key = uuid.UUID(signing.Signer(salt=_SALT).unsign(token[:_LONGEST_TOKEN]))
    except (signing.BadSignature, ValueError):
        raise BadVisitorToken from None
    visitor = Visitor.objects.select_related("expo").filter(public_id=key, withdrawn_at__isnull=True).first()
    if visitor is None or visitor.forgotten_at is not None:
        raise BadVisitorToken
    return visitor
