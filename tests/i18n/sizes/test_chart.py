"""The tables are whole, and grow from row to row in every system that counts."""

import pytest

from i18n.sizes.chart import SizeChart, charts


@pytest.mark.parametrize("chart", charts().values(), ids=lambda chart: chart.kind)
def test_every_row_has_every_system_and_measure(chart: SizeChart) -> None:
    assert chart.rows and chart.source
    for row in chart.rows:
        assert tuple(row.sizes) == chart.systems
        assert tuple(row.measures) == chart.measures


@pytest.mark.parametrize("chart", charts().values(), ids=lambda chart: chart.kind)
def test_a_larger_body_never_has_a_smaller_size(chart: SizeChart) -> None:
    for system in {"EU", "UK", "US", "IT"} & set(chart.systems):
        sizes = [float(row.sizes[system]) for row in chart.rows]
        assert sizes == sorted(sizes), system
    bodies = [next(iter(row.measures.values())) for row in chart.rows]
    assert bodies == sorted(set(bodies))


def test_all_that_is_worn_is_there() -> None:
    assert set(charts()) == {"shoes_men", "shoes_women", "shoes_children", "clothes_men", "clothes_women"}
