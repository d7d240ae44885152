"""Lists of values in one parameter."""

from marketplace.one_array import with_arrays


def test_only_the_lists_become_arrays() -> None:
    sql, spans = with_arrays("a IN (%s, %s) AND b LIKE '%%x' AND c IN (%s) AND d = %s", lambda start, size: start < 2)
    assert sql == "a = ANY(%s) AND b LIKE '%%x' AND c IN (%s) AND d = %s"
    assert spans == [(0, 2), (2, 1), (3, 1)]
