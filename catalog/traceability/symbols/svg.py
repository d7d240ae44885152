"""``symbol_svg``: a symbol as a picture that scales to any size."""

from __future__ import annotations

from django.utils.html import escape

from catalog.traceability.symbols.symbol import Symbol


def symbol_svg(symbol: Symbol, *, title: str = "") -> str:
    """Black on white with its quiet zone; one unit is one module."""
    width, height = symbol.whole_width, symbol.whole_height
    path = "".join(
        f"M{_number(x + symbol.quiet.left)} {_number(y + symbol.quiet.above)}h{_number(w)}v{_number(h)}h-{_number(w)}z"
        for x, y, w, h in symbol.rectangles
    )
    name = f"<title>{escape(title)}</title>" if title else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_number(width)} {_number(height)}" '
        f'shape-rendering="crispEdges">{name}<path fill="#fff" d="M0 0h{_number(width)}v{_number(height)}H0z"/>'
        f'<path d="{path}"/></svg>'
    )


def _number(value: float) -> str:
    return f"{value:g}"
