"""Whose basket it is, where its letters go, and what the buyer wants to say."""

from datetime import datetime
from uuid import UUID

from django.core.validators import validate_email
from django.db import transaction

from marketplace.accounts.models import User
from orders.checkout.checkout import Checkout
from orders.checkout.hold import touch
from orders.locks import lock_checkout


def set_email(*, checkout_id: UUID, email: str, now: datetime) -> Checkout:
    """Raises Django's ``ValidationError`` for what is no address."""
    return _change(checkout_id, now, email=checked_email(email))


def checked_email(email: str) -> str:
    """Without blanks around it; raises Django's ``ValidationError`` for what is no address."""
    validate_email(email.strip())
    return email.strip()


def set_note(*, checkout_id: UUID, note: str, purchase_order_number: str, now: datetime) -> Checkout:
    """A word to the sellers, and the number the buyer's own books know the order by."""
    return _change(checkout_id, now, note=note.strip(), purchase_order_number=purchase_order_number.strip())


def attach_customer(*, checkout_id: UUID, user: User, now: datetime) -> Checkout:
    """The basket belongs to the account from now on: nobody else opens it, even with its id."""
    with transaction.atomic():
        checkout = lock_checkout(checkout_id)
        checkout.user = user
        checkout.email = checkout.email or user.email
        checkout.save(update_fields=["user", "email"])
        touch(checkout, now=now)
    return checkout


def detach_customer(*, checkout_id: UUID, now: datetime) -> Checkout:
    """It belongs to no account any more: whoever has its id opens it again."""
    with transaction.atomic():
        checkout = lock_checkout(checkout_id)
        checkout.user = None
        checkout.save(update_fields=["user"])
        touch(checkout, now=now)
    return checkout


def _change(checkout_id: UUID, now: datetime, **texts: str) -> Checkout:
    with transaction.atomic():
        checkout = lock_checkout(checkout_id)
        for name, text in texts.items():
            setattr(checkout, name, text)
        checkout.save(update_fields=list(texts))
        touch(checkout, now=now)
    return checkout
