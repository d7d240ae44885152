"""``symbol_png``: a symbol in whole pixels."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw

from catalog.traceability.symbols.symbol import Symbol

LARGEST_MODULE = 40


def symbol_image(symbol: Symbol, *, module: int) -> Image.Image:
    """Of one bit a pixel, ``module`` pixels to a module, with its quiet zone."""
    size = (symbol.whole_width * module, round(symbol.whole_height * module))
    image = Image.new("1", size, 1)
    draw = ImageDraw.Draw(image)
    for x, y, width, height in symbol.rectangles:
        left, top = (x + symbol.quiet.left) * module, round((y + symbol.quiet.above) * module)
        draw.rectangle((left, top, left + width * module - 1, top + round(height * module) - 1), fill=0)
    return image


def symbol_png(symbol: Symbol, *, module: int = 8) -> bytes:
    """Raises ``ValueError`` for modules of no pixel or of more than forty."""
    if not 1 <= module <= LARGEST_MODULE:
        raise ValueError(f"a module has from 1 to {LARGEST_MODULE} pixels")
    file = BytesIO()
    symbol_image(symbol, module=module).save(file, "PNG", optimize=True)
    return file.getvalue()
