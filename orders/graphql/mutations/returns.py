"""Returns: ``returnRequestCreate``, ``returnDecide``, ``returnSend``, ``returnWithdraw``, ``returnReceive``,
``returnReplace`` and ``returnRefund``."""

import decimal
from typing import Any

from i18n.graphql.bounded import bounded, needed
from i18n.messages import gettext_noop as _
from marketplace.graphql import (
    ANYONE,
    ID,
    SIGNED_IN,
    Boolean,
    Decimal,
    Field,
    InputError,
    InputObjectType,
    Int,
    List,
    Mutation,
    NonNull,
    String,
    Upload,
)
from marketplace.sellers.member import MemberRole
from orders.fulfillment.ship import Dispatch
from orders.graphql.aftermath_access import bought_part, for_buyer, for_seller
from orders.graphql.aftermath_refusals import REPLACE, REPLACE_CODES, RETURN, RETURN_CODES
from orders.graphql.inputs.amount import amount_in
from orders.graphql.inputs.attachments import HELP, cleaned_files
from orders.graphql.mutations.order_edit import MOST_LINES, OrderLinePiecesInput, pieces_by_line
from orders.graphql.types.return_request import LegalException, ReturnReason, ReturnRequest, ReturnWish
from orders.returns import return_request as stored
from orders.returns.decide import approve_return, reject_return
from orders.returns.exchange import ship_replacement
from orders.returns.receive import Arrived, Deduction, receive_return, refund_instead
from orders.returns.request_return import Wanted, request_return
from orders.returns.send_back import send_return, withdraw_return

LONGEST = 2000


class ReturnRequestCreateInput(InputObjectType):
    """What goes back, and why."""

    lines = List(NonNull(OrderLinePiecesInput), required=True)
    reason = ReturnReason(required=True)
    wish = ReturnWish(required=True)
    explanation = String(description="Wanted unless the buyer just changed their mind.")
    files = List(Upload, description=HELP)


class ReturnRequestCreate(Mutation):
    """Ask to give goods back that have left, as the buyer. The seller decides, and silence approves."""

    class Arguments:
        id = ID(required=True, description="The seller's part of the order.")
        token = String(description="For who is not signed in.")
        input = ReturnRequestCreateInput(required=True)

    class Meta:
        access = ANYONE
        error_codes = RETURN_CODES
        known_errors = RETURN
        creates = True
        cost = 10

    return_request = Field(ReturnRequest)

    @classmethod
    def perform(cls, info: Any, *, id: str, input: Any, token: str | None = None) -> dict[str, Any]:
        part, by = bought_part(info, id, token)
        reason = stored.ReturnReason(_value(input["reason"]))
        words = input.get("explanation") or ""
        is_whim = reason == stored.ReturnReason.CHANGED_MIND
        wanted = Wanted(
            quantities=pieces_by_line(input["lines"]),
            reason=reason,
            wish=stored.ReturnWish(_value(input["wish"])),
            explanation=(bounded if is_whim else needed)(words, "explanation", LONGEST),
            files=cleaned_files(input.get("files")),
        )
        made = request_return(seller_order_id=part.pk, wanted=wanted, by=by, now=info.context.now)
        return {"return_request": made}


class ReturnDecide(Mutation):
    """Approve a return or refuse it, as owner or manager of the seller. Refusing needs words."""

    class Arguments:
        id = ID(required=True)
        approve = Boolean(required=True)
        note = String(description="The buyer reads it; with an approval for example where to send the goods.")
        exception = LegalException(description="Wanted to refuse what the law allows.")

    class Meta:
        access = SIGNED_IN
        error_codes = RETURN_CODES
        known_errors = RETURN
        cost = 10

    return_request = Field(ReturnRequest)

    @classmethod
    def perform(
        cls, info: Any, *, id: str, approve: bool, note: str | None = None, exception: Any = None
    ) -> dict[str, Any]:
        row, by = for_seller(info, stored.ReturnRequest, id, MemberRole.MANAGER)
        words = (bounded if approve else needed)(note or "", "note", LONGEST)
        if approve:
            done = approve_return(return_id=row.pk, note=words, by=by, now=info.context.now)
        else:
            because = stored.LegalException(_value(exception)) if exception else None
            done = reject_return(return_id=row.pk, note=words, by=by, now=info.context.now, exception=because)
        return {"return_request": done}


class ReturnSend(Mutation):
    """The goods are on their way back, says the buyer."""

    class Arguments:
        id = ID(required=True)
        token = String(description="For who is not signed in.")
        tracking_number = String()

    class Meta:
        access = ANYONE
        error_codes = RETURN_CODES
        known_errors = RETURN
        cost = 10

    return_request = Field(ReturnRequest)

    @classmethod
    def perform(
        cls, info: Any, *, id: str, token: str | None = None, tracking_number: str | None = None
    ) -> dict[str, Any]:
        row, by = for_buyer(info, stored.ReturnRequest, id, token)
        number = bounded(tracking_number or "", "tracking_number", 80)
        done = send_return(return_id=row.pk, tracking_number=number, by=by, now=info.context.now)
        return {"return_request": done}


