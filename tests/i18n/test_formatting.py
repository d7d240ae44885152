from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from i18n import formatting
from i18n.languages import LANGUAGES
from i18n.money import Money

MOMENT = datetime(2026, 11, 21, 15, 4, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("amount", "currency", "language", "shown"),
    [
        ("12.5000", "EUR", "en", "€12.50"),
        ("12.5000", "EUR", "nl", "€ 12,50"),
        ("12.5000", "EUR", "it", "12,50 €"),
        ("1250000.0000", "VND", "vi", "1.250.000 ₫"),
        ("1999", "JPY", "ja", "¥1,999"),
        ("54000", "KRW", "ko", "₩54,000"),
        ("0.0125", "EUR", "en", "€0.0125"),
        ("99999999999999.9999", "USD", "en", "US$99,999,999,999,999.9999"),
        ("1", "CNY", "zh-Hans", "¥1.00"),
    ],
)
def test_money_is_written_the_readers_way_with_every_digit_it_has(amount, currency, language, shown):
    written = formatting.format_money(Money(Decimal(amount), currency), language)
    assert written.replace("\xa0", " ").replace("￥", "¥") == shown


def test_numbers_and_shares():
    assert formatting.format_number(Decimal("1234567.12345"), "vi") == "1.234.567,12345"
    assert formatting.format_number(1200, "en") == "1,200"
    assert formatting.format_percent(Decimal("0.085"), "it") == "8,5%"


@pytest.mark.parametrize(
    ("language", "shown"),
    [("en", "21 Nov 2026"), ("nl", "21 nov 2026"), ("ko", "2026. 11. 21."), ("zh-Hans", "2026年11月21日")],
)
def test_dates(language, shown):
    assert formatting.format_date(date(2026, 11, 21), language) == shown


def test_moments_name_the_zone_they_are_shown_in():
    assert formatting.format_datetime(MOMENT, "en") == "21 Nov 2026, 22:04 (UTC+7)"
    assert formatting.format_datetime(MOMENT, "nl", "Europe/Amsterdam") == "21 nov 2026, 16:04 (UTC+1)"
    assert formatting.format_datetime(MOMENT, "vi", "UTC").endswith("(UTC)")
    assert formatting.format_datetime(MOMENT, "en", "Asia/Kolkata").endswith("20:34 (UTC+5:30)")
    assert formatting.format_datetime(MOMENT, "en", "America/New_York").endswith("10:04 (UTC-5)")


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="zone"):
        formatting.format_datetime(MOMENT.replace(tzinfo=None), "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("length", ["short", "medium", "long", "full"])
def test_every_length_works_in_every_language(language, length):
    assert "2026" in formatting.format_datetime(MOMENT, language, length=length) or length == "short"


def test_relative_time():
    assert formatting.format_relative(MOMENT - timedelta(days=3), "en", now=MOMENT) == "3 days ago"
    assert formatting.format_relative(MOMENT + timedelta(hours=5), "nl", now=MOMENT) == "over 5 uur"


def test_measures():
    assert formatting.format_weight(850, "en") == "850 g"
    assert formatting.format_weight(1250, "vi") == "1,25 kg"
    assert formatting.format_weight(24_000_000, "nl") == "24.000 kg"
    assert formatting.format_length(1205, "en") == "120.5 cm"
    assert formatting.format_dimensions([1200, 600, 755], "it") == "120 × 60 × 75,5 cm"
    assert formatting.format_volume(Decimal("0.54"), "vi") == "0,54 m³"


@pytest.mark.parametrize(
    ("size", "shown"),
    [(0, "0 byte"), (999, "999 byte"), (1500, "1.5 kB"), (1234567, "1.2 MB"), (250 * 10**9, "250 GB")],
)
def test_file_sizes(size, shown):
    assert formatting.format_file_size(size, "en") == shown


def test_names():
    assert formatting.format_list(["gỗ", "sơn mài", "gốm"], "vi") == "gỗ, sơn mài và gốm"
    assert formatting.country_name("JP", "vi") == "Nhật Bản"
    assert formatting.country_name("ZZZ", "vi") == "ZZZ"
    assert formatting.currency_name("EUR", "nl") == "Euro"
    assert formatting.language_name("zh-Hans", "nl").startswith("Chinees")
    assert formatting.language_name("no language", "nl") == "no language"


@pytest.mark.parametrize(
    ("stored", "written"),
    [
        ("+842743822518", "+84 274 3822 518"),
        ("+31402380000", "+31 40 238 0000"),
        ("+81832310000", "+81 83-231-0000"),
        ("+82424881234", "+82 42-488-1234"),
        ("+390512345678", "+39 051 234 5678"),
        ("on request", "on request"),
        ("", ""),
    ],
)
def test_telephone_numbers_are_grouped_as_in_their_country(stored: str, written: str) -> None:
    assert formatting.format_phone(stored) == written
