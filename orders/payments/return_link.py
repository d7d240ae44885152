"""Where a provider's page sends a buyer back to: an address that opens one payment's order and nothing else."""

from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer

_SALT = "orders.payments.return_link"


class BadReturnLink(Exception):
    """Nobody here signed this."""


def return_link(payment_id: UUID) -> str:
    """Always the same for a payment, as a repeated request to a provider has to be."""
    return f"{settings.PUBLIC_URL}/payments/return/{Signer(salt=_SALT).sign(payment_id.hex)}"


def payment_of_link(token: str) -> UUID:
    """Raises ``BadReturnLink``."""
    try:
        return UUID(Signer(salt=_SALT).unsign(token))
    except (BadSignature, ValueError):
        raise BadReturnLink from None
