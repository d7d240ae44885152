"""Labels as a scanner sees them: pages in pixels, cut into labels, each read by zxing-cpp."""

from typing import Any

import pypdfium2  # type: ignore[import-untyped]  # has no types
import zxingcpp
from PIL import Image

from catalog.traceability.labels.label_run import LabelRun
from catalog.traceability.labels.sheet import Sheet, sheet_of

DPI = 300


def said(label: Image.Image) -> list[str]:
    """What stands on one label, separators with it."""
    return [code.bytes.decode() for code in zxingcpp.read_barcodes(label.convert("L"))]


def read_labels(run: LabelRun, content: bytes) -> list[str]:
    """Page by page; a label with no symbol that can be read, or with two, fails."""
    sheet, document = sheet_of(run.sheet), pypdfium2.PdfDocument(content)
    found: list[str] = []
    for number in range(len(document)):
        page = document[number].render(scale=DPI / 72, grayscale=True).to_pil()
        on_page = min(sheet.labels, run.count - len(found))
        found += [_one(page, sheet, place) for place in range(on_page)]
    document.close()
    return found


def _one(page: Any, sheet: Sheet, place: int) -> str:
    left, top = sheet.corner(place)
    edges = (left, top, left + sheet.label[0], top + sheet.label[1])
    texts = said(page.crop([round(float(edge) * DPI / 25.4) for edge in edges]))
    assert len(texts) == 1, (sheet.code, place, texts)
    return texts[0]
