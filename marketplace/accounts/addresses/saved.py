"""The addresses somebody keeps for next time."""

from django.db import transaction

from marketplace.accounts.addresses.address import Address, SavedAddress
from marketplace.accounts.addresses.data import AddressData
from marketplace.accounts.addresses.validate import create_address, validate_address
from marketplace.accounts.user import User

MOST_SAVED = 50


class TooManyAddresses(Exception):
    """The list is full."""

    def __init__(self) -> None:
        super().__init__(f"more than {MOST_SAVED} addresses")
        self.limit = MOST_SAVED


def save_address(*, user: User, address: AddressData, is_default: bool = False) -> Address:
    """Add an address to the user's list; the first becomes the default. Raises `InvalidAddress`, `TooManyAddresses`."""
    with transaction.atomic():
        locked = User.objects.select_for_update().get(pk=user.pk)
        count = SavedAddress.objects.filter(user=locked).count()
        if count >= MOST_SAVED:
            raise TooManyAddresses
        stored = create_address(address)
        SavedAddress.objects.create(user=locked, address=stored)
        if is_default or count == 0:
            make_default(user=user, address=stored)
    return stored


def own_address(*, user: User, address_id: int | str) -> Address | None:
    """An address of the user's list; nothing for anybody else's."""
    saved = SavedAddress.objects.filter(user=user, address_id=address_id).select_related("address").first()
    return saved.address if saved else None


def change_saved_address(*, address: Address, data: AddressData) -> Address:
    """Replace what a saved address says. Raises `InvalidAddress`."""
    for name, value in validate_address(data).as_dict().items():
        setattr(address, name, value)
    address.save()
    return address


def make_default(*, user: User, address: Address) -> None:
    """Ship to it unless told otherwise."""
    user.default_shipping_address = address
    user.save(update_fields=["default_shipping_address"])


def make_billing_default(*, user: User, address: Address) -> None:
    """Bill to it unless told otherwise; without one, bills go where the goods go."""
    user.default_billing_address = address
    user.save(update_fields=["default_billing_address"])


def delete_saved_address(*, user: User, address: Address) -> None:
    """Remove it; the oldest one left becomes the default if the default was removed."""
    with transaction.atomic():
        was_default = user.default_shipping_address_id == address.pk
        SavedAddress.objects.filter(user=user, address=address).delete()
        if was_default:
            oldest = SavedAddress.objects.filter(user=user).select_related("address").first()
            user.default_shipping_address = oldest.address if oldest else None
            user.save(update_fields=["default_shipping_address"])
        if user.default_billing_address_id == address.pk:
            user.default_billing_address = None
            user.save(update_fields=["default_billing_address"])
        address.delete()
