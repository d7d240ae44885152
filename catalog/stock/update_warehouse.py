"""Change a warehouse, close it, open it again."""

from django.db import transaction
from django.utils import timezone

from catalog.refusal import Problem, Refused
from catalog.stock.create_warehouse import checked_name
from catalog.stock.stock import Stock
from catalog.stock.warehouse import Warehouse
from i18n.messages import gettext_noop as _
from marketplace.accounts.addresses.data import AddressData
from marketplace.accounts.addresses.validate import create_address


def update_warehouse(*, warehouse: Warehouse, name: str | None = None, address: AddressData | None = None) -> Warehouse:
    """Change what is given. Raises `Refused` or `InvalidAddress`."""
    with transaction.atomic():
        if name is not None:
            warehouse.name = checked_name(name, seller_id=warehouse.seller_id, except_for=warehouse.pk)
        if address is not None:
            warehouse.address = create_address(address)
        warehouse.save(update_fields=["name", "address"])
    return warehouse


def close_warehouse(*, warehouse: Warehouse) -> Warehouse:
    """Put nothing there any more. Raises `Refused` while something lies there; closing it again changes nothing."""
    with transaction.atomic():
        closing = Warehouse.objects.select_for_update().get(pk=warehouse.pk)
        there = Stock.objects.select_for_update().filter(warehouse=closing, quantity__gt=0)
        if there.exists():
            message = _("Goods still lie in this warehouse. Carry them to another one first, or count them as 0.")
            raise Refused(Problem("id", "NOT_EMPTY", message))
        closing.closed_at = closing.closed_at or timezone.now()
        closing.save(update_fields=["closed_at"])
    return closing


def reopen_warehouse(*, warehouse: Warehouse) -> Warehouse:
    """Goods may be put there again."""
    warehouse.closed_at = None
    warehouse.save(update_fields=["closed_at"])
    return warehouse
