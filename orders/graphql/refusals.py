"""What the verbs raise, as refusals of an input that people understand."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError

from catalog.pricing.check_quantity import BelowMinimum, NotAMultiple
from catalog.stock.errors import InsufficientStock
from catalog.traceability.active_codes import UnknownTraceCodes
from i18n.messages import gettext_noop as _
from logistics.carrier import CarrierError
from marketplace.accounts.addresses.problems import InvalidAddress
from marketplace.channels.graphql.errors import FEATURE_OFF, SWITCHED_OFF
from marketplace.graphql import InputError, UserErrors, shared_errors
from marketplace.graphql.mutation import IDEMPOTENCY_CODES
from orders.allocation.take_out import NotAllocated
from orders.checkout.addresses import CountryNotServed
from orders.checkout.choose_delivery import NoSuchDelivery
from orders.checkout.complete import CheckoutHasProblems
from orders.checkout.lines import LineRefused, NoSuchLine, NotSold, TooMuch
from orders.checkout.price_changed import PriceChanged
from orders.checkout.problems import ProblemCode
from orders.fulfillment.ship import NotOpen
from orders.lifecycle.cancel_pieces import NotToCancel
from orders.lifecycle.consignment import AddressErased
from orders.lifecycle.edit import DeliveryWouldChange
from orders.lifecycle.states import IllegalMove
from orders.locks import CheckoutNotFound
from orders.payments.discovery import UnknownGateway
from orders.payments.gateway import GatewayUnavailable
from orders.payments.mark_as_paid import AlreadyPaid
from orders.payments.open import NothingToPay
from orders.payments.paid import InstalmentUnpaid
from orders.payments.send_refund import NoRefundDue
from orders.screening.screen_order import HeldForScreening
from orders.traceability.lots_leaving import LotDoesNotFit
from orders.vouchers.refusal import VoucherNotApplicable

Known = dict[type[Exception], Callable[[Any], InputError | UserErrors]]

LINE_CODES = ("NOT_AVAILABLE", "INSUFFICIENT_STOCK", "BELOW_MINIMUM", "NOT_A_MULTIPLE", "TOO_MANY")
ADDRESS_CODES = ("COUNTRY_NOT_SERVED",)
COMPLETE_CODES = (*(code.value for code in ProblemCode if code != ProblemCode.PRICE_CHANGED), "PRICE_CHANGED",
                  "UNKNOWN_GATEWAY", "GATEWAY_UNAVAILABLE", FEATURE_OFF)  # fmt: skip
SHIP_CODES = ("UNPAID", "NOT_THERE_YET", "HELD")
STATE_CODES = ("ILLEGAL_MOVE",)
VOUCHER_CODES = ("VOUCHER_NOT_APPLICABLE",)
EDIT_CODES = (*STATE_CODES, *ADDRESS_CODES, "DELIVERY_WOULD_CHANGE")
CheckoutError = shared_errors(
    "Checkout",
    sorted(
        {
            *LINE_CODES,
            *ADDRESS_CODES,
            *COMPLETE_CODES,
            *IDEMPOTENCY_CODES,
            *VOUCHER_CODES,
            "CHECKOUT_NOT_FULLY_PAID",
            "TOO_MANY_ADDRESSES",
        }
    ),
)
"""What every mutation of a basket answers, by one name as in Saleor."""


def _line(refusal: LineRefused) -> InputError:
    made = _of_line(refusal.cause)
    made.index, made.field = refusal.index, "lines"
    return made


def _of_line(cause: Exception) -> InputError:
    match cause:
        case InsufficientStock():
            params = {"available": cause.available}
            return InputError(_("Only %(available)s are available."), code="INSUFFICIENT_STOCK", params=params)
        case BelowMinimum():
            params = {"minimum": cause.minimum}
            return InputError(_("At least %(minimum)s have to be ordered."), code="BELOW_MINIMUM", params=params)
        case NotAMultiple():
            params = {"multiple": cause.multiple}
            return InputError(_("It is sold in multiples of %(multiple)s."), code="NOT_A_MULTIPLE", params=params)
        case TooMuch():
            return _too_much(cause)
        case NotSold():
            return InputError(_("This is not sold here."), code="NOT_AVAILABLE")
    raise cause


def _too_much(refusal: TooMuch) -> InputError:
    return InputError(
        _("At most %(limit)s fit into one basket."), field="lines", code="TOO_MANY", params={"limit": refusal.limit}
    )


def _no_such_basket(_refusal: CheckoutNotFound) -> InputError:
    return InputError(_("There is no such basket."), field="id", code="NOT_FOUND")


def _address(refusal: InvalidAddress) -> UserErrors:
    return UserErrors(
        InputError(problem.message, field=problem.field, code=problem.code, params=problem.params)
        for problem in refusal.problems
    )


def _country(refusal: CountryNotServed) -> InputError:
    return InputError(_("This market does not deliver there."), field="country", code="COUNTRY_NOT_SERVED")


def _problems(refusal: CheckoutHasProblems) -> UserErrors:
    return UserErrors(
        InputError(problem.message, field=problem.field, code=problem.code.value, params=problem.params)
        for problem in refusal.problems
    )


def _price(refusal: PriceChanged) -> InputError:
    return InputError(
        _("The total has changed: it is %(total)s %(currency)s now."),
        field="accepted_total",
        code="PRICE_CHANGED",
        params={"total": refusal.total.amount, "currency": refusal.total.currency},
    )


def out_of_stock(refusal: InsufficientStock) -> InputError:
    return InputError(
        _("Only %(available)s pieces are left of something in the basket."),
        field="lines",
        code="INSUFFICIENT_STOCK",
        params={"available": refusal.available},
    )


def _move(refusal: IllegalMove) -> InputError:
    return InputError(
        _("This is not possible any more, or not yet, with order %(number)s."),
        field="id",
        code="ILLEGAL_MOVE",
        params={"number": refusal.number},
    )


def _open(refusal: NotOpen) -> InputError:
    return InputError(
        _("Of this line, %(open)s are still to be sent."),
        field="lines",
        code="INVALID",
        params={"open": refusal.open},
    )


def _voucher(refusal: VoucherNotApplicable) -> InputError:
    return InputError(refusal.message, field="promo_code", code=VOUCHER_CODES[0], params=refusal.params)


def _not_to_cancel(refusal: NotToCancel) -> InputError:
    return InputError(
        _("Of this line, %(open)s can still be called off."),
        field="lines",
        code="INVALID",
        params={"open": refusal.open},
    )


LINES: Known = {LineRefused: _line, TooMuch: _too_much, CheckoutNotFound: _no_such_basket}
CHECKOUT: Known = {
    CheckoutNotFound: _no_such_basket,
    NoSuchLine: lambda _r: InputError(_("There is no such line."), field="line_id", code="NOT_FOUND"),
    NoSuchDelivery: lambda _r: InputError(
        _("This delivery method is not offered."), field="delivery_method_id", code="NOT_FOUND"
    ),
    ValidationError: lambda _r: InputError(_("This is not an e-mail address."), field="email"),
}
ADDRESS: Known = {InvalidAddress: _address, CountryNotServed: _country, CheckoutNotFound: _no_such_basket}
PROVIDER: Known = {
    GatewayUnavailable: lambda _r: InputError(
        _("The payment provider does not answer. Nothing is lost: try again in a moment."), code="GATEWAY_UNAVAILABLE"
    )
}
GATEWAY: Known = {
    UnknownGateway: lambda _r: InputError(
        _("This way of paying is not offered."), field="payment_gateway", code="UNKNOWN_GATEWAY"
    ),
    **PROVIDER,
}
COMPLETE: Known = {
    CheckoutHasProblems: _problems,
    PriceChanged: _price,
    InsufficientStock: out_of_stock,
    CheckoutNotFound: _no_such_basket,
    **GATEWAY,
    **SWITCHED_OFF,
}
VOUCHER: Known = {VoucherNotApplicable: _voucher}
CHANGED: Known = {PriceChanged: _price}
STATE: Known = {IllegalMove: _move}
CALL_OFF: Known = {**STATE, NotToCancel: _not_to_cancel}
EDIT: Known = {
    **STATE,
    InvalidAddress: _address,
    CountryNotServed: _country,
    DeliveryWouldChange: lambda _r: InputError(
        _("The goods would not travel to that address as agreed, or would cost more. Cancel the order and order anew."),
        field="shipping_address",
        code="DELIVERY_WOULD_CHANGE",
    ),
}
SHIP: Known = {
    CarrierError: lambda _r: InputError(
        _("The carrier does not answer. Try again later."), field="carrier", code="CARRIER_UNAVAILABLE"
    ),
    LotDoesNotFit: lambda r: InputError(
        _("This lot is of other goods, is named twice, or has more pieces here than leave."),
        field="lots",
        code="INVALID",
        index=r.index,
    ),
    UnknownTraceCodes: lambda r: InputError(
        _("These are not active codes of your lots: %(codes)s."),
        field="trace_codes",
        code="UNKNOWN_TRACE_CODE",
        params={"codes": ", ".join(r.codes[:20])},
    ),
    IllegalMove: _move,
    NotOpen: _open,
    NotAllocated: lambda r: InputError(
        _("%(missing)s pieces of a line are still to be made or to arrive. Receive them into stock first."),
        field="lines",
        code="NOT_THERE_YET",
        params={"missing": r.missing},
    ),
    InstalmentUnpaid: lambda r: InputError(
        _("%(amount)s %(currency)s have to be paid before this may be sent."),
        field="id",
        code="UNPAID",
        params={"amount": r.missing.amount, "currency": r.missing.currency},
    ),
    AddressErased: lambda _r: InputError(_("The buyer's address was erased."), field="id"),
    HeldForScreening: lambda _r: InputError(
        _("The marketplace is still checking this order. Nothing may leave until the check is done."),
        field="id",
        code="HELD",
    ),
}
PAID: Known = {
    AlreadyPaid: lambda r: InputError(
        _("This order is paid already, with %(reference)s."),
        field="reference",
        code="ALREADY_PAID",
        params={"reference": r.reference},
    ),
    NothingToPay: lambda _r: InputError(_("Nothing is to be paid for this order."), field="id", code="NOTHING_TO_PAY"),
    NoRefundDue: lambda _r: InputError(_("Nothing is to be paid back for this order."), field="id", code="NO_REFUND"),
    **GATEWAY,
}
