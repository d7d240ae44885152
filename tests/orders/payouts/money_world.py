"""A small economy for the property test: orders, buyers, sellers, a provider, and everything that can happen to money.

Each step calls the verbs that people and reactions call. What the step should do is not predicted here; what must be
true whatever happened is in ``money_rules``.
"""

from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django.utils import timezone

from i18n.money import Money
from marketplace.channels.models import Channel
from marketplace.sellers.models import Seller
from orders.lifecycle.by import SYSTEM
from orders.lifecycle.order import Order
from orders.lifecycle.order_line import OrderLine
from orders.lifecycle.seller_order import SellerOrder
from orders.lifecycle.states import SellerOrderStatus
from orders.payments.chargeback import Chargeback, ChargebackStatus
from orders.payments.chargebacks import close_chargeback, open_chargeback
from orders.payments.charged import record_charge
from orders.payments.confirm import confirm_if_paid
from orders.payments.credit import BuyerCredit
from orders.payments.discovery import installed_gateways
from orders.payments.instalment import InstalmentTerm, NeededFor
from orders.payments.open import NothingToPay, abandon_payment, open_payment
from orders.payments.owe_refund import owe_refund, refundable
from orders.payments.paid import next_instalment
from orders.payments.pay_back_credit import owe_credit
from orders.payments.payment import Payment
from orders.payments.plan import deposit_and_balance, full_payment, net_days, plan_payment
from orders.payments.refund import Refund, RefundReason, RefundStatus
from orders.payments.send_refund import retry_refund, settle_refund
from orders.payments.take_off import price_left, take_off, void_part
from orders.payments.use_credit import use_credit
from orders.payouts.pay import payable_to, payout_done, payout_rejected, payout_returned, start_payout, withhold_tax
from orders.payouts.provider_money import exchange_funds, exchange_payable, record_exchange_difference, record_fee
from orders.payouts.settle_part import settle_part
from tests.factories.money import Line, make_bare_order, make_commission_rule

_AGE: dict[Any, tuple[str, ...]] = {
    Order: ("created_at",),
    SellerOrder: ("order__created_at", "position"),
    Payment: ("created_at",),
    Refund: ("created_at",),
    Chargeback: ("pk",),
    BuyerCredit: ("pk",),
}


GATEWAY = installed_gateways()["test_card"]


