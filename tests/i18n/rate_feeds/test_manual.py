from datetime import date
from decimal import Decimal

import pytest

from i18n.rate_feeds import FEEDS_DIR
from i18n.rate_feeds.manual.feed import read
from i18n.rate_feeds.record import BadRateFile, PublishedRate

ENTRY = {"on": "2026-01-09", "base": '"EUR"', "quote": '"VND"', "rate": '"30550"'}


def written(**changes):
    lines = [f"{key} = {value}" for key, value in {**ENTRY, **changes}.items() if value is not None]
    return "\n".join(["[[rate]]", *lines]).encode()


def test_the_sample_is_read_exactly():
    rates = read((FEEDS_DIR / "manual/samples/rates.toml").read_bytes())
    assert rates == [
        PublishedRate("EUR", "VND", Decimal("30250"), date(2026, 1, 8)),
        PublishedRate("EUR", "VND", Decimal("30550.5"), date(2026, 1, 9)),
    ]


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"on": None}, "needs on"),
        ({"on": '"yesterday"'}, "is a day"),
        ({"on": "2026-01-09T10:00:00"}, "is a day"),
        ({"quote": '"DONG"'}, "DONG"),
        ({"quote": '"EUR"'}, "itself"),
        ({"rate": "true"}, "not a number"),
        ({"rate": "-3"}, "plausible"),
        ({"rate": "nan"}, "plausible"),
        ({"colour": '"red"'}, "nothing else"),
    ],
)
def test_an_entry_that_is_wrong_is_numbered(changes, complaint):
    with pytest.raises(BadRateFile, match=f"entry 1.*{complaint}"):
        read(written(**changes))


@pytest.mark.parametrize("content", [b"rate = 3", b"rate = [3]", b"[[rates]]", b"[[rate]]\n[other]"])
def test_other_toml_is_refused(content):
    with pytest.raises(BadRateFile):
        read(content)
