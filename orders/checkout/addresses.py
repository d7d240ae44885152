"""Where the goods and the invoice go."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from i18n.messages import gettext_noop as _
from marketplace.accounts.addresses.data import AddressData
from marketplace.accounts.addresses.problems import AddressProblem, InvalidAddress
from marketplace.accounts.addresses.validate import validate_address
from marketplace.channels.models import Channel
from orders.checkout.checkout import Checkout
from orders.checkout.hold import touch
from orders.locks import lock_checkout

NOBODY = _("Say who receives it: a person, a company or both.")


class CountryNotServed(Exception):
    """The market does not deliver there."""

    def __init__(self, country: str) -> None:
        super().__init__(f"this market does not deliver to {country}")
        self.country = country


def checked_address(address: AddressData, channel: Channel) -> dict[str, str]:
    """The address as its country writes it, with somebody at it; raises ``InvalidAddress`` and ``CountryNotServed``."""
    valid = validate_address(address)
    if not valid.full_name and not valid.company_name:
        raise InvalidAddress([AddressProblem("first_name", "REQUIRED", NOBODY)])
    if not channel.ships_to(valid.country):
        raise CountryNotServed(valid.country)
    return valid.as_dict()


def set_shipping_address(*, checkout_id: UUID, address: AddressData, now: datetime) -> Checkout:
    """Deliver there. Methods chosen before are kept where they still exist for the new address."""
    with transaction.atomic():
        checkout = lock_checkout(checkout_id)
        checkout.shipping_address = checked_address(address, checkout.channel)
        checkout.save(update_fields=["shipping_address"])
        touch(checkout, now=now)
    return checkout


def set_billing_address(*, checkout_id: UUID, address: AddressData | None, now: datetime) -> Checkout:
    """Invoice there, in any country; ``None`` means the shipping address."""
    with transaction.atomic():
        checkout = lock_checkout(checkout_id)
        checkout.billing_address = validate_address(address).as_dict() if address else None
        checkout.save(update_fields=["billing_address"])
        touch(checkout, now=now)
    return checkout
