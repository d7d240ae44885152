"""Asking every carrier: prices in the buyer's currency, each with its basis."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from i18n.exchange_rate import ExchangeRate
from i18n.money import Money
from logistics.carrier import Capability, CarrierError
from logistics.carriers.manual.carrier import ManualCarrier
from logistics.rates.ask.outcome import Silence
from logistics.rates.ask.questions import Asking
from logistics.rates.quotes import ask_carriers, quotes
from tests.factories.logistics import make_consignment, make_item

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)


@pytest.fixture
def dollar() -> None:
    ExchangeRate.objects.create(
        base="EUR", quote="USD", rate=Decimal("1.25"), on=date(2026, 11, 20), source="ecb", fetched_at=datetime.now(UTC)
    )


@pytest.mark.usefixtures("dollar")
def test_prices_are_converted_at_the_stored_rate_and_say_so() -> None:
    first, *_ = quotes(consignment=make_consignment(), on=TODAY)
    assert first.method_id == "rate_table:sea_lcl"
    assert first.quoted == Money(Decimal("567.00"), "USD")
    assert first.price == Money(Decimal("453.60"), "EUR")
    assert first.basis == (
        "Marketplace demo tariff of 2026-01-01, zone European Union: 1.6 m³ chargeable by volume, 567.00 USD. "
        "Converted at 1 USD = 0.8 EUR of 2026-11-20 (ecb), rounded half up to the smallest unit."
    )


@pytest.mark.usefixtures("dollar")
def test_cheapest_first_and_the_same_ids_every_time() -> None:
    rates = quotes(consignment=make_consignment(), on=TODAY)
    assert [rate.price.amount for rate in rates] == sorted(rate.price.amount for rate in rates)
    assert rates == quotes(consignment=make_consignment(), on=TODAY)
    assert len({rate.method_id for rate in rates}) == len(rates) == 4


def test_no_exchange_rate_is_a_failure_and_not_an_empty_answer() -> None:
    answer = ask_carriers(Asking(make_consignment()), on=TODAY)
    assert answer.rates == []
    assert [(each.carrier, each.silence) for each in answer.unanswered] == [("rate_table", Silence.FAILED)]


def test_no_conversion_no_word_of_it() -> None:
    rates = quotes(consignment=make_consignment(), on=TODAY, currency="USD")
    assert all(rate.price == rate.quoted and "Converted" not in rate.basis for rate in rates)


def test_one_carrier_that_is_down_hides_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def down(*_: object, **__: object) -> None:
        raise CarrierError("manual", "down", permanent=False)

    monkeypatch.setattr(ManualCarrier, "capabilities", frozenset({Capability.QUOTE}))
    monkeypatch.setattr(ManualCarrier, "quote", down)
    answer = ask_carriers(Asking(make_consignment()), on=TODAY, currency="USD")
    assert len(answer.rates) == 4
    assert [(each.carrier, each.silence) for each in answer.unanswered] == [("manual", Silence.FAILED)]


def test_goods_without_weight_have_no_rate() -> None:
    weightless = make_consignment(items=(make_item(net_weight_g=0, gross_weight_g=0),), packages=())
    answer = ask_carriers(Asking(weightless), on=TODAY)
    assert answer.rates == []
    assert [(each.carrier, each.silence) for each in answer.unanswered] == [("rate_table", Silence.REFUSED)]
