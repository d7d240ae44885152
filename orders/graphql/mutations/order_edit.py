"""``orderLineCancel``, ``orderUpdate``, ``sellerOrderPartlyCancel`` and ``sellerOrderEdit``."""

from collections.abc import Sequence
from typing import Any

from i18n.graphql.bounded import bounded, needed
from i18n.messages import gettext_noop as _
from marketplace.accounts.graphql.types.address import AddressInput, to_address_data
from marketplace.graphql import (
    ANYONE,
    ID,
    SIGNED_IN,
    Field,
    InputError,
    InputObjectType,
    Int,
    List,
    Mutation,
    NonNull,
    String,
    integer_key,
)
from marketplace.sellers.member import MemberRole
from orders.graphql.access import open_order, order_for, role_in, seller_order_for, user_of
from orders.graphql.refusals import CALL_OFF, EDIT, EDIT_CODES, STATE_CODES
from orders.graphql.types.order import Order
from orders.graphql.types.seller_order import SellerOrder
from orders.lifecycle.by import By
from orders.lifecycle.cancel_pieces import cancel_pieces
from orders.lifecycle.edit import Edit, edit_order, write_seller_note
from orders.lifecycle.order_line import OrderLine as LineRow

MOST_LINES = 200


class OrderLinePiecesInput(InputObjectType):
    """So many pieces of a line."""

    order_line_id = ID(required=True)
    quantity = Int(required=True)


class OrderLineCancel(Mutation):
    """Call off some pieces of a line, or all, as the buyer or staff, before the seller packs. They are paid back."""

    class Arguments:
        id = ID(required=True, description="The line.")
        quantity = Int(required=True)
        token = String(description="For who is not signed in.")
        reason = String()

    class Meta:
        access = ANYONE
        error_codes = STATE_CODES
        known_errors = CALL_OFF
        cost = 10

    order = Field(Order)

    @classmethod
    def perform(
        cls, info: Any, *, id: str, quantity: int, token: str | None = None, reason: str | None = None
    ) -> dict[str, Any]:
        line = LineRow.objects.select_related("seller_order__order__channel").filter(pk=_line_key(id, "id")).first()
        role = role_in(info, line.seller_order.order, token) if line else None
        if line is None or role is None:
            raise InputError(_("There is no such line."), field="id", code="NOT_FOUND")
        text = bounded(reason or "", "reason", 1000)
        by = By(role, user_of(info))
        part = cancel_pieces(seller_order_id=line.seller_order_id, quantities={line.pk: quantity}, by=by, reason=text)
        return {"order": open_order(info, part.order)}


class SellerOrderPartlyCancel(Mutation):
    """Call off pieces that have not left, as owner or manager of the seller or as staff; the buyer reads the reason."""

    class Arguments:
        id = ID(required=True)
        lines = List(NonNull(OrderLinePiecesInput), required=True)
        reason = String(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = (*STATE_CODES, "TOO_MANY")
        known_errors = CALL_OFF
        cost = 10

    seller_order = Field(SellerOrder)

    @classmethod
    def perform(cls, info: Any, *, id: str, lines: list[Any], reason: str) -> dict[str, Any]:
        part, by = seller_order_for(info, id, MemberRole.MANAGER)
        text = needed(reason, "reason", 1000)
        part = cancel_pieces(seller_order_id=part.pk, quantities=pieces_by_line(lines), by=by, reason=text)
        return {"seller_order": part}


class OrderUpdateInput(InputObjectType):
    """What is left out stays as it is."""

    shipping_address = AddressInput(description="The goods must still travel as agreed, for no more.")
    billing_address = AddressInput()
    note = String()
    purchase_order_number = String()


class OrderUpdate(Mutation):
    """Change where an order goes and what is written on it, as its buyer or staff, before any seller packs."""

    class Arguments:
        id = ID(required=True)
        token = String(description="For who is not signed in.")
        input = OrderUpdateInput(required=True)

    class Meta:
        access = ANYONE
        error_codes = EDIT_CODES
        known_errors = EDIT
        cost = 10

    order = Field(Order)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any, token: str | None = None) -> dict[str, Any]:
        order, by = order_for(info, id, token)
        shipping, billing = input.get("shipping_address"), input.get("billing_address")
        note, number = input.get("note"), input.get("purchase_order_number")
        edit = Edit(
            shipping_address=to_address_data(shipping) if shipping else None,
            billing_address=to_address_data(billing) if billing else None,
            note=None if note is None else bounded(note, "note", 2000),
            purchase_order_number=None if number is None else bounded(number, "purchase_order_number", 60),
        )
        return {"order": open_order(info, edit_order(order_id=order.pk, edit=edit, by=by))}


class SellerOrderEditInput(InputObjectType):
    """What is left out stays as it is."""

    note = String(description="The seller's word to the buyer.")
    lines = List(NonNull(OrderLinePiecesInput), description="How many there shall be of a line: fewer than ordered.")
    reason = String(description="Wanted where there are to be fewer; the buyer reads it.")


class SellerOrderEdit(Mutation):
    """Write the buyer a note, or lower what is to be sent, as owner or manager of the seller or as staff."""

    class Arguments:
        id = ID(required=True)
        input = SellerOrderEditInput(required=True)

    class Meta:
        access = SIGNED_IN
        error_codes = (*STATE_CODES, "TOO_MANY")
        known_errors = CALL_OFF
        cost = 10

    seller_order = Field(SellerOrder)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any) -> dict[str, Any]:
        part, by = seller_order_for(info, id, MemberRole.MANAGER)
        if input.get("lines"):
            wanted = pieces_by_line(input["lines"])
            reason = needed(input.get("reason") or "", "reason", 1000)
            less = {
                line.pk: line.quantity - line.quantity_canceled - wanted[line.pk]
                for line in part.lines.filter(pk__in=wanted)
            }
            unknown = {pk: 0 for pk in wanted if pk not in less}
            part = cancel_pieces(seller_order_id=part.pk, quantities={**less, **unknown}, by=by, reason=reason)
        if input.get("note") is not None:
            part = write_seller_note(seller_order_id=part.pk, note=bounded(input["note"], "note", 1000), by=by)
        return {"seller_order": part}


def pieces_by_line(lines: Sequence[Any]) -> dict[int, int]:
    """Pieces by line id; raises UNIQUE for a line that is named twice."""
    if len(lines) > MOST_LINES:
        raise InputError(_("At most %(limit)s."), field="lines", code="TOO_MANY", params={"limit": MOST_LINES})
    keys = [_line_key(line["order_line_id"], "lines") for line in lines]
    if len(set(keys)) != len(keys):
        raise InputError(_("A line is named twice."), field="lines", code="UNIQUE")
    return {key: line["quantity"] for key, line in zip(keys, lines, strict=True)}


def _line_key(global_id: str, field: str) -> int:
    return integer_key(global_id, "OrderLine", field=field)
