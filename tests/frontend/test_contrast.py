"""Text can be read on its ground, in the light and in the dark: WCAG 2.2, 1.4.3 (4.5:1)."""

from decimal import Decimal

import pytest

from frontend.design.contrast import LEAST, contrast, measured_pairs


def test_every_pair_reads() -> None:
    assert [pair for pair in measured_pairs() if min(pair.light, pair.dark) < LEAST] == []


@pytest.mark.parametrize(
    ("one", "other", "measured"),
    [
        ("#000000", "#ffffff", "21"),
        ("#ffffff", "#ffffff", "1"),
        ("#fff", "#767676", "4.54"),
        ("#777777", "#fff", "4.47"),
    ],
)
def test_contrast_is_measured_as_the_guidelines_do(one: str, other: str, measured: str) -> None:
    assert contrast(one, other) == Decimal(measured)
