"""Sizes of shoes and clothes: what is sold here as 42 is 9 in the United States and 265 in Korea."""

from typing import Any

from frontend.page import Page

SYSTEM_OF_MARKET = {"vn": "VN", "us": "US", "jp": "JP", "kr": "KR"}
"""The column that readers of a market look for first; Europe's elsewhere."""


class Sizes(Page):
    """All tables on one page."""

    def context(self, data: dict[str, Any]) -> dict[str, Any]:
        own = SYSTEM_OF_MARKET.get(self.visit.market, "EU")
        return {"own": own, "charts": [own_first(chart, own) for chart in data["sizeCharts"]]}


def own_first(chart: dict[str, Any], own: str) -> dict[str, Any]:
    """The chart with the reader's column before the others: on a narrow page they are out of sight."""
    order = sorted(range(len(chart["systems"])), key=lambda place: chart["systems"][place] != own)
    rows = [{**row, "sizes": [row["sizes"][place] for place in order]} for row in chart["rows"]]
    return {**chart, "systems": [chart["systems"][place] for place in order], "rows": rows}
