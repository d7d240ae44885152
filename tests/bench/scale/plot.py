"""A plot of costs over sizes as SVG: both axes logarithmic, one line for each request, 1.5 times marked."""

from collections.abc import Mapping, Sequence
from html import escape
from math import log10

WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 860, 420, 60, 30, 300, 50
COLOURS = ("#0b6e99", "#b2451d", "#3c7d22", "#7a3e9d", "#a8690a", "#1f5fbf", "#8a1c4a", "#4a5a1f", "#555555", "#0f7f74")


def plot(title: str, sizes: Sequence[int], ratios: Mapping[str, Sequence[float]]) -> str:
    """``ratios``: by the request's name, its cost at each of ``sizes`` against that at the first."""
    highest = max(2.0, *(max(values) for values in ratios.values()))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif"'
        ' font-size="12">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/><text x="{LEFT}" y="18">{escape(title)}</text>',
    ]
    for level in sorted({0.5, 1.0, 1.5, 2.0, 5.0, 10.0, 100.0}):
        if level <= highest:
            y = _y(level, highest)
            dash = ' stroke-dasharray="6 4" stroke="#b00"' if level == 1.5 else ' stroke="#ccc"'
            parts.append(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"{dash}/>')
            parts.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{level:g}×</text>')
    for size in sizes:
        parts.append(f'<text x="{_x(size, sizes):.1f}" y="{HEIGHT - 24}" text-anchor="middle">{size:,}</text>')
    for place, (name, values) in enumerate(ratios.items()):
        colour = COLOURS[place % len(COLOURS)]
        points = " ".join(
            f"{_x(size, sizes):.1f},{_y(value, highest):.1f}" for size, value in zip(sizes, values, strict=True)
        )
        parts.append(f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="{points}"/>')
        y = TOP + 18 * place + 10
        parts.append(f'<rect x="{WIDTH - RIGHT + 14}" y="{y - 9}" width="10" height="10" fill="{colour}"/>')
        parts.append(f'<text x="{WIDTH - RIGHT + 30}" y="{y}">{escape(name)} ({values[-1]:.2f}×)</text>')
    return "\n".join([*parts, "</svg>\n"])


def _x(size: int, sizes: Sequence[int]) -> float:
    span = log10(sizes[-1]) - log10(sizes[0]) or 1.0
    return LEFT + 20 + (WIDTH - LEFT - RIGHT - 40) * (log10(size) - log10(sizes[0])) / span


def _y(ratio: float, highest: float) -> float:
    lowest = 0.5
    share = (log10(max(ratio, lowest)) - log10(lowest)) / (log10(highest) - log10(lowest))
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * share
