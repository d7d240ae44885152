"""``labels_zpl``: the same labels for printers that speak ZPL II, at 8 dots to the millimetre, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from catalog.traceability.labels.zpl_text import escaped
from logistics.shipments.labels.label import LogisticsLabel

DOTS_PER_MM = 8
WIDTH, HEIGHT = 105 * DOTS_PER_MM, 148 * DOTS_PER_MM
MODULE_DOTS = 4
"""0.5 mm."""
LONGEST_LINE = 40
MOST_LINES = 7


def labels_zpl(labels: Sequence[LogisticsLabel]) -> bytes:
    """UTF-8; whether a printer has the letters of a name depends on the fonts in it."""
    return "\n".join(_label(label) for label in labels).encode()


def _label(label: LogisticsLabel) -> str:
    lines = ["^XA", "^CI28", f"^PW{WIDTH}", f"^LL{HEIGHT}", "^LH0,0"]
    lines += _column("FROM", label.sender, x=24, size=20)
    lines += _column("TO", label.receiver, x=340, size=28)
    facts = (
        f"CARRIER {label.carrier} {label.service}".strip(),
        f"TRACKING {label.tracking_number}" if label.tracking_number else "",
        f"ORDER {label.reference}   PARCEL {label.parcel}   {label.weight}".rstrip(),
    )
    lines += [_text(24, 360 + 36 * row, 26, fact) for row, fact in enumerate(filter(None, facts))]
    if label.route:
        lines += _barcode(480, 160, "421", label.route)
    heading = "SSCC (INTERNAL NUMBER, NOT REGISTERED WITH GS1)" if label.sscc_is_internal else "SSCC"
    lines += [f"^FO16,800^GB{WIDTH - 32},3,3^FS", _text(24, 816, 20, heading), *_barcode(850, 256, "00", label.sscc)]
    return "\n".join([*lines, "^XZ"])


def _column(heading: str, lines: Sequence[str], *, x: int, size: int) -> Iterator[str]:
    yield _text(x, 24, 18, heading)
    for row, line in enumerate(lines[:MOST_LINES]):
        yield _text(x, 50 + row * (size + 10), size, line[:LONGEST_LINE])


def _text(x: int, y: int, size: int, words: str) -> str:
    return f"^FO{x},{y}^A0N,{size},{size}^FH\\^FD{escaped(words)}^FS"


def _barcode(y: int, height: int, identifier: str, value: str) -> Iterator[str]:
    """``>;>8`` begins in pairs of digits with FNC1; the words below are our own, as a printer shows no brackets."""
    start = ">;>8" if value.isdigit() and len(value + identifier) % 2 == 0 else ">:>8"
    yield f"^FO80,{y}^BY{MODULE_DOTS}^BCN,{height},N,N,N,N^FD{start}{identifier}{value}^FS"
    yield _text(200, y + height + 12, 34, f"({identifier}) {value}")
