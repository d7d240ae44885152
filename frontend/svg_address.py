"""An SVG of the API's as the address of a picture, so that nothing of it runs in the page."""

import base64


def svg_address(svg: str) -> str:
    """``data:image/svg+xml;base64,…``; standing alone it has to say that it is one."""
    if "xmlns=" not in svg:
        svg = svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"
