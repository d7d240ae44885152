"""Returns in the API. Whoever reaches the part of an order reaches its returns."""

from typing import Any

from i18n.graphql.types.money import Money
from i18n.messages import gettext
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
    connection_type,
    related,
    related_list,
)
from orders.evidence.evidence_file import EvidenceFile
from orders.graphql.access import is_buyer, seller_roles
from orders.graphql.aftermath_wording import RETURN_ACTIONS, RETURN_REASON, RETURN_STATUS
from orders.graphql.types.attached_file import AttachedFile
from orders.graphql.types.fulfillment import Fulfillment
from orders.graphql.types.order_line import THROUGH_ITS_ORDER, OrderLine
from orders.graphql.types.seller_order import SellerOrder
from orders.lifecycle.seller_order import SellerOrder as PartRow
from orders.returns import return_request as stored
from orders.returns import states
from orders.stored_money import stored as stored_money

ReturnStatus = Enum.from_enum(states.ReturnStatus, name="ReturnStatus", description="How far a return is.")
ReturnReason = Enum.from_enum(stored.ReturnReason, name="ReturnReason", description="Why goods are to go back.")
ReturnWish = Enum.from_enum(stored.ReturnWish, name="ReturnWish", description="What the buyer asks for.")
LegalException = Enum.from_enum(
    stored.LegalException,
    name="ReturnLegalException",
    description="Goods consumers cannot give back without a reason: Directive 2011/83/EU, article 16 (c), (d), (e).",
)


class ReturnLine(ObjectType):
    """So many pieces of a line."""

    class Meta:
        access = THROUGH_ITS_ORDER

    order_line = Field(OrderLine, required=True)
    quantity = Field(Int, required=True)
    quantity_received = Field(Int, required=True)
    quantity_resellable = Field(Int, required=True, description="Of those received, how many went back to the shelf.")

    resolve_order_line = related("order_line")


class ReturnRequest(ObjectType):
    """Goods a buyer wants to give back."""

    class Meta:
        access = THROUGH_ITS_ORDER

    id = Field(ID, required=True)
    number = Field(String, required=True, description="Written on the parcel: BDM-2026-000123-1-R1.")
    status = Field(ReturnStatus, required=True)
    status_display = Field(String, required=True, description="In the language of the request.")
    reason = Field(ReturnReason, required=True)
    reason_display = Field(String, required=True, description="In the language of the request.")
    wish = Field(ReturnWish, required=True)
    explanation = Field(String, required=True)
    is_right = Field(Boolean, required=True, description="The law lets the buyer give it back without a reason.")
    legal_basis = Field(String, required=True, description="Why it may be asked for.")
    seller_pays_return = Field(Boolean, required=True, description="Who pays for sending the goods back.")
    exception = Field(LegalException)
    decision_note = Field(String, required=True)
    tracking_number = Field(String, required=True)
    refund = Field(Money, description="With the delivery in it; null before it is known.")
    refund_shipping = Field(Money, required=True, description="The part of the refund that is delivery.")
    deduction = Field(Money, required=True, description="Kept back for goods that lost value.")
    created = Field(DateTime, required=True)
    decide_by = Field(DateTime, required=True, description="Silence until then approves.")
    send_by = Field(DateTime)
    closed = Field(DateTime)
    lines = Field(List(NonNull(ReturnLine)), required=True, size=3)
    files = Field(List(NonNull(AttachedFile)), required=True, size=2)
    replacement = Field(Fulfillment)
    seller_order = Field(SellerOrder, required=True)
    available_actions = Field(
        List(NonNull(String)),
        required=True,
        description="What the caller may do: APPROVE, REJECT, SEND, WITHDRAW, RECEIVE, REPLACE, REFUND.",
    )

    resolve_created = attribute("created_at")
    resolve_closed = attribute("closed_at")
    resolve_seller_order = related("seller_order")
    resolve_replacement = related("replacement")
    resolve_lines = related_list(lambda _info: stored.ReturnLine.objects.order_by("id"), by="return_request_id")
    resolve_files = related_list(
        lambda _info: EvidenceFile.objects.order_by("created_at", "id"), by="return_request_id"
    )

    @staticmethod
    def resolve_status_display(request: stored.ReturnRequest, info: Any) -> str:
        return gettext(info.context.language, RETURN_STATUS[request.status])

    @staticmethod
    def resolve_reason_display(request: stored.ReturnRequest, info: Any) -> str:
        return gettext(info.context.language, RETURN_REASON[request.reason])

    @staticmethod
    def resolve_exception(request: stored.ReturnRequest, info: Any) -> str | None:
        return request.exception or None

    @staticmethod
    def resolve_refund_shipping(request: stored.ReturnRequest, info: Any) -> Any:
        return stored_money(request.refund_shipping_amount, request.seller_order.currency)

    @staticmethod
    def resolve_deduction(request: stored.ReturnRequest, info: Any) -> Any:
        return stored_money(request.deduction_amount, request.seller_order.currency)

    @staticmethod
    @batch
    def resolve_available_actions(requests: list[stored.ReturnRequest], info: Any) -> list[list[str]]:
        return [_actions(request, side, info) for request, side in zip(requests, sides_of(requests, info), strict=True)]


def sides_of(rows: list[Any], info: Any) -> list[str]:
    """BUYER, SELLER or nothing, for returns and disputes."""
    ids = {row.seller_order_id for row in rows}
    parts = {part.pk: part for part in PartRow.objects.filter(pk__in=ids).select_related("order")}
    roles = seller_roles(info)
    found = []
    for row in rows:
        part = parts[row.seller_order_id]
        found.append("BUYER" if is_buyer(info, part.order) else "SELLER" if part.seller_id in roles else "")
    return found


def _actions(request: stored.ReturnRequest, side: str, info: Any) -> list[str]:
    possible = RETURN_ACTIONS.get((side, request.status), ())
    if request.status == states.ReturnStatus.RECEIVED:
        return [action for action in possible if request.wish == stored.ReturnWish.EXCHANGE]
    return list(possible)


ReturnRequestCountableConnection = connection_type(ReturnRequest)
