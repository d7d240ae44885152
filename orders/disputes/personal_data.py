"""What a buyer said in returns and disputes: giving it to them, and letting go of it with the order's address."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from orders.attachments.store import delete_files
from orders.disputes.dispute import Dispute, DisputeMessage
from orders.disputes.states import OPEN as OPEN_DISPUTES
from orders.evidence.evidence_file import EvidenceFile
from orders.lifecycle.by import Role
from orders.lifecycle.order import Order
from orders.lifecycle.seller_order import SellerOrder
from orders.returns.return_request import ReturnRequest
from orders.returns.states import OPEN as OPEN_RETURNS


def said_afterwards(order: Order) -> dict[str, Any]:
    """Returns with their reasons, and the buyer's own words in disputes."""
    returns = ReturnRequest.objects.filter(seller_order__order=order).order_by("created_at")
    words = DisputeMessage.objects.filter(dispute__seller_order__order=order, role=Role.BUYER).select_related("dispute")
    return {
        "returns": [
            {"number": each.number, "status": each.status, "reason": each.reason, "explanation": each.explanation}
            for each in returns
        ],
        "disputeMessages": [
            {"number": each.dispute.number, "at": each.at.isoformat(), "text": each.text}
            for each in words.order_by("at", "id")
        ],
    }


def argued() -> QuerySet[SellerOrder, UUID]:
    """The keys of orders about which something is still open: a return or a dispute."""
    with_return = ReturnRequest.objects.filter(status__in=OPEN_RETURNS).values("seller_order")
    with_dispute = Dispute.objects.filter(status__in=OPEN_DISPUTES).values("seller_order")
    parts = SellerOrder.objects.filter(Q(pk__in=with_return) | Q(pk__in=with_dispute))
    return parts.order_by().values_list("order_id", flat=True)


def is_argued(orders: QuerySet[Order]) -> bool:
    """Something about them is still open."""
    return orders.filter(pk__in=argued()).exists()


def forget_what_was_said(orders: QuerySet[Order]) -> None:
    """Words and evidence go; that there was a return or a dispute, and what came of it, stays."""
    ids = list(orders.values_list("pk", flat=True))
    files = EvidenceFile.objects.filter(
        Q(return_request__seller_order__order__in=ids) | Q(message__dispute__seller_order__order__in=ids)
    )
    delete_files(list(files.values_list("file", flat=True)))
    files.delete()
    ReturnRequest.objects.filter(seller_order__order__in=ids).update(explanation="", tracking_number="")
    DisputeMessage.objects.filter(dispute__seller_order__order__in=ids).update(text="", user=None)
