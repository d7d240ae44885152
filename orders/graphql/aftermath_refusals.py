"""What the verbs of returns and disputes raise, as refusals that people understand."""

from catalog.graphql.errors import REFUSED
from catalog.stock.errors import InsufficientStock
from i18n.messages import gettext_noop as _
from marketplace.graphql import InputError
from orders.disputes.open_dispute import AlreadyDisputed, ClaimTooHigh
from orders.disputes.settle import NothingOffered
from orders.graphql.refusals import SHIP, SHIP_CODES, STATE, STATE_CODES, Known, out_of_stock
from orders.returns.decide import LawAllowsReturn
from orders.returns.eligibility import TooEarly, TooLate
from orders.returns.exchange import NothingToExchange
from orders.returns.receive import DeductionTooHigh, NotSentBack
from orders.returns.request_return import NotReturnable

PERIOD_CODES = ("TOO_LATE", "TOO_EARLY")
RETURN_CODES = (*STATE_CODES, *PERIOD_CODES, "TOO_MANY", "LAW_ALLOWS_RETURN")
REPLACE_CODES = (
    *STATE_CODES, *SHIP_CODES, "INSUFFICIENT_STOCK", "CARRIER_UNAVAILABLE", "UNKNOWN_TRACE_CODE", "TOO_MANY",
)  # fmt: skip
DISPUTE_CODES = (*STATE_CODES, *PERIOD_CODES, "TOO_MANY", "ALREADY_DISPUTED", "CLAIM_TOO_HIGH")


def _returnable(refusal: NotReturnable) -> InputError:
    message = _("Of this line, %(possible)s can go back.")
    return InputError(message, field="lines", code="INVALID", params={"possible": refusal.possible})


def _late(refusal: TooLate) -> InputError:
    if refusal.until is None:
        return InputError(_("Nothing of it has left yet: it can still be called off."), code="TOO_EARLY")
    return InputError(
        _("This was possible until %(day)s."), code="TOO_LATE", params={"day": f"{refusal.until:%Y-%m-%d}"}
    )


def _early(refusal: TooEarly) -> InputError:
    if refusal.since is None:
        return InputError(_("The seller still has time to send the goods."), code="TOO_EARLY")
    return InputError(
        _("The seller still has time to send the goods. This is possible from %(day)s."),
        code="TOO_EARLY",
        params={"day": f"{refusal.since:%Y-%m-%d}"},
    )


def _claim(refusal: ClaimTooHigh) -> InputError:
    amount = refusal.possible.quantize()
    return InputError(
        _("More than nothing and at most %(possible)s %(currency)s."),
        field="amount",
        code="CLAIM_TOO_HIGH",
        params={"possible": amount.amount, "currency": amount.currency},
    )


def _deduction(refusal: DeductionTooHigh) -> InputError:
    params = {"most": refusal.most.quantize().amount, "currency": refusal.most.currency}
    return InputError(_("At most %(most)s %(currency)s."), field="deduction", code="INVALID", params=params)


def _law(refusal: LawAllowsReturn) -> InputError:
    return InputError(
        _("The law lets the buyer give this back (%(basis)s). Name the exception of the law that applies."),
        field="exception",
        code="LAW_ALLOWS_RETURN",
        params={"basis": refusal.legal_basis},
    )


def _disputed(refusal: AlreadyDisputed) -> InputError:
    message = _("There is an open dispute about it: %(number)s. Write there.")
    return InputError(message, field="id", code="ALREADY_DISPUTED", params={"number": refusal.number})


_PERIOD: Known = {TooLate: _late, TooEarly: _early}
RETURN: Known = {
    **REFUSED,
    **STATE,
    **_PERIOD,
    NotReturnable: _returnable,
    LawAllowsReturn: _law,
    NotSentBack: lambda _r: InputError(_("Not so many were to come back."), field="lines", code="INVALID"),
    DeductionTooHigh: _deduction,
}
REPLACE: Known = {
    **SHIP,
    NothingToExchange: lambda _r: InputError(_("The buyer asked for the money."), field="id", code="ILLEGAL_MOVE"),
    InsufficientStock: out_of_stock,
}
DISPUTE: Known = {
    **REFUSED,
    **STATE,
    **_PERIOD,
    AlreadyDisputed: _disputed,
    ClaimTooHigh: _claim,
    NothingOffered: lambda _r: InputError(_("The seller has not offered a refund."), field="id", code="ILLEGAL_MOVE"),
}
