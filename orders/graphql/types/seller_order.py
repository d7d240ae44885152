"""A seller's part of an order in the API."""

from typing import Any

from i18n.graphql.types.money import Money, TaxedMoney
from i18n.messages import gettext
from logistics.customs.documents.document import Document
from marketplace.accounts.addresses.data import AddressData
from marketplace.accounts.graphql.types.address import Address
from marketplace.graphql import (
    ID,
    Boolean,
    DateTime,
    Enum,
    Field,
    Int,
    List,
    NonNull,
    ObjectType,
    String,
    attribute,
    batch,
    related,
    related_list,
)
from marketplace.graphql.engine.protocol import BATCH
from marketplace.sellers.graphql.types.seller import Seller
from orders.address_snapshot import address_of
from orders.disputes.dispute import Dispute as DisputeRow
from orders.documents.papers import papers_of_parts
from orders.fulfillment.fulfillment import Fulfillment as FulfillmentRow
from orders.graphql.access import EARNINGS_OF_PART, PART_OF_ORDER, is_buyer, seller_roles
from orders.graphql.buyer_actions import buyer_actions
from orders.graphql.types.commission import SellerOrderCommission
from orders.graphql.types.fulfillment import Fulfillment
from orders.graphql.types.order_document import OrderDocument
from orders.graphql.types.order_event import OrderEvent
from orders.graphql.types.order_line import OrderLine
from orders.graphql.types.refund import Refund
from orders.graphql.wording import SELLER_ORDER_STATUS
from orders.lifecycle import states
from orders.lifecycle.order_event import OrderEvent as OrderEventRow
from orders.lifecycle.order_line import OrderLine as OrderLineRow
from orders.lifecycle.seller_order import SellerOrder as SellerOrderRow
from orders.payments.paid import unpaid_before_shipping
from orders.payments.refund import Refund as RefundRow
from orders.payouts.earning import Earning
from orders.returns.return_request import ReturnRequest as ReturnRow
from orders.screening.held_parts import held_parts
from orders.stored_money import stored

SellerOrderStatus = Enum.from_enum(
    states.SellerOrderStatus, name="SellerOrderStatus", description="How far a seller's part of an order is."
)
ACTIONS = {
    states.SellerOrderStatus.AWAITING_PAYMENT: ["CANCEL"],
    states.SellerOrderStatus.CONFIRMED: ["PACK", "CANCEL"],
    states.SellerOrderStatus.PACKING: ["SHIP", "CANCEL"],
}