class MoneyWorld:
    """``draw(n)`` gives a number below ``n``: every choice of a step is one."""

    def __init__(self, channel: Channel, sellers: list[Seller], currency: str, draw: Callable[[int], int]) -> None:
        self.channel, self.sellers, self.currency, self.draw = channel, sellers, currency, draw
        self.payouts: list[tuple[str, int, Money, str]] = []
        self.done: list[str] = []
        self.provider = self.bank = Money.zero(currency)
        """What fees, rates and payouts did to the two places where money lies, as told to the verbs."""
        self.paid = {seller.pk: Money.zero(currency) for seller in sellers}
        """What left each seller's account, whether it arrived or not."""

    # ---- what can happen

    def place(self) -> None:
        """An order of one or two sellers, with vouchers of either side, paid in one of three ways."""
        sellers = self.sellers[: 1 + self.draw(2)]
        parts = [(seller, self.money(3000), self.lines()) for seller in sellers]
        order = make_bare_order(self.channel, self.currency, *parts)
        plan_payment(order, self.terms(order))
        confirm_if_paid(order)

    def charge(self) -> None:
        """Some, all or too much of what an order costs arrives, perhaps after it was given up."""
        order = self.any(Order)
        if order is None:
            return
        payment = Payment.objects.filter(order=order).first() if self.draw(3) else None
        payment = payment or self._payment(order)
        if payment is not None:
            amount = order.total.gross if self.draw(2) else self.money(20000) + self.unit
            if amount:
                record_charge(payment, order=order, amount=amount, reference="r", key=uuid4().hex)

    def _payment(self, order: Order) -> Payment | None:
        """A new one in place of whatever was open; the latest where nothing is owed any more."""
        instalment = next_instalment(order)
        if instalment is None:
            return Payment.objects.filter(order=order).first()
        abandon_payment(order, key="replaced", instalment=instalment)
        return open_payment(order, GATEWAY, now=timezone.now(), instalment=instalment)

    def ship(self) -> None:
        """Some or all of a part's pieces leave."""
        part = self.any(SellerOrder, status__in=["CONFIRMED", "PACKING", "SHIPPED"])
        if part is None:
            return
        lines = list(OrderLine.objects.filter(seller_order=part))
        for line in lines:
            line.quantity_fulfilled += self.draw(line.quantity_open + 1) if self.draw(2) else line.quantity_open
            line.save(update_fields=["quantity_fulfilled"])
        is_gone = not any(line.quantity_open for line in lines)
        part.status = SellerOrderStatus.SHIPPED if is_gone else SellerOrderStatus.PACKING
        part.save(update_fields=["status"])
        settle_part(part)

    def cancel(self) -> None:
        """A part is called off before anything left, in whole or in part."""
        part = self.any(SellerOrder, status__in=["AWAITING_PAYMENT", "CONFIRMED"])
        if part is None:
            return
        if self.draw(3):
            part.status = SellerOrderStatus.CANCELED
            part.save(update_fields=["status"])
            void_part(part)
        else:
            amount = self.up_to(price_left(part))
            take_off(part, amount, key=uuid4().hex, shipping=self.up_to(amount))

    def refund(self) -> None:
        """Some of a part is owed back, with or without freight."""
        part = self.any(SellerOrder)
        amount = self.up_to(refundable(part)) if part else None
        if part and amount:
            freight = self.up_to(amount) if self.draw(2) else None
            owe_refund(part, amount, key=uuid4().hex, reason=RefundReason.RETURNED, shipping=freight)

    def settle_refund(self) -> None:
        """The provider pays back, or can't; what failed is asked for again or sent by hand."""
        refund = self.any(Refund)
        if refund is None:
            return
        if refund.status == RefundStatus.FAILED and self.draw(2):
            retry_refund(refund_id=refund.pk)
        elif refund.status == RefundStatus.DONE and self._may_fail_late(refund) and not self.draw(2):
            settle_refund(refund.pk, RefundStatus.FAILED, code="LATE")
        elif refund.status != RefundStatus.DONE:
            surely = refund.status == RefundStatus.FAILED or refund.payment.gateway != "test_card"
            after = RefundStatus.DONE if surely or self.draw(3) else RefundStatus.FAILED
            settle_refund(refund.pk, after)

    def _may_fail_late(self, refund: Refund) -> bool:
        """What a provider sent; not what a bank took back or what went back to credit here."""
        return refund.reason != RefundReason.CHARGEBACK and refund.payment.gateway == "test_card"

    def pay_back_credit(self) -> None:
        order = self.any(Order)
        if order is not None:
            owe_credit(order)

    def use_credit(self) -> None:
        """What is kept for one order pays for another."""
        kept, order = self.any(BuyerCredit), self.any(Order)
        if kept is not None and kept.available and order is not None and kept.order_id != order.pk:
            with suppress(NothingToPay):
                use_credit(order_id=order.pk, credit_of=kept.order_id, by=SYSTEM)

    def dispute(self) -> None:
        """A bank takes some of a payment back, or the provider decides about it."""
        running = self.any(Chargeback, status=ChargebackStatus.OPEN)
        if running is not None and self.draw(2):
            close_chargeback(running, order=running.payment.order, won=bool(self.draw(2)), at=timezone.now())
            return
        payment = self.any(Payment, charged_amount__gt=0, gateway="test_card")
        amount = self.up_to(payment.charged) if payment else None
        if payment and amount:
            open_chargeback(payment, order=payment.order, reference=uuid4().hex, amount=amount, at=timezone.now())

    def pay_out(self) -> None:
        """A payout starts, arrives, is rejected or comes back; tax is withheld."""
        seller = self.sellers[self.draw(len(self.sellers))]
        payable = payable_to(seller.pk, self.currency)
        if self.payouts and self.draw(2):
            self._go_on(self.payouts.pop(self.draw(len(self.payouts))))
        elif payable.amount > 0 and self.draw(4):
            name, amount = uuid4().hex, self.up_to(payable) or payable
            start_payout(name, seller_id=seller.pk, amount=amount)
            self.paid[seller.pk] += amount
            self.payouts.append((name, seller.pk, amount, "STARTED"))
        elif payable.amount > 0:
            amount = self.up_to(payable)
            withhold_tax("", seller_id=seller.pk, amount=amount, key=uuid4().hex)
            self.paid[seller.pk] += amount

    def _go_on(self, payout: tuple[str, int, Money, str]) -> None:
        name, seller_id, amount, state = payout
        if state == "DONE":
            back = self.up_to(amount)
            payout_returned(name, seller_id=seller_id, amount=back, gateway="bank_transfer", key="1")
            self.paid[seller_id] -= back
            self.bank += back
        elif self.draw(3):
            payout_done(name, seller_id=seller_id, amount=amount, gateway="bank_transfer")
            self.bank -= amount
            self.payouts.append((name, seller_id, amount, "DONE"))
        else:
            payout_rejected(name, seller_id=seller_id, amount=amount)
            self.paid[seller_id] -= amount

    def change_rates(self) -> None:
        """Commission changes for whom it hasn't begun for; the provider takes fees and changes money."""
        match self.draw(5):
            case 0:
                make_commission_rule(seller=self.sellers[0], percent=Decimal(self.draw(40000)) / 1000)
            case 1:
                make_commission_rule(
                    currency=self.currency, percent=Decimal(self.draw(20)), tax_percent=Decimal(self.draw(30)),
                    minimum_amount=self.money(500).amount, cap_amount=self.money(900).amount + 500,
                )  # fmt: skip
            case 2:
                fee = self.money(300)
                record_fee("test_card", fee, key=uuid4().hex)
                self.provider -= fee
            case 3:
                less = self.money(9) * (1 - 2 * self.draw(2))
                record_exchange_difference("test_card", less, key=uuid4().hex)
                self.provider -= less
            case _:
                self._exchange()

    def _exchange(self) -> None:
        given, got = self.money(500) + self.unit, Money.from_minor(1 + self.draw(9_000_000), "VND")
        if self.currency == "VND":
            got = Money.from_minor(1 + self.draw(9000), "USD")
        if self.draw(2):
            exchange_funds("test_card", given=given, got=got, key=uuid4().hex)
            self.provider -= given
        else:
            exchange_payable(self.sellers[0].pk, given=given, got=got, key=uuid4().hex)
            self.paid[self.sellers[0].pk] += given

    # ---- choices

    STEPS: tuple[Callable[["MoneyWorld"], None], ...] = (
        place, charge, charge, ship, ship, cancel, refund, refund, settle_refund, settle_refund, pay_back_credit,
        use_credit, use_credit,
        dispute, pay_out, pay_out, change_rates,
    )  # fmt: skip

    def step(self) -> None:
        step = self.STEPS[self.draw(len(self.STEPS))]
        self.done.append(step.__name__)
        step(self)

    @property
    def unit(self) -> Money:
        return Money.from_minor(1, self.currency)

    def money(self, most: int) -> Money:
        """Up to so many minor units; often few, where roundings live."""
        return Money.from_minor(self.draw(most + 1 if self.draw(2) else 8), self.currency)

    def up_to(self, most: Money) -> Money:
        """From one unit to all of it; nothing of nothing."""
        units = most.minor_units()
        if units <= 0:
            return Money.zero(self.currency)
        return Money.from_minor(1 + self.draw(units), self.currency)

    def lines(self) -> list[Line]:
        found = []
        for _ in range(1 + self.draw(2)):
            voucher = self.money(400) if not self.draw(3) else Money.zero(self.currency)
            borne_by = ("MARKETPLACE", "SELLER")[self.draw(2)] if voucher else ""
            found.append(Line(1 + self.draw(7), self.money(10000), voucher, borne_by))
        return found

    def terms(self, order: Order) -> list[InstalmentTerm]:
        match self.draw(4):
            case 0:
                needed = NeededFor.SHIP if self.draw(2) else NeededFor.DOCUMENTS
                return deposit_and_balance(
                    order.total.gross,
                    percent=Decimal(1 + self.draw(98)),
                    deposit_due_at=timezone.now(),
                    balance_needed_for=needed,
                )
            case 1:
                return net_days(order.total.gross, due_at=timezone.now())
            case _:
                return full_payment(order)

    def any(self, model: Any, **conditions: Any) -> Any:
        """One of the rows that there are, in an order that is the same whenever the same things happened."""
        keys = list(model.objects.filter(**conditions).order_by(*_AGE[model]).values_list("pk", flat=True))
        rows = model.objects.select_related("order") if model is SellerOrder else model.objects
        return rows.get(pk=keys[self.draw(len(keys))]) if keys else None
