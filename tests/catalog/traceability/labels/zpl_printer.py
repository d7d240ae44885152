"""A label printer in a hundred lines: the commands that our labels use, drawn in dots.

Symbols are made by zxing-cpp's own writer, which shares no code with what drew the PDF.
"""

import re
from collections.abc import Iterator
from typing import Any

import zxingcpp
from PIL import Image

from catalog.traceability.gs1.element_string import bracketed, read_scanned

_FIELD = re.compile(r"\^FO(\d+),(\d+)(.*?)\^FS", re.DOTALL)
_HEX = re.compile(r"((?:\\[0-9A-F]{2})+)")


def printed(zpl: str) -> Iterator[Image.Image]:
    """Every label, one after the other; raises for a command it does not know."""
    pictures = {found[1]: _picture(found) for found in re.finditer(r"~DG(\S+?),(\d+),(\d+),([0-9A-F]*)\n", zpl)}
    for label in re.findall(r"\^XA(.*?)\^XZ", zpl, re.DOTALL):
        if "^ID" not in label:
            yield _label(label, pictures)


def _label(label: str, pictures: dict[str, Image.Image]) -> Image.Image:
    width, height = (int(re.search(rf"\^{name}(\d+)", label)[1]) for name in ("PW", "LL"))  # type: ignore[index]  # always said
    paper = Image.new("1", (width, height), 1)
    for x, y, field in _FIELD.findall(label):
        drawn = _drawn(field, pictures)
        if drawn is not None:
            assert int(x) + drawn.width <= width and int(y) + drawn.height <= height, "it leaves the label"
            paper.paste(drawn, (int(x), int(y)))
    return paper


def _drawn(field: str, pictures: dict[str, Image.Image]) -> Image.Image | None:
    data = _HEX.sub(lambda run: bytes.fromhex(run[1].replace("\\", "")).decode(), field.partition("^FD")[2])
    if field.startswith("^XG"):
        return pictures[field.split(",")[0][3:]]
    if found := re.match(r"\^BQN,2,(\d+)", field):
        assert data.startswith("MA,")
        return _matrix(zxingcpp.create_barcode(data[3:], zxingcpp.BarcodeFormat.QRCode, ec_level="M"), int(found[1]))
    if found := re.match(r"\^BXN,(\d+),200,,,,_,1\^FD_1", field):
        text = re.sub(r"_(_|1)", lambda sign: "_" if sign[1] == "_" else "\x1d", data[2:])
        return _matrix(_gs1(text), int(found[1]))
    if found := re.match(r"\^BY(\d+)\^B([E8])N,(\d+),N,N", field):
        kind = zxingcpp.BarcodeFormat.EAN13 if found[2] == "E" else zxingcpp.BarcodeFormat.EAN8
        return _bars(zxingcpp.create_barcode(data, kind), int(found[1]), int(found[3]))
    assert field.startswith("^A0N,"), field
    return None


def _gs1(text: str) -> Any:
    """The writer wants brackets."""
    return zxingcpp.create_barcode(bracketed(read_scanned(text)), zxingcpp.BarcodeFormat.DataMatrix, gs1=True)


def _matrix(barcode: Any, module: int) -> Image.Image:
    plain = _plain(barcode)
    return plain.resize((plain.width * module, plain.height * module), Image.Resampling.NEAREST).convert("1")


def _bars(barcode: Any, module: int, height: int) -> Image.Image:
    plain = _plain(barcode)
    return (
        plain.crop((0, 0, plain.width, 1)).resize((plain.width * module, height), Image.Resampling.NEAREST).convert("1")
    )


def _plain(barcode: Any) -> Image.Image:
    drawn: Any = zxingcpp.write_barcode_to_image(barcode, scale=1, add_quiet_zones=False)
    height, width = drawn.shape
    return Image.frombytes("L", (width, height), memoryview(drawn).tobytes())


def _picture(found: re.Match[str]) -> Image.Image:
    size, across = int(found[2]), int(found[3])
    content = bytes(byte ^ 0xFF for byte in bytes.fromhex(found[4]))
    assert len(content) == size
    return Image.frombytes("1", (across * 8, size // across), content)
