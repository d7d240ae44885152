"""Change an order that nobody has begun to pack: where it goes, what is written on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from i18n.money import Money, sum_money
from i18n.today import day_here
from logistics.zones.delivery_rates import delivery_rates
from logistics.zones.offer import SellersGoods
from marketplace.accounts.addresses.data import AddressData
from marketplace.accounts.addresses.validate import validate_address
from marketplace.events.publish import publish
from orders.checkout.addresses import checked_address
from orders.events import OrderAddressChanged
from orders.fulfillment.pack import lock_seller_order
from orders.lifecycle.by import By
from orders.lifecycle.cancel import living_parts
from orders.lifecycle.consignment import order_consignment
from orders.lifecycle.order import Order
from orders.lifecycle.order_event import OrderEventType, record
from orders.lifecycle.seller_order import SellerOrder
from orders.lifecycle.states import BEFORE_PACKING, IllegalMove
from orders.locks import lock_order


class DeliveryWouldChange(Exception):
    """The goods of a seller do not travel to that address in the way that was chosen, or cost more there."""

    def __init__(self, number: str) -> None:
        super().__init__(f"{number} is not delivered there as agreed")
        self.number = number


@dataclass(frozen=True, slots=True)
class Edit:
    """What is left out stays as it is."""

    shipping_address: AddressData | None = None
    billing_address: AddressData | None = None
    note: str | None = None
    purchase_order_number: str | None = None


def edit_order(*, order_id: UUID, edit: Edit, by: By) -> Order:
    """Raises ``IllegalMove`` once a seller packs, ``InvalidAddress``, ``CountryNotServed``, ``DeliveryWouldChange``."""
    with transaction.atomic():
        order = lock_order(order_id)
        parts = living_parts(order)
        _require_untouched(order, parts)
        if edit.shipping_address is not None:
            _deliver_elsewhere(order, parts, edit.shipping_address, by)
        if edit.billing_address is not None:
            order.billing_address = validate_address(edit.billing_address).as_dict()
            order.save(update_fields=["billing_address"])
        _rewrite(order, edit, by)
    return order


def write_seller_note(*, seller_order_id: UUID, note: str, by: By) -> SellerOrder:
    """The seller's word to the buyer, at any time."""
    with transaction.atomic():
        part = lock_seller_order(seller_order_id)
        if part.note != note:
            part.note = note
            part.save(update_fields=["note"])
            record(OrderEventType.SELLER_NOTE, order=part.order, seller_order=part, by=by, reason=note)
    return part


def _require_untouched(order: Order, parts: Sequence[SellerOrder]) -> None:
    begun = next((part for part in parts if part.status not in BEFORE_PACKING), None)
    if begun is not None or not parts:
        raise IllegalMove(order.number, order.status, order.status)


def _deliver_elsewhere(order: Order, parts: Sequence[SellerOrder], address: AddressData, by: By) -> None:
    """Every part still travels as it was chosen, and for no more than was agreed."""
    order.shipping_address = checked_address(address, order.channel)
    for part in parts:
        part.order = order
        if not _travels_as_agreed(part):
            raise DeliveryWouldChange(part.number)
    order.save(update_fields=["shipping_address"])
    record(OrderEventType.ADDRESS_CHANGED, order=order, by=by)
    publish(OrderAddressChanged(order_id=str(order.pk)))


def _travels_as_agreed(part: SellerOrder) -> bool:
    lines = [line for line in part.lines.select_related("variant").order_by("id") if line.quantity_open]
    left = {line.pk: line.quantity_open for line in lines}
    agreed = Money(part.shipping_amount + part.shipping_discount_amount, part.currency)
    goods = SellersGoods(
        consignment=order_consignment(part, lines, quantities=left, with_freight=False),
        product_ids=frozenset(line.variant.product_id for line in lines if line.variant),
        worth=sum_money(
            (Money(line.total_amount + line.discount_amount, part.currency) for line in lines), part.currency
        ),
    )
    offered = delivery_rates(
        {part.seller_id: goods},
        channel=part.order.channel,
        on=day_here(timezone.now()),
        language=part.order.language,
    )[part.seller_id].rates
    return any(rate.method_id == part.delivery_method_id and rate.price <= agreed for rate in offered)


def _rewrite(order: Order, edit: Edit, by: By) -> None:
    before = (order.note, order.purchase_order_number)
    order.note = order.note if edit.note is None else edit.note
    number = edit.purchase_order_number
    order.purchase_order_number = order.purchase_order_number if number is None else number
    if (order.note, order.purchase_order_number) != before:
        order.save(update_fields=["note", "purchase_order_number"])
        record(OrderEventType.NOTE_CHANGED, order=order, by=by)
