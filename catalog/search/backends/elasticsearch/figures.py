"""Counting between round figures, from which ranges that suit what is found are put together afterwards."""

from itertools import pairwise
from typing import Any

from catalog.search.backends.elasticsearch.source import FOREVER, scaled, unscaled
from catalog.search.facet_ranges import PRICE_STEPS, priced_ranges, round_ranges
from catalog.search.request import FacetValue

_ENDS: list[int | None] = [None, *(scaled(step) for step in PRICE_STEPS), None]
FIGURES = tuple(
    {name: end for name, end in (("from", low), ("to", high)) if end is not None} for low, high in pairwise(_ENDS)
)
"""Every bound that a range may have is one of these, in ten-thousandths."""


def priced(counted: Any) -> tuple[FacetValue, ...]:
    counts = {step: bucket["doc_count"] for step, bucket in enumerate(counted["between"]["buckets"])}
    return tuple(FacetValue(str(each), number) for each, number in priced_ranges(counts))


def put_together(counted: Any) -> tuple[FacetValue, ...]:
    """The ranges that part the least from the most, with what was counted within each; empty ones are left out."""
    least, most = counted["least"]["value"], counted["most"]["value"]
    if least is None or most is None:
        return ()
    buckets = [
        (bucket.get("from", 0), bucket.get("to", FOREVER), bucket["products"]["doc_count"])
        for bucket in counted["between"]["buckets"]
    ]
    found = []
    for each in round_ranges(unscaled(least), unscaled(most)):
        low = 0 if each.low is None else scaled(each.low)
        high = FOREVER if each.high is None else scaled(each.high)
        number = sum(counts for start, end, counts in buckets if low <= start and end <= high)
        if number:
            found.append(FacetValue(str(each), number))
    return tuple(found)
