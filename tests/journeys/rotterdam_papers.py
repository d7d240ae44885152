"""The papers of the journey to Rotterdam: declared once, made together, kept as pictures that people look at."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]  # has no types
from PIL import Image

PICTURES = Path(__file__).parents[2] / "build" / "documents"
"""Beside the screenshots; not part of the repository."""
SCALE = 1.5
"""Pixels per point: 108 dpi."""
EDGE = 12
"""Pixels at the edge of a page, 2.8 mm, where no printer prints."""
DECLARE = """
mutation($shipment: ID!, $input: CustomsDeclarationInput!) {
  customsDeclarationUpdate(shipment: $shipment, input: $input, suggest: true) {
    declaration { version stages { mode } containers { number } grossWeight { value } } errors { field code message }
} }"""


def declare(maker: Any, shipment: str, container: str) -> None:
    """The way comes from the legs; seal and tare from the maker."""
    said = {
        "marks": "WINKEL VOORBEELD / ROTTERDAM / 1-2",
        "containers": [{"number": container, "seal": "VN000123", "tareGrams": 2_230_000}],
    }
    made = maker.run(DECLARE, shipment=shipment, input=said)["customsDeclarationUpdate"]["declaration"]
    assert made["version"] == 2
    assert [stage["mode"] for stage in made["stages"]] == ["TRUCK", "BARGE", "VESSEL", "TRUCK"]


def keep_pictures(kind: str, pdf: bytes) -> None:
    """Every page as PNG; something is on it, and nothing runs out of it."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for number, page in enumerate(pypdfium2.PdfDocument(BytesIO(pdf)), start=1):
        picture = page.render(scale=SCALE).to_pil().convert("L")
        assert picture.getextrema()[0] < 128, f"page {number} of {kind} is empty"
        for side in edges(picture):
            assert side.getextrema()[0] > 250, f"page {number} of {kind} runs out of the paper"
        picture.save(PICTURES / f"rotterdam-{kind.lower().replace('_', '-')}-{number}.png")


def edges(picture: Image.Image) -> list[Image.Image]:
    """Left, right, top, bottom."""
    width, height = picture.size
    boxes = [
        (0, 0, EDGE, height),
        (width - EDGE, 0, width, height),
        (0, 0, width, EDGE),
        (0, height - EDGE, width, height),
    ]
    return [picture.crop(box) for box in boxes]
