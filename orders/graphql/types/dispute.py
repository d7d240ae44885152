"""Disputes in the API. Whoever reaches the part of an order reaches its disputes."""

from typing import Any

from i18n.graphql.types.money import Money
from i18n.messages import gettext
from marketplace.graphql import (
    ID,
    DateTime,
    Enum,
    Field,
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
from orders.disputes import dispute as stored
from orders.disputes import states
from orders.disputes.refundable import refundable_of
from orders.evidence.evidence_file import EvidenceFile
from orders.graphql.access import ORDERS_MANAGE
from orders.graphql.aftermath_wording import DISPUTE_ACTIONS, DISPUTE_REASON, DISPUTE_STATUS
from orders.graphql.types.attached_file import AttachedFile
from orders.graphql.types.order_line import THROUGH_ITS_ORDER
from orders.graphql.types.return_request import sides_of
from orders.graphql.types.seller_order import SellerOrder
from orders.graphql.wording import ROLE

DisputeStatus = Enum.from_enum(states.DisputeStatus, name="DisputeStatus", description="Who speaks next.")
DisputeReason = Enum.from_enum(stored.DisputeReason, name="DisputeReason", description="What is wrong.")


class DisputeMessage(ObjectType):
    """What one side said, in whatever language."""

    class Meta:
        access = THROUGH_ITS_ORDER

    id = Field(ID, required=True)
    by = Field(String, required=True, description="Buyer, seller or staff. Never a name.")
    text = Field(String, required=True)
    at = Field(DateTime, required=True)
    files = Field(List(NonNull(AttachedFile)), required=True, size=1)

    resolve_files = related_list(lambda _info: EvidenceFile.objects.order_by("created_at", "id"), by="message_id")

    @staticmethod
    def resolve_by(message: stored.DisputeMessage, info: Any) -> str:
        return gettext(info.context.language, ROLE[message.role])


class Dispute(ObjectType):
    """A buyer and a seller do not agree about a part of an order."""

    class Meta:
        access = THROUGH_ITS_ORDER

    id = Field(ID, required=True)
    number = Field(String, required=True, description="BDM-2026-000123-1-D1.")
    status = Field(DisputeStatus, required=True)
    status_display = Field(String, required=True, description="In the language of the request.")
    reason = Field(DisputeReason, required=True)
    reason_display = Field(String, required=True, description="In the language of the request.")
    claimed = Field(Money, required=True)
    offered = Field(Money, description="What the seller would pay back; null while nothing is offered.")
    refunded = Field(Money, description="What was agreed on or decided.")
    possible = Field(Money, required=True, cost=2, description="The most that can be paid back.")
    legal_basis = Field(String, required=True)
    opened = Field(DateTime, required=True)
    due = Field(DateTime, description="By when whoever speaks next has to; afterwards the marketplace decides.")
    closed = Field(DateTime)
    messages = Field(List(NonNull(DisputeMessage)), required=True, size=4)
    seller_order = Field(SellerOrder, required=True)
    available_actions = Field(
        List(NonNull(String)),
        required=True,
        description="What the caller may do: ANSWER, WRITE, ACCEPT, ESCALATE, WITHDRAW, DECIDE.",
    )

    resolve_opened = attribute("opened_at")
    resolve_due = attribute("due_at")
    resolve_closed = attribute("closed_at")
    resolve_seller_order = related("seller_order")
    resolve_messages = related_list(lambda _info: stored.DisputeMessage.objects.order_by("at", "id"), by="dispute_id")

    @staticmethod
    def resolve_status_display(dispute: stored.Dispute, info: Any) -> str:
        return gettext(info.context.language, DISPUTE_STATUS[dispute.status])

    @staticmethod
    def resolve_reason_display(dispute: stored.Dispute, info: Any) -> str:
        return gettext(info.context.language, DISPUTE_REASON[dispute.reason])

    @staticmethod
    @batch
    def resolve_possible(disputes: list[stored.Dispute], info: Any) -> list[Any]:
        possible = refundable_of([dispute.seller_order for dispute in disputes])
        return [possible[dispute.seller_order_id] for dispute in disputes]

    @staticmethod
    @batch
    def resolve_available_actions(disputes: list[stored.Dispute], info: Any) -> list[list[str]]:
        is_staff = info.context.actor.has_permission(ORDERS_MANAGE)
        found = []
        for dispute, side in zip(disputes, sides_of(disputes, info), strict=True):
            possible = DISPUTE_ACTIONS.get((side or ("STAFF" if is_staff else ""), dispute.status), ())
            found.append([each for each in possible if each != "ACCEPT" or dispute.offered_amount is not None])
        return found


DisputeCountableConnection = connection_type(Dispute)
