"""What happens to orders after they were placed: edits, returns and disputes, in the public API."""

from typing import Any

from django.db.models import QuerySet

from i18n.graphql.bounded import bounded
from i18n.messages import gettext_noop as _
from marketplace.accounts.permissions import Permission
from marketplace.graphql import (
    ANYONE,
    ID,
    SIGNED_IN,
    ConnectionField,
    Field,
    InputObjectType,
    List,
    NonNull,
    ObjectType,
    PermissionDenied,
    String,
    integer_key,
)
from orders.disputes.dispute import Dispute as DisputeRow
from orders.graphql import aftermath_access as access
from orders.graphql.mutations.disputes import (
    DisputeAccept,
    DisputeAnswer,
    DisputeDecide,
    DisputeEscalate,
    DisputeOpen,
    DisputeWithdraw,
    DisputeWrite,
)
from orders.graphql.mutations.order_edit import OrderLineCancel, OrderUpdate, SellerOrderEdit, SellerOrderPartlyCancel
from orders.graphql.mutations.returns import (
    ReturnDecide,
    ReturnReceive,
    ReturnRefund,
    ReturnReplace,
    ReturnRequestCreate,
    ReturnSend,
    ReturnWithdraw,
)
from orders.graphql.types.dispute import Dispute, DisputeCountableConnection, DisputeStatus
from orders.graphql.types.return_request import ReturnRequest, ReturnRequestCountableConnection, ReturnStatus
from orders.returns.return_request import ReturnRequest as ReturnRow

OF_ORDER = "Of the order, for a buyer who is not signed in."


class ReturnRequestFilterInput(InputObjectType):
    """Returns that fit all of it."""

    status = List(NonNull(ReturnStatus))
    search = String(description="Part of the number.")


class DisputeFilterInput(InputObjectType):
    """Disputes that fit all of it."""

    status = List(NonNull(DisputeStatus))
    search = String(description="Part of the number.")


class AftermathQueries(ObjectType):
    """Returns and disputes."""

    return_request = Field(
        ReturnRequest,
        id=ID(required=True),
        token=String(description=OF_ORDER),
        access=ANYONE,
        description="For the buyer, members of the seller and staff; null for others.",
    )
    return_requests = ConnectionField(
        ReturnRequestCountableConnection,
        seller=ID(description="Whose; left out, for staff, everybody's."),
        filter=ReturnRequestFilterInput(),
        access=SIGNED_IN,
        description="For members of the seller and staff; newest first.",
    )
    dispute = Field(
        Dispute,
        id=ID(required=True),
        token=String(description=OF_ORDER),
        access=ANYONE,
        description="For the buyer, members of the seller and staff; null for others.",
    )
    disputes = ConnectionField(
        DisputeCountableConnection,
        seller=ID(description="Whose; left out, for staff, everybody's."),
        filter=DisputeFilterInput(),
        access=SIGNED_IN,
        description="For members of the seller and staff; the oldest first.",
    )

    @staticmethod
    def resolve_return_request(root: Any, info: Any, id: str, token: str | None = None) -> ReturnRow | None:
        return access.find(info, ReturnRow, id, token)

    @staticmethod
    def resolve_dispute(root: Any, info: Any, id: str, token: str | None = None) -> DisputeRow | None:
        return access.find(info, DisputeRow, id, token)

    @staticmethod
    def resolve_return_requests(
        root: Any, info: Any, seller: str | None = None, filter: Any = None
    ) -> QuerySet[ReturnRow]:
        return _filtered(_whose(info, ReturnRow, seller), filter).order_by("-created_at", "pk")

    @staticmethod
    def resolve_disputes(root: Any, info: Any, seller: str | None = None, filter: Any = None) -> QuerySet[DisputeRow]:
        return _filtered(_whose(info, DisputeRow, seller), filter).order_by("opened_at", "pk")


class AftermathMutations(ObjectType):
    """Changing orders, giving goods back, arguing."""

    order_line_cancel = OrderLineCancel.Field()
    order_update = OrderUpdate.Field()
    seller_order_partly_cancel = SellerOrderPartlyCancel.Field()
    seller_order_edit = SellerOrderEdit.Field()
    return_request_create = ReturnRequestCreate.Field()
    return_decide = ReturnDecide.Field()
    return_send = ReturnSend.Field()
    return_withdraw = ReturnWithdraw.Field()
    return_receive = ReturnReceive.Field()
    return_replace = ReturnReplace.Field()
    return_refund = ReturnRefund.Field()
    dispute_open = DisputeOpen.Field()
    dispute_answer = DisputeAnswer.Field()
    dispute_write = DisputeWrite.Field()
    dispute_accept = DisputeAccept.Field()
    dispute_escalate = DisputeEscalate.Field()
    dispute_withdraw = DisputeWithdraw.Field()
    dispute_decide = DisputeDecide.Field()


def _whose(info: Any, model: type[access.Row], seller: str | None) -> QuerySet[access.Row]:
    """One seller's, for its members; everybody's, for staff."""
    if seller is not None:
        return access.of_seller(info, model, integer_key(seller, "Seller", field="seller"))
    if not info.context.actor.has_permission(Permission.ORDERS_MANAGE):
        raise PermissionDenied(_("Say of which seller."))
    return access.of_everybody(model)


def _filtered(rows: QuerySet[Any], filter: Any) -> QuerySet[Any]:
    wanted = [getattr(status, "value", status) for status in (filter or {}).get("status") or ()]
    search = bounded((filter or {}).get("search") or "", "filter.search", 100)
    rows = rows.filter(status__in=wanted) if wanted else rows
    return rows.filter(number__icontains=search) if search else rows
