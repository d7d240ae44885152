"""``labels_pdf``: the labels of a shipment, each on a page of A6."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson

from catalog.traceability.symbols.code128 import QUIET_ZONE_MODULES, gs1_128
from i18n.fonts import fonts
from logistics.shipments.labels.label import LogisticsLabel
from marketplace import typesetting

TEMPLATE = Path(__file__).parent / "label.typ"
MODULE_MM = 0.5
"""Width of the narrowest bar; GS1 wants 0.495 to 1.016 mm on logistics labels."""
WIDEST_MM = 99.0
"""Of a page of 105 mm."""


def labels_pdf(labels: Sequence[LogisticsLabel], *, at: datetime) -> bytes:
    """To be printed at its real size. Texts reach the template as data; same labels and time give the same bytes."""
    data = orjson.dumps([_page(label) for label in labels]).decode()
    compiler = typesetting.Compiler(TEMPLATE.read_bytes(), font_paths=fonts(), sys_inputs={"labels": data})
    pdf = compiler.compile(format="pdf", timestamp=at.astimezone(UTC).replace(microsecond=0))
    if not isinstance(pdf, bytes):
        raise TypeError("typst gives a list of files for page images only")
    return pdf


def _page(label: LogisticsLabel) -> dict[str, Any]:
    facts = (
        ("CARRIER", label.carrier),
        ("SERVICE", label.service),
        ("TRACKING NUMBER", label.tracking_number),
        ("ORDER", label.reference),
        ("PARCEL", label.parcel),
        ("GROSS WEIGHT", label.weight),
    )
    return {
        "sender": label.sender,
        "receiver": label.receiver,
        "facts": [{"name": name, "value": value} for name, value in facts if value],
        "route": _bars("421", label.route, f"(421) {label.route}") if label.route else None,
        "sscc": _bars("00", label.sscc, f"(00) {label.sscc}"),
        "internal": label.sscc_is_internal,
    }


def _bars(identifier: str, value: str, words: str) -> dict[str, Any] | None:
    """Bars as distance and width in millimetres, the quiet zone before them; nothing when the page is too narrow."""
    widths = gs1_128(identifier, value)
    total = (sum(widths) + 2 * QUIET_ZONE_MODULES) * MODULE_MM
    if total > WIDEST_MM:
        return None
    bars, at = [], QUIET_ZONE_MODULES
    for index, width in enumerate(widths):
        if index % 2 == 0:
            bars.append([at * MODULE_MM, width * MODULE_MM])
        at += width
    return {"bars": bars, "width": total, "words": words}
