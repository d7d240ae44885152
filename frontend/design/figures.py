from decimal import Decimal
from typing import Any

from frontend.components.charts.bars import bars
from frontend.components.charts.drawing import Chart, Figures, Series
from frontend.components.charts.line import line
from frontend.design.example import MOMENT, Example
from frontend.design.page import DesignPage
from frontend.maps.chain import chain_picture
from frontend.maps.country_tiles import country_tiles
from frontend.maps.places import places_map
from frontend.maps.way import way_map
from i18n.formatting import format_compact, format_number

MONTHS = ("07", "08", "09", "10", "11")
VALUES = ("1200", "1850", "900", "2400", "3100")
PORTS = {"Cát Lái": (106.79, 10.76), "Singapore": (103.85, 1.26), "Rotterdam": (4.14, 51.95)}


class FiguresPage(DesignPage):
    """Charts, chains and ways; behind each stands its table."""

    sheets = ("charts", "chain", "tracking", "design")

    def samples(self) -> dict[str, Any]:
        nodes = [
            _node("wood", 0, "Acacia logs"),
            _node("plank", 1, "Planks", kind="PROCESS"),
            _node("tray", 2, "Round tray"),
        ]
        nodes.append({**_node("oil", 0, ""), "kind": "HIDDEN"})
        edges = [
            {"source": one, "target": other} for one, other in (("wood", "plank"), ("oil", "plank"), ("plank", "tray"))
        ]
        legs = [_leg(1, "Cát Lái", "Singapore", done=True), _leg(2, "Singapore", "Rotterdam", done=False)]
        return {
            "world": country_tiles(
                {"NL": Decimal(3100), "JP": Decimal(900), "US": Decimal(1850)},
                lambda value: format_number(value, self.visit.language),
                self.visit.language,
            ),
            "columns": self._chart(bars),
            "lines": self._chart(line),
            "points": list(zip(MONTHS, VALUES, strict=True)),
            "chain": chain_picture(nodes, edges),
            "places": places_map(nodes, edges),
            "map": way_map(legs),
            "legs": legs,
            "alerts": [Example("ShipmentAlert", kind="DELAYED", kindDisplay="Later than expected", meaning="A day.")],
        }  # fmt: skip

    def _chart(self, drawn: Any) -> Chart:
        language = self.visit.language
        values = [Decimal(value) for value in VALUES]
        figures = Figures(
            labels=MONTHS,
            names=[f"2026-{month}" for month in MONTHS],
            series=[Series("EUR", values)],
            say=lambda value: format_number(value, language),
            label=lambda value: format_compact(value, language),
        )
        chart: Chart = drawn(figures)
        return chart


def _node(key: str, layer: int, name: str, kind: str = "THING") -> dict[str, Any]:
    longitude, latitude = list(PORTS.values())[layer]
    step = {"placeName": list(PORTS)[layer], "longitude": longitude, "latitude": latitude}
    return {
        "key": key,
        "layer": layer,
        "kind": kind,
        "name": name,
        "what": name,
        "isStart": layer == 2,
        "steps": [step],
    }


def _leg(number: int, start: str, end: str, *, done: bool) -> dict[str, Any]:
    path = [{"longitude": PORTS[place][0], "latitude": PORTS[place][1]} for place in (start, end)]
    actual = MOMENT if done else None
    return {
        "number": number,
        "mode": "SEA",
        "modeDisplay": "Sea",
        "path": path,
        "origin": {"name": start, "code": ""},
        "destination": {"name": end, "code": "NLRTM"},
        "departure": MOMENT,
        "actualDeparture": MOMENT,
        "arrival": MOMENT if done else None,
        "actualArrival": actual,
        "vesselName": "Sông Bé",
        "voyage": "024W",
        "carrierName": "",
        "reference": "",
        "transportDocument": "",
        "containers": [],
    }