class ReturnWithdraw(Mutation):
    """The buyer keeps the goods after all."""

    class Arguments:
        id = ID(required=True)
        token = String(description="For who is not signed in.")

    class Meta:
        access = ANYONE
        error_codes = RETURN_CODES
        known_errors = RETURN
        cost = 10

    return_request = Field(ReturnRequest)

    @classmethod
    def perform(cls, info: Any, *, id: str, token: str | None = None) -> dict[str, Any]:
        row, by = for_buyer(info, stored.ReturnRequest, id, token)
        return {"return_request": withdraw_return(return_id=row.pk, by=by, now=info.context.now)}


class ReturnedPiecesInput(InputObjectType):
    """What came of a line."""

    order_line_id = ID(required=True)
    quantity = Int(required=True)
    resellable = Int(required=True, description="Of those, how many go back to the shelf.")


class ReturnReceive(Mutation):
    """The goods have arrived, says a member of the seller. A refund is owed at once; an exchange waits."""

    class Arguments:
        id = ID(required=True)
        lines = List(NonNull(ReturnedPiecesInput), required=True)
        deduction = Decimal(description="Kept back for goods that lost value, in the currency of the order.")
        deduction_reason = String()

    class Meta:
        access = SIGNED_IN
        error_codes = RETURN_CODES
        known_errors = RETURN
        cost = 20

    return_request = Field(ReturnRequest)

    @classmethod
    def perform(
        cls,
        info: Any,
        *,
        id: str,
        lines: list[Any],
        deduction: decimal.Decimal | None = None,
        deduction_reason: str | None = None,
    ) -> dict[str, Any]:
        row, by = for_seller(info, stored.ReturnRequest, id, MemberRole.MANAGER if deduction else MemberRole.PACKER)
        done = receive_return(
            return_id=row.pk,
            arrived=_arrived(lines),
            by=by,
            now=info.context.now,
            deduction=_deduction(row, deduction, deduction_reason),
        )
        return {"return_request": done}


class ReturnReplace(Mutation):
    """Send other goods for those that came back, as a member of the seller. Nothing is charged."""

    class Arguments:
        id = ID(required=True)
        carrier = String(required=True, description="The code of a connected carrier, or the name of any other.")
        tracking_number = String()

    class Meta:
        access = SIGNED_IN
        error_codes = REPLACE_CODES
        known_errors = REPLACE
        cost = 20

    return_request = Field(ReturnRequest)

    @classmethod
    def perform(cls, info: Any, *, id: str, carrier: str, tracking_number: str | None = None) -> dict[str, Any]:
        row, by = for_seller(info, stored.ReturnRequest, id)
        dispatch = Dispatch(
            carrier=needed(carrier, "carrier", 80),
            tracking_number=bounded(tracking_number or "", "tracking_number", 80),
        )
        done = ship_replacement(return_id=row.pk, dispatch=dispatch, by=by, now=info.context.now)
        return {"return_request": done}


class ReturnRefund(Mutation):
    """Pay an exchange back that cannot be made, as owner or manager of the seller."""

    class Arguments:
        id = ID(required=True)
        deduction = Decimal()
        deduction_reason = String()

    class Meta:
        access = SIGNED_IN
        error_codes = RETURN_CODES
        known_errors = RETURN
        cost = 20

    return_request = Field(ReturnRequest)

    @classmethod
    def perform(
        cls, info: Any, *, id: str, deduction: decimal.Decimal | None = None, deduction_reason: str | None = None
    ) -> dict[str, Any]:
        row, by = for_seller(info, stored.ReturnRequest, id, MemberRole.MANAGER)
        kept = _deduction(row, deduction, deduction_reason)
        return {"return_request": refund_instead(return_id=row.pk, by=by, now=info.context.now, deduction=kept)}


def _arrived(lines: list[Any]) -> dict[int, Arrived]:
    if len(lines) > MOST_LINES:
        raise InputError(_("At most %(limit)s."), field="lines", code="TOO_MANY", params={"limit": MOST_LINES})
    pieces = pieces_by_line(lines)
    sound = dict(zip(pieces, (line["resellable"] for line in lines), strict=True))
    return {line_id: Arrived(quantity, sound[line_id]) for line_id, quantity in pieces.items()}


def _deduction(row: stored.ReturnRequest, amount: decimal.Decimal | None, reason: str | None) -> Deduction | None:
    if not amount:
        return None
    money = amount_in(amount, row.seller_order.currency, field="deduction")
    return Deduction(money, needed(reason or "", "deduction_reason", LONGEST))


def _value(given: Any) -> str:
    return str(getattr(given, "value", given))
