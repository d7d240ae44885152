import pytest

from i18n.measures import measures_of, show_dimensions, show_length, show_weight


def test_only_the_americans_measure_in_pounds_and_inches() -> None:
    assert measures_of("US") == measures_of("LR") == "us"
    assert measures_of("GB") == measures_of("VN") == measures_of("") == "metric"


@pytest.mark.parametrize(
    ("grams", "language", "shown"),
    [
        (4500, "en", "9.9 lb (4.5 kg)"),
        (250, "en", "8.8 oz (250 g)"),
        (1, "en", "0.1 oz (1 g)"),
        (100_000, "en", "220 lb (100 kg)"),
        (4500, "ko", "9.9lb (4.5kg)"),
        (0, "en", "0 oz (0 g)"),
    ],
)
def test_weights_in_pounds_keep_the_metric_ones_beside_them(grams: int, language: str, shown: str) -> None:
    assert show_weight(grams, language, "us") == shown


def test_elsewhere_only_the_metric_ones_are_told() -> None:
    assert show_weight(4500, "nl") == "4,5 kg"
    assert show_length(1205, "nl") == "120,5 cm"
    assert show_dimensions((1200, 600, 755), "nl") == "120 × 60 × 75,5 cm"


def test_lengths_in_inches_and_long_ones_in_feet() -> None:
    assert show_length(1205, "en", "us") == "47.4 in (120.5 cm)"
    assert show_length(3048, "en", "us") == "10 ft (304.8 cm)"
    assert show_dimensions((1200, 600, 755), "en", "us") == "47.2 × 23.6 × 29.7 in (120 × 60 × 75.5 cm)"
    assert show_dimensions((3048, 610, 300), "en", "us") == "10 × 2 × 1 ft (304.8 × 61 × 30 cm)"