class SellerOrder(ObjectType):
    """One seller's part of an order."""

    class Meta:
        access = PART_OF_ORDER

    id = Field(ID, required=True)
    number = Field(String, required=True, description="The order's number and the part's: BDM-2026-000123-1.")
    order = Field(
        lambda: _order_type(), required=True, description="The whole; a seller sees of it only what concerns them."
    )
    seller = Field(Seller, required=True)
    status = Field(SellerOrderStatus, required=True)
    status_display = Field(String, required=True, description="The status in the language of the request.")
    created = Field(DateTime, required=True)
    lines = Field(List(NonNull(OrderLine)), required=True, size=10)
    subtotal = Field(TaxedMoney, required=True)
    shipping_price = Field(TaxedMoney, required=True)
    total = Field(TaxedMoney, required=True)
    delivery_method_name = Field(String, required=True, description="In the language of the request.")
    minimum_delivery_days = Field(Int)
    maximum_delivery_days = Field(Int)
    fulfillments = Field(List(NonNull(Fulfillment)), required=True, size=2)
    buyer_name = Field(String, required=True)
    shipping_address = Field(
        Address,
        description="With the telephone number, which carriers ask for; the e-mail address is not the seller's to know."
        " Null once the buyer's data are erased.",
    )
    events = Field(List(NonNull(OrderEvent)), required=True, size=6)
    refunds = Field(List(NonNull(Refund)), required=True, size=2)
    documents = Field(
        List(NonNull(OrderDocument)), required=True, size=2, description="The seller's invoice and credit notes."
    )
    returns = Field(List(NonNull(lambda: _return_type())), required=True, size=1, description="Newest first.")
    disputes = Field(List(NonNull(lambda: _dispute_type())), required=True, size=1, description="Newest first.")
    note = Field(String, required=True, description="The seller's word to the buyer.")
    remaining = Field(Money, required=True, description="What the part costs after what was called off.")
    shipping_discount = Field(Money, required=True, description="The voucher's share of the delivery.")
    buyer_actions = Field(
        List(NonNull(String)),
        required=True,
        description="What the buyer may do with it: CANCEL_LINES, RETURN, DISPUTE. Empty for everybody else.",
    )
    may_ship = Field(Boolean, required=True, description="Everything that has to be paid before shipping is paid.")
    is_held = Field(
        Boolean, required=True, description="Nothing may leave until the marketplace has checked a name in the order."
    )
    commission = Field(
        SellerOrderCommission, access=EARNINGS_OF_PART, description="Null until something was earned: goods have left."
    )
    available_actions = Field(
        List(NonNull(String)), required=True, description="What the caller may do for the seller: PACK, SHIP, CANCEL."
    )

    resolve_order = related("order")
    resolve_seller = related("seller")
    resolve_created = attribute("created_at")
    resolve_minimum_delivery_days = attribute("minimum_days")
    resolve_maximum_delivery_days = attribute("maximum_days")
    resolve_lines = related_list(lambda _info: OrderLineRow.objects.order_by("id"), by="seller_order_id")
    resolve_fulfillments = related_list(lambda _info: FulfillmentRow.objects.order_by("position"), by="seller_order_id")
    resolve_events = related_list(
        lambda _info: OrderEventRow.objects.select_related("order", "seller_order").order_by("at", "id"),
        by="seller_order_id",
    )

    resolve_returns = related_list(
        lambda _info: ReturnRow.objects.select_related("seller_order").order_by("-created_at", "id"),
        by="seller_order_id",
    )
    resolve_disputes = related_list(
        lambda _info: DisputeRow.objects.select_related("seller_order").order_by("-opened_at", "id"),
        by="seller_order_id",
    )

    @staticmethod
    @batch
    def resolve_is_held(rows: list[SellerOrderRow], info: Any) -> list[bool]:
        held = held_parts([row.pk for row in rows])
        return [row.pk in held for row in rows]

    @staticmethod
    @batch
    def resolve_documents(rows: list[SellerOrderRow], info: Any) -> list[list[Document]]:
        papers = papers_of_parts(rows)
        return [papers[row.pk] for row in rows]

    resolve_refunds = related_list(lambda _info: RefundRow.objects.order_by("created_at", "id"), by="seller_order_id")

    @staticmethod
    @batch
    def resolve_may_ship(parts: list[SellerOrderRow], info: Any) -> list[bool]:
        unpaid = unpaid_before_shipping([part.order_id for part in parts])
        return [part.order_id not in unpaid for part in parts]

    @staticmethod
    @batch
    def resolve_commission(parts: list[SellerOrderRow], info: Any) -> list[Earning | None]:
        earned = {earning.seller_order_id: earning for earning in Earning.objects.filter(seller_order__in=parts)}
        return [earned.get(part.pk) for part in parts]

    @staticmethod
    def resolve_shipping_discount(part: SellerOrderRow, info: Any) -> Any:
        return stored(part.shipping_discount_amount, part.currency)

    @staticmethod
    @batch
    def resolve_buyer_actions(parts: list[SellerOrderRow], info: Any) -> list[list[str]]:
        orders = _load_orders(parts, info)
        mine = [part for part, order in zip(parts, orders, strict=True) if is_buyer(info, order)]
        possible = buyer_actions(mine)
        return [possible.get(part.pk, []) for part in parts]

    @staticmethod
    def resolve_status_display(part: SellerOrderRow, info: Any) -> str:
        return gettext(info.context.language, SELLER_ORDER_STATUS[part.status])

    @staticmethod
    def resolve_delivery_method_name(part: SellerOrderRow, info: Any) -> str:
        return gettext(info.context.language, part.delivery_method_name)

    @staticmethod
    @batch
    def resolve_buyer_name(parts: list[SellerOrderRow], info: Any) -> list[str]:
        addresses = _addresses(parts, info)
        return [address.company_name or address.full_name if address else "" for address in addresses]

    @staticmethod
    @batch
    def resolve_shipping_address(parts: list[SellerOrderRow], info: Any) -> list[AddressData | None]:
        return _addresses(parts, info)

    @staticmethod
    @batch
    def resolve_available_actions(parts: list[SellerOrderRow], info: Any) -> list[list[str]]:
        roles = seller_roles(info)
        return [
            ACTIONS.get(states.SellerOrderStatus(part.status), []) if part.seller_id in roles else [] for part in parts
        ]


_load_orders = getattr(related("order"), BATCH)


def _addresses(parts: list[SellerOrderRow], info: Any) -> list[AddressData | None]:
    return [address_of(order.shipping_address) for order in _load_orders(parts, info)]


def _return_type() -> Any:
    from orders.graphql.types.return_request import ReturnRequest

    return ReturnRequest


def _dispute_type() -> Any:
    from orders.graphql.types.dispute import Dispute

    return Dispute


def _order_type() -> Any:
    from orders.graphql.types.order import Order

    return Order
