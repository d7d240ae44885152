from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from i18n.convert import NoRate, RateUsed, convert, rate
from i18n.exchange_rate import ExchangeRate
from i18n.money import Money
from i18n.rate_feeds import FEEDS_DIR
from i18n.rate_feeds.record import PublishedRate
from i18n.store_rates import RatesStored, store_rates

pytestmark = pytest.mark.django_db
DAY = date(2026, 1, 9)
NOW = datetime(2026, 1, 9, 16, tzinfo=UTC)


def store(base, quote, value, *, on=DAY, source="ecb_reference", now=NOW):
    return store_rates(source=source, records=[PublishedRate(base, quote, Decimal(value), on)], now=now)


def test_the_latest_rate_on_or_before_the_day():
    store("EUR", "USD", "1.10", on=DAY - timedelta(days=1))
    store("EUR", "USD", "1.20")
    store("EUR", "USD", "9.99", on=DAY + timedelta(days=1))
    assert rate("EUR", "USD", DAY) == RateUsed("EUR", "USD", Decimal("1.2"), DAY, "ecb_reference")
    assert rate("EUR", "USD", DAY - timedelta(days=1)).rate == Decimal("1.1")


def test_an_old_rate_says_how_old_it_is():
    store("EUR", "USD", "1.10", on=DAY - timedelta(days=100))
    assert rate("EUR", "USD", DAY).on == DAY - timedelta(days=100)


def test_inverse_and_cross_with_one_query_each(django_assert_num_queries):
    store("EUR", "USD", "1.25")
    store("EUR", "VND", "30000", source="manual", on=DAY - timedelta(days=2))
    with django_assert_num_queries(1):
        assert rate("USD", "EUR", DAY) == RateUsed("USD", "EUR", Decimal("0.8"), DAY, "ecb_reference")
    with django_assert_num_queries(1):
        crossed = rate("USD", "VND", DAY)
    assert crossed == RateUsed("USD", "VND", Decimal("24000"), DAY - timedelta(days=2), "ecb_reference + manual")


def test_a_stated_rate_beats_a_cross_and_the_last_stored_beats_its_like():
    store("EUR", "USD", "1.25")
    store("EUR", "VND", "30000")
    store("USD", "VND", "26000", source="manual")
    assert rate("USD", "VND", DAY).rate == Decimal(26000)
    store("EUR", "VND", "31000", source="manual", now=NOW + timedelta(hours=1))
    assert rate("EUR", "VND", DAY).source == "manual"


@pytest.mark.parametrize(("base", "quote"), [("EUR", "VND"), ("VND", "JPY"), ("EUR", "XXX")])
def test_no_rate_is_said_plainly(base, quote):
    store("EUR", "JPY", "170", on=DAY)
    with pytest.raises(NoRate) as caught:
        rate(base, quote, DAY)
    assert (caught.value.base, caught.value.quote, caught.value.on) == (base, quote, DAY)
    with pytest.raises(NoRate):
        rate("EUR", "JPY", DAY - timedelta(days=1))


def test_money_is_converted_and_rounded_to_the_other_minor_unit():
    store("EUR", "VND", "30550.50", source="manual")
    dong = convert(Money(Decimal("12.34"), "EUR"), "VND", on=DAY)
    assert (dong.money, dong.rate, dong.date, dong.source) == (Money(376993, "VND"), Decimal("30550.5"), DAY, "manual")
    assert convert(Money(1_000_000, "VND"), "EUR", on=DAY).money == Money(Decimal("32.73"), "EUR")


def test_the_rate_shown_gives_the_amount_shown():
    store("EUR", "VND", "30551.77", source="manual")
    money = Money(Decimal("987654321"), "VND")
    converted = convert(money, "EUR", on=DAY)
    assert Money(money.amount * converted.rate, "EUR").quantize() == converted.money


def test_the_same_currency_needs_no_rate(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert convert(Money(5, "KRW"), "KRW", on=DAY).money == Money(5, "KRW")


def test_a_corrected_rate_replaces_the_old_one():
    store("EUR", "USD", "1.10")
    assert store("EUR", "USD", "1.11") == RatesStored(0, 1, 0)
    assert [row.rate for row in ExchangeRate.objects.all()] == [Decimal("1.11")]


def test_the_command_loads_a_file_and_says_what_it_did():
    out = StringIO()
    sample = str(FEEDS_DIR / "ecb_reference/samples/daily.xml")
    call_command("load_rates", "ecb_reference", sample, stdout=out)
    call_command("load_rates", "ecb_reference", sample, stdout=out)
    assert out.getvalue().splitlines() == [
        "12 new, 0 corrected, 0 already known",
        "0 new, 0 corrected, 12 already known",
    ]


@pytest.mark.parametrize(
    ("feed", "file"), [("nowhere", "manual/samples/rates.toml"), ("manual", "absent.toml"), ("manual", ".")]
)
def test_the_command_refuses_in_words_and_stores_nothing(feed, file):
    with pytest.raises(CommandError):
        call_command("load_rates", feed, str(FEEDS_DIR / file))
    with pytest.raises(CommandError):
        call_command("load_rates", "manual", str(FEEDS_DIR / "ecb_reference/samples/daily.xml"))
    assert not ExchangeRate.objects.exists()
