"""Add a warehouse."""

from django.db import transaction

from catalog.products.fields import one_line
from catalog.refusal import Problem, Refused
from catalog.stock.warehouse import Warehouse
from i18n.messages import gettext_noop as _
from marketplace.accounts.addresses.data import AddressData
from marketplace.accounts.addresses.validate import create_address
from marketplace.sellers.models import Seller

MOST_WAREHOUSES = 50


def create_warehouse(*, seller: Seller, name: str, address: AddressData | None = None) -> Warehouse:
    """A warehouse of the seller's with a name of its own. Raises `Refused` or `InvalidAddress`."""
    with transaction.atomic():
        own = Warehouse.objects.filter(seller=seller)
        name = checked_name(name, seller_id=seller.pk)
        if own.count() >= MOST_WAREHOUSES:
            message = _("You can have at most %(most)s warehouses.")
            raise Refused(Problem("seller", "INVALID", message, {"most": MOST_WAREHOUSES}))
        place = create_address(address) if address is not None else None
        return Warehouse.objects.create(seller=seller, name=name, address=place)


def checked_name(name: str, *, seller_id: int, except_for: int | None = None) -> str:
    """The name as it is stored; raises `Refused` for none, for too long a one, and for another warehouse's."""
    name = one_line(name)
    if not name:
        raise Refused(Problem("name", "REQUIRED", _("A warehouse needs a name.")))
    if len(name) > 120:
        raise Refused(
            Problem("name", "INVALID", _("This text is too long: at most %(longest)s characters."), {"longest": 120})
        )
    if Warehouse.objects.filter(seller_id=seller_id, name=name).exclude(pk=except_for or 0).exists():
        raise Refused(Problem("name", "UNIQUE", _("You have a warehouse of this name already.")))
    return name
