"""An accepted quote becomes an order.

1. Lock the quote. If it was accepted already, its order is the answer: accepting twice is accepting once.
2. Refuse unless the version is the latest, is the other side's, and is still valid.
3. On net days: the buyer is approved, and stays within the limit.
4. Place the order with the agreed prices, by the path that baskets take.
5. Take stock, or promise what has to be made.
6. Plan the instalments, open the first payment, issue the proforma, publish ``QuoteAccepted`` and ``OrderPlaced``.

All this commits together. Only then the gateway is asked for money.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from catalog.refusal import Problem, refuse_any
from i18n.messages import gettext_noop as _
from i18n.today import day_here
from logistics.customs.restricted.check import blocked
from marketplace.events.publish import publish
from orders.address_snapshot import address_of
from orders.allocation.allocate_agreed import allocate_agreed
from orders.checkout.place import place_order
from orders.events import OrderPlaced, QuoteAccepted
from orders.lifecycle.by import By
from orders.lifecycle.order import Order
from orders.lifecycle.proforma import issue_proforma
from orders.locks import lock_quote
from orders.payments.confirm import confirm_if_paid
from orders.payments.discovery import available_gateway
from orders.payments.gateway import Gateway
from orders.payments.open import open_payment
from orders.payments.paid import next_instalment
from orders.payments.payment import Payment
from orders.payments.plan import plan_payment
from orders.payments.settle import settle_payment
from orders.quotes.agreed_sale import Acceptance, agreed_sale
from orders.quotes.check_offer import MOST_PIECES
from orders.quotes.move_quote import move_quote
from orders.quotes.net_days import use_net_days
from orders.quotes.payment_terms import PaymentTermsKind
from orders.quotes.plan import instalments_of
from orders.quotes.quote import Quote
from orders.quotes.quote_version import QuoteVersion
from orders.quotes.states import IllegalQuoteMove, QuoteStatus, turn


class NotLatestVersion(Exception):
    """Another version has taken the place of the one that was to be accepted; nothing was done."""

    def __init__(self, number: str, version: int, latest: int) -> None:
        super().__init__(f"version {version} of {number} was to be accepted, {latest} is the latest")
        self.number = number
        self.version = version
        self.latest = latest


class NoLongerValid(Exception):
    """The version could be accepted until a day that has passed."""

    def __init__(self, number: str) -> None:
        super().__init__(f"{number} is no longer valid")
        self.number = number


@dataclass(frozen=True, slots=True)
class Paying:
    gateway_code: str
    data: Mapping[str, str]


def accept_quote(
    *, quote_id: UUID, version: int, acceptance: Acceptance, paying: Paying, by: By, now: datetime
) -> Order:
    """The one order of this quote, stored, its first payment started. Call it outside any transaction.

    Raises ``NotLatestVersion``, ``NoLongerValid``, ``IllegalQuoteMove``, ``NotApproved``, ``OverLimit``, `Refused`
    and ``UnknownGateway``.
    """
    order = _accept_once(quote_id, version, acceptance, paying, by, now)
    payment = Payment.objects.filter(order=order).first()
    if payment is not None:
        settle_payment(payment_id=payment.pk, data=paying.data)
    return Order.objects.select_related("channel").get(pk=order.pk)


def _accept_once(quote_id: UUID, number: int, acceptance: Acceptance, paying: Paying, by: By, now: datetime) -> Order:
    with transaction.atomic():
        quote = lock_quote(quote_id)
        if number != quote.latest_version:
            raise NotLatestVersion(quote.number, number, quote.latest_version)
        if quote.order is not None:
            return quote.order
        version = _acceptable(quote, by, now)
        _check(quote, version, acceptance, now)
        order = _place(quote, version, acceptance, paying, now)
        quote.order = order
        move_quote(quote, QuoteStatus.ACCEPTED, by=by, now=now)
        publish(QuoteAccepted(quote_id=str(quote.pk), order_id=str(order.pk)))
    return order


def _acceptable(quote: Quote, by: By, now: datetime) -> QuoteVersion:
    if quote.status not in (QuoteStatus.OFFERED, QuoteStatus.COUNTERED) or turn(quote.status) != by.role:
        raise IllegalQuoteMove(quote.number, quote.status, QuoteStatus.ACCEPTED)
    if quote.valid_until < day_here(now):
        raise NoLongerValid(quote.number)
    return quote.versions.get(number=quote.latest_version)


def _check(quote: Quote, version: QuoteVersion, acceptance: Acceptance, now: datetime) -> None:
    problems = _not_let_in(version, acceptance, now)
    if not quote.seller.is_approved:
        problems.append(Problem("id", "NOT_AVAILABLE", _("This seller does not sell here at present.")))
    if quote.request.user is None:
        problems.append(Problem("id", "NOT_AVAILABLE", _("The buyer has left the marketplace.")))
    if not acceptance.shipping_address:
        problems.append(Problem("shipping_address", "REQUIRED", _("A delivery address is needed.")))
    least = dict(version.lines.values_list("pk", "quantity"))
    for line_id, quantity in acceptance.quantities.items():
        if not least.get(line_id, MOST_PIECES + 1) <= quantity <= MOST_PIECES:
            message = _("Of a line, at least the quantity offered is taken.")
            problems.append(Problem("lines", "INVALID", message))
    refuse_any(problems)


def _not_let_in(version: QuoteVersion, acceptance: Acceptance, now: datetime) -> list[Problem]:
    """A country that the goods go to does not let them in."""
    address = address_of(acceptance.shipping_address)
    if address is None:
        return []
    lines = version.lines.filter(variant__isnull=False).select_related("variant__product")
    products = [line.variant.product for line in lines if line.variant is not None]
    if any(blocked(product, country=address.country, on=day_here(now)) for product in products):
        message = _("Some of these goods may not be brought into the country they go to.")
        return [Problem("shipping_address", "GOODS_BLOCKED", message)]
    return []


def _place(quote: Quote, version: QuoteVersion, acceptance: Acceptance, paying: Paying, now: datetime) -> Order:
    gateway = available_gateway(paying.gateway_code, version.currency, quote.request.channel)
    sale = agreed_sale(quote, version, acceptance, now=now)
    terms = version.payment_terms
    if terms.kind == PaymentTermsKind.NET and sale.user is not None:
        use_net_days(sale.user.pk, sale.total.gross, days=terms.net_days or 0)
    order, lines = place_order(sale, due_at=now + gateway.pays_within, now=now)
    allocate_agreed(lines=lines)
    publish(OrderPlaced(order_id=str(order.pk)))
    instalments = plan_payment(order, instalments_of(order, terms, now=now))
    confirm_if_paid(order)
    payment = _first_payment(order, gateway, now)
    issue_proforma(order, lines=lines, instalments=instalments, payment=payment)
    return order


def _first_payment(order: Order, gateway: Gateway, now: datetime) -> Payment | None:
    """Nothing for what costs nothing. On net days the buyer learns at once where to pay, and until when."""
    owed = next_instalment(order)
    return open_payment(order, gateway, now=now, instalment=owed) if owed else None
