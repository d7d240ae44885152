"""Payments through Stripe, as the gateway alone sees them; the peer answers over HTTP."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest

from i18n.money import Money
from orders.payments.gateway import Answer, GatewayUnavailable, Outcome, PaymentRequest
from orders.payments.gateways.stripe.gateway import GATEWAY
from orders.payments.return_link import payment_of_link
from tests.orders.payments.gateways.stripe.browser import ASKS_FIRST, DECLINED, VISA, look_at, submit
from tests.peers.stripe import StripePeer
from tests.peers.stripe.switches import Trouble

INTENT = {"flow": "payment_intent"}


def euros(text: str) -> Money:
    return Money(Decimal(text), "EUR")


def request(
    amount: Money | None = None, *, reference: str = "", payment: UUID | None = None, **more: Any
) -> PaymentRequest:
    return PaymentRequest(
        payment_id=payment or uuid4(),
        order_number="BDM-2026-000123",
        amount=amount or euros("288.20"),
        due_on=date(2026, 11, 28),
        reference=reference,
        email="inkoop@werfkade.example",
        **more,
    )


def announced(asked: PaymentRequest, **data: str) -> Outcome:
    return GATEWAY.capture(asked, data=data, key=f"capture:{asked.payment_id}")


def later(asked: PaymentRequest, outcome: Outcome) -> PaymentRequest:
    return request(asked.amount, reference=outcome.reference, payment=asked.payment_id)


def paid(peer: StripePeer, amount: Money | None = None) -> PaymentRequest:
    """A payment that a program of the buyer confirmed at once."""
    asked = request(amount)
    outcome = announced(asked, payment_method="pm_card_visa")
    assert outcome.answer == Answer.DONE
    return later(asked, outcome)


class TestOffer:
    def test_without_a_key_it_is_not_offered(self, settings: Any) -> None:
        settings.STRIPE_SECRET_KEY = None
        assert not GATEWAY.accepts("EUR")

    def test_with_one_it_is(self, peer: StripePeer) -> None:
        assert all(GATEWAY.accepts(currency) for currency in ("EUR", "USD", "JPY", "KRW", "VND"))
        assert not GATEWAY.accepts("XAU")


class TestPaymentPage:
    def test_the_buyer_pays_on_stripes_page(self, peer: StripePeer) -> None:
        asked = request(language="vi")
        outcome = announced(asked)
        page = outcome.client_data["redirect_url"]

        assert outcome.answer == Answer.NEEDS_ACTION
        assert "288.20 EUR" in look_at(page)
        assert GATEWAY.inquire(later(asked, outcome)).answer == Answer.NEEDS_ACTION
        status, back = submit(page, number=VISA)

        assert status == 303
        assert payment_of_link(back.rsplit("/", 1)[1]) == asked.payment_id
        after = GATEWAY.inquire(later(asked, outcome))
        assert (after.answer, after.amount) == (Answer.DONE, euros("288.20"))
        intent = peer.only("payment_intent")
        assert intent["transfer_group"] == "BDM-2026-000123"
        assert intent["metadata"] == {"payment": str(asked.payment_id), "order": "BDM-2026-000123"}

    def test_a_declined_card_leaves_the_page_open_for_another(self, peer: StripePeer) -> None:
        asked = request()
        outcome = announced(asked)
        page = outcome.client_data["redirect_url"]
        assert submit(page, number=DECLINED)[0] == 402
        assert GATEWAY.inquire(later(asked, outcome)).answer == Answer.NEEDS_ACTION
        assert submit(page, number=VISA)[0] == 303
        assert GATEWAY.inquire(later(asked, outcome)).answer == Answer.DONE

    @pytest.mark.parametrize(("answer", "then"), [("yes", Answer.DONE), ("no", Answer.NEEDS_ACTION)])
    def test_the_bank_asks_its_customer(self, peer: StripePeer, answer: str, then: Answer) -> None:
        asked = request()
        outcome = announced(asked)
        status, bank = submit(outcome.client_data["redirect_url"], number=ASKS_FIRST)
        assert (status, GATEWAY.inquire(later(asked, outcome)).answer) == (303, Answer.NEEDS_ACTION)
        assert submit(bank, answer=answer)[0] == 303
        assert GATEWAY.inquire(later(asked, outcome)).answer == then

    def test_asking_again_gives_the_same_page(self, peer: StripePeer) -> None:
        asked = request()
        first = announced(asked)
        assert announced(asked) == first
        assert announced(later(asked, first)) == first
        assert len(peer.world.all("checkout.session")) == 1

    def test_a_page_that_was_closed_ends_the_payment(self, peer: StripePeer) -> None:
        asked = request()
        outcome = announced(asked)
        assert GATEWAY.void(later(asked, outcome), key="void").answer == Answer.DONE
        assert submit(outcome.client_data["redirect_url"], number=VISA)[0] == 400
        after = GATEWAY.inquire(later(asked, outcome))
        assert (after.answer, after.code) == (Answer.REFUSED, "NOT_PAID_IN_TIME")

    def test_whoever_pays_before_the_page_is_closed_has_paid(self, peer: StripePeer) -> None:
        asked = request()
        outcome = announced(asked)
        submit(outcome.client_data["redirect_url"], number=VISA)
        after = GATEWAY.void(later(asked, outcome), key="void")
        assert (after.answer, after.amount) == (Answer.DONE, asked.amount)


class TestIntents:
    def test_the_buyers_program_confirms(self, peer: StripePeer) -> None:
        asked = request()
        outcome = announced(asked, **INTENT)
        assert outcome.answer == Answer.NEEDS_ACTION
        assert set(outcome.client_data) == {"payment_intent", "client_secret", "publishable_key"}
        assert peer.only("payment_intent")["automatic_payment_methods"]["enabled"]
        peer.buyer_confirms(outcome.reference)
        assert GATEWAY.inquire(later(asked, outcome)).answer == Answer.DONE

    def test_what_a_browser_says_is_not_believed(self, peer: StripePeer) -> None:
        asked = request()
        outcome = announced(asked, **INTENT)
        assert GATEWAY.inquire(later(asked, outcome)).answer == Answer.NEEDS_ACTION

    def test_a_payment_method_is_charged_at_once(self, peer: StripePeer) -> None:
        asked = request()
        outcome = announced(asked, payment_method="pm_card_visa")
        assert (outcome.answer, outcome.amount) == (Answer.DONE, asked.amount)
        assert announced(asked, payment_method="pm_card_visa") == outcome
        assert len(peer.world.all("charge")) == 1

    def test_strong_authentication_names_the_banks_page(self, peer: StripePeer) -> None:
        asked = request()
        outcome = announced(asked, payment_method="pm_card_authenticationRequired")
        assert outcome.answer == Answer.NEEDS_ACTION
        status, back = submit(outcome.client_data["redirect_url"], answer="yes")
        assert (status, payment_of_link(back.rsplit("/", 1)[1])) == (303, asked.payment_id)
        assert GATEWAY.inquire(later(asked, outcome)).answer == Answer.DONE

    @pytest.mark.parametrize(
        ("method", "code"),
        [
            ("pm_card_visa_chargeDeclined", "CARD_DECLINED"),
            ("pm_card_visa_chargeDeclinedInsufficientFunds", "INSUFFICIENT_FUNDS"),
            ("pm_card_chargeDeclinedExpiredCard", "CARD_EXPIRED"),
            ("pm_card_chargeDeclinedIncorrectCvc", "CARD_DETAILS_WRONG"),
            ("pm_card_chargeDeclinedProcessingError", "TRY_AGAIN"),
            ("pm_card_chargeDeclinedFraudulent", "CARD_DECLINED"),
        ],
    )
    def test_declines_have_our_codes_and_nothing_can_be_charged_later(
        self, peer: StripePeer, method: str, code: str
    ) -> None:
        outcome = announced(request(), payment_method=method)
        assert (outcome.answer, outcome.code) == (Answer.REFUSED, code)
        assert peer.only("payment_intent")["status"] == "canceled"

    def test_a_debit_is_awaited(self, peer: StripePeer) -> None:
        asked = request()
        outcome = announced(asked, payment_method="pm_sepaDebit")
        assert outcome.answer == Answer.WAITING
        peer.bank_settles(outcome.reference, paid=True)
        assert GATEWAY.inquire(later(asked, outcome)).answer == Answer.DONE

    def test_nonsense_is_refused_and_not_ours_to_guess(self, peer: StripePeer) -> None:
        outcome = announced(request(), payment_method="x" * 40)
        assert (outcome.answer, outcome.code) == (Answer.REFUSED, "PROVIDER_REFUSED")

    @pytest.mark.parametrize(
        ("amount", "units"),
        [
            (Money(Decimal("19.99"), "EUR"), 1999),
            (Money(Decimal(5000), "JPY"), 5000),
            (Money(Decimal(64000), "KRW"), 64000),
            (Money(Decimal(1500000), "VND"), 1500000),
            (Money(Decimal("0.50"), "USD"), 50),
        ],
    )
    def test_amounts_are_in_the_currencys_smallest_unit(self, peer: StripePeer, amount: Money, units: int) -> None:
        asked = paid(peer, amount)
        assert peer.only("payment_intent")["amount"] == units
        assert GATEWAY.inquire(asked).amount == amount


class TestHolds:
    @pytest.fixture
    def held(self, peer: StripePeer, settings: Any) -> PaymentRequest:
        settings.STRIPE_CAPTURES_AT_SHIPPING = ("eu",)
        asked = request(channel="eu")
        outcome = announced(asked, payment_method="pm_card_visa")
        assert (outcome.answer, outcome.amount) == (Answer.AUTHORIZED, asked.amount)
        return later(asked, outcome)

    def test_other_markets_are_charged_at_once(self, peer: StripePeer, settings: Any) -> None:
        settings.STRIPE_CAPTURES_AT_SHIPPING = ("eu",)
        assert announced(request(channel="us"), payment_method="pm_card_visa").answer == Answer.DONE

    def test_goods_that_leave_are_charged_once(self, held: PaymentRequest, peer: StripePeer) -> None:
        for _ in range(2):
            outcome = GATEWAY.capture_authorized(held, amount=euros("200.00"), key="k")
            assert (outcome.answer, outcome.amount) == (Answer.DONE, euros("200.00"))
        assert peer.only("charge")["amount_captured"] == 20000

    def test_a_hold_is_let_go_of(self, held: PaymentRequest, peer: StripePeer) -> None:
        assert GATEWAY.void(held, key="v").answer == Answer.DONE
        assert peer.only("payment_intent")["status"] == "canceled"
        assert GATEWAY.capture_authorized(held, amount=euros("1.00"), key="k").answer == Answer.REFUSED

    def test_more_than_is_held_is_refused(self, held: PaymentRequest) -> None:
        outcome = GATEWAY.capture_authorized(held, amount=euros("288.21"), key="k")
        assert (outcome.answer, outcome.code) == (Answer.REFUSED, "AMOUNT_TOO_LARGE")

    def test_a_payment_page_can_hold(self, peer: StripePeer, settings: Any) -> None:
        settings.STRIPE_CAPTURES_AT_SHIPPING = ("all",)
        asked = request(channel="eu")
        outcome = announced(asked)
        submit(outcome.client_data["redirect_url"], number=VISA)
        assert GATEWAY.inquire(later(asked, outcome)).answer == Answer.AUTHORIZED


class TestRefunds:
    def test_parts_and_then_the_rest_and_no_more(self, peer: StripePeer) -> None:
        asked = paid(peer)
        parts = {"a": "100.00", "b": "88.20", "c": "100.00"}
        answers = [GATEWAY.refund(asked, amount=euros(text), key=key) for key, text in parts.items()]
        assert [each.answer for each in answers] == [Answer.DONE] * 3
        assert peer.only("charge")["refunded"]
        over = GATEWAY.refund(asked, amount=euros("0.01"), key="over")
        assert (over.answer, over.code) == (Answer.REFUSED, "ALREADY_REFUNDED")

    def test_more_than_was_paid_is_refused(self, peer: StripePeer) -> None:
        assert GATEWAY.refund(paid(peer), amount=euros("288.21"), key="k").answer == Answer.REFUSED
        assert not peer.world.all("refund")

    def test_one_key_pays_back_once_even_after_stripe_forgot_it(self, peer: StripePeer) -> None:
        asked = paid(peer)
        first = GATEWAY.refund(asked, amount=euros("10.00"), key="k")
        peer.forget_idempotency_keys()
        assert GATEWAY.refund(asked, amount=euros("10.00"), key="k") == first
        assert len(peer.world.all("refund")) == 1

    def test_a_payment_made_on_the_page_is_paid_back(self, peer: StripePeer) -> None:
        asked = request()
        outcome = announced(asked)
        submit(outcome.client_data["redirect_url"], number=VISA)
        assert GATEWAY.refund(later(asked, outcome), amount=euros("5.00"), key="k").answer == Answer.DONE

    def test_a_slow_bank_is_awaited(self, peer: StripePeer) -> None:
        asked = paid(peer)
        peer.switches.refunds_stay_pending = True
        outcome = GATEWAY.refund(asked, amount=euros("5.00"), key="k")
        assert (outcome.answer, bool(outcome.reference)) == (Answer.WAITING, True)

    def test_disputed_money_is_not_paid_back_twice(self, peer: StripePeer) -> None:
        asked = paid(peer)
        peer.bank_disputes(peer.only("charge")["id"])
        outcome = GATEWAY.refund(asked, amount=euros("5.00"), key="k")
        assert (outcome.answer, outcome.code) == (Answer.REFUSED, "CHARGE_DISPUTED")

    def test_what_was_never_paid_is_not_paid_back(self, peer: StripePeer) -> None:
        assert GATEWAY.refund(request(), amount=euros("5.00"), key="k").answer == Answer.REFUSED
        asked = request()
        assert GATEWAY.refund(later(asked, announced(asked)), amount=euros("5.00"), key="k").answer == Answer.REFUSED


class TestTroubles:
    PASSING = [trouble for trouble in Trouble if trouble != Trouble.GARBAGE]

    @pytest.mark.parametrize("trouble", PASSING, ids=lambda trouble: trouble.name)
    def test_one_trouble_charges_once(self, peer: StripePeer, trouble: Trouble) -> None:
        peer.switches.meet(trouble, "/v1/payment_intents/")  # the confirmation, which charges
        asked = request()
        key = f"capture:{asked.payment_id}"
        try:
            outcome = GATEWAY.capture(asked, data={"payment_method": "pm_card_visa"}, key=key)
        except GatewayUnavailable:
            outcome = GATEWAY.capture(asked, data={"payment_method": "pm_card_visa"}, key=key)
        if trouble == Trouble.ERROR_AFTERWARDS:
            assert outcome.answer in (Answer.DONE, Answer.NEEDS_ACTION)
        else:
            assert outcome.answer == Answer.DONE
        assert len([charge for charge in peer.world.all("charge") if charge["paid"]]) == 1

    @pytest.mark.parametrize(
        "trouble", [Trouble.SERVER_ERROR, Trouble.HANG_UP, Trouble.RATE_LIMIT], ids=lambda t: t.name
    )
    def test_lasting_trouble_ends_and_says_that_nothing_is_known(self, peer: StripePeer, trouble: Trouble) -> None:
        peer.switches.meet(trouble, times=50)
        with pytest.raises(GatewayUnavailable):
            announced(request())
        assert len(peer.asked) <= 4

    def test_nobody_waits_longer_than_they_are_told(self, peer: StripePeer) -> None:
        peer.switches.retry_after = 60
        peer.switches.meet(Trouble.RATE_LIMIT)
        with pytest.raises(GatewayUnavailable):
            announced(request())
        assert len(peer.asked) == 1

    def test_an_answer_that_is_none_is_passing(self, peer: StripePeer) -> None:
        peer.switches.meet(Trouble.GARBAGE, times=3)
        with pytest.raises(GatewayUnavailable):
            announced(request())

    def test_a_wrong_key_is_refused_for_good(self, peer: StripePeer, settings: Any) -> None:
        settings.STRIPE_SECRET_KEY = "sk_test_of_somebody_else"
        outcome = announced(request())
        assert (outcome.answer, outcome.code) == (Answer.REFUSED, "PROVIDER_REFUSED")

    def test_every_call_that_does_something_has_a_key(self, peer: StripePeer) -> None:
        asked = paid(peer)
        GATEWAY.refund(asked, amount=euros("5.00"), key="k")
        announced(request())
        posts = [each for each in peer.asked if each["method"] == "POST"]
        assert len(posts) == 4
        assert all(each["key"] for each in posts)

    def test_another_request_under_a_key_is_a_conflict(self, peer: StripePeer) -> None:
        asked = request()
        announced(asked)
        other = request(euros("1.00"), payment=asked.payment_id)
        assert announced(other).answer == Answer.REFUSED
        assert len(peer.world.all("checkout.session")) == 1
