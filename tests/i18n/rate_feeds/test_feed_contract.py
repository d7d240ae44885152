"""What every rate feed must do: its samples in, rates out; the same file twice changes nothing."""

from datetime import UTC, datetime

import pytest

from i18n.exchange_rate import ExchangeRate
from i18n.rate_feeds import FEEDS_DIR, UnknownFeed, feed, feeds
from i18n.rate_feeds.record import BadRateFile, PublishedRate
from i18n.store_rates import RatesStored, store_rates

SAMPLES = [(path.parent.parent.name, path) for path in sorted(FEEDS_DIR.glob("*/samples/*"))]
NOW = datetime(2026, 1, 10, tzinfo=UTC)
LATER = datetime(2026, 1, 11, tzinfo=UTC)


def test_every_feed_has_a_sample():
    assert {name for name, _ in SAMPLES} == set(feeds()) >= {"ecb_reference", "manual"}


@pytest.mark.parametrize(("name", "sample"), SAMPLES)
def test_a_sample_gives_rates(name, sample):
    records = feed(name)(sample.read_bytes())
    assert records and all(isinstance(record, PublishedRate) for record in records)
    assert "SAMPLE" in sample.read_text(encoding="utf-8")


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "sample"), SAMPLES)
def test_a_sample_twice_changes_nothing(name, sample):
    records = feed(name)(sample.read_bytes())
    assert store_rates(source=name, records=records, now=NOW) == RatesStored(len(records), 0, 0)
    before = list(ExchangeRate.objects.order_by("pk").values())
    assert store_rates(source=name, records=records, now=LATER) == RatesStored(0, 0, len(records))
    assert list(ExchangeRate.objects.order_by("pk").values()) == before


@pytest.mark.parametrize("name", feeds())
@pytest.mark.parametrize(
    "content", [b"", b"\x00\xff\xfe", b"<a><b></a>", b"[[rate]]\n", "<Cube time='x'/>".encode("utf-16"), b"a" * 100_000]
)
def test_nonsense_is_refused_in_words(name, content):
    with pytest.raises(BadRateFile) as caught:
        feed(name)(content)
    assert str(caught.value)


def test_an_unknown_feed_is_named_with_the_known_ones():
    with pytest.raises(UnknownFeed, match="ecb_reference"):
        feed("../manual")
