"""Reading SVG and DXF: what is an outline, what it is called, on which layer; and what is refused."""

import io
from typing import Any

import pytest

from marketplace.expo.plan.drawings.drawing import MOST_BYTES, DrawingRefused, check_size
from marketplace.expo.plan.drawings.dxf import read_dxf
from marketplace.expo.plan.drawings.roles import Role, guess_roles
from marketplace.expo.plan.drawings.svg import read_svg

SVG = """<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
     width="420mm" viewBox="0 0 60 40">
  <defs><rect id="unused" width="3" height="3"/></defs>
  <rect id="hall" width="60" height="40"/>
  <g inkscape:label="Gian hàng" transform="translate(3 3)">
    <rect id="A01" width="3" height="3"/>
    <g transform="scale(2)"><polygon data-code="A02" points="3,0 6,0 6,1.5 4.5,1.5 4.5,3 3,3"/></g>
    <path id="path12" d="m 0 6 h 3 v 3 h -3 z M 9 9 H 12 V 12 H 9 Z"/>
    <text x="1" y="8">A03</text><text><tspan x="10" y="11">A0</tspan><tspan>4</tspan></text>
    <polyline id="rect77" points="20,0 23,0 23,3 20,3 20,0"><title>A05</title></polyline>
    <circle r="2"/><path d="M0 0 C 1 1 2 2 3 3 Z"/>
  </g>
  <g class="aisle" transform="rotate(90 30 20)"><rect x="10" y="0" width="20" height="3"/></g>
</svg>"""


def test_an_svg_is_read_by_groups_labels_and_transformations() -> None:
    drawing = read_svg(SVG.encode())
    found = {(one.layer, one.label): one.box for one in drawing.outlines}
    assert found == {
        ("", "hall"): (0, 0, 60, 40),
        ("Gian hàng", "A01"): (3, 3, 6, 6),
        ("Gian hàng", "A02"): (9, 3, 15, 9),
        ("Gian hàng", "A03"): (3, 9, 6, 12),
        ("Gian hàng", "A0 4"): (12, 12, 15, 15),
        ("Gian hàng", "A05"): (23, 3, 26, 6),
        ("aisle", ""): (47, 0, 50, 20),
    }
    assert drawing.left_out == 2, "a circle and a curve"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not xml",
        b"<html/>",
        b"<svg/>",
        b'<svg><rect width="0" height="3"/></svg>',
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg><rect width="3" height="3"/></svg>',
        b'<svg><rect width="1e300" height="3"/></svg>',
        b'<svg><g transform="skewX(20)"><rect width="3" height="3"/></g></svg>',
        b'<svg><g transform="translate()"><rect width="3" height="3"/></g></svg>',
        b'<svg><polygon points="' + b"0,0 1,1 " * 300 + b'"/></svg>',
        b"<svg>" + b"<g>" * 60 + b'<rect width="3" height="3"/>' + b"</g>" * 60 + b"</svg>",
        b"<svg>" + b'<rect width="3" height="3"/>' * 3_001 + b"</svg>",
    ],
)
def test_a_bad_svg_is_refused_with_words(content: bytes) -> None:
    with pytest.raises(DrawingRefused) as caught:
        read_svg(content)
    assert caught.value.problems[0].message


def dxf_bytes(document: Any) -> bytes:
    stream = io.StringIO()
    document.write(stream)
    return stream.getvalue().encode()


def draw_dxf() -> Any:
    """Millimetres, the origin below on the left as CAD programs have it."""
    import ezdxf.filemanagement

    document = ezdxf.filemanagement.new(units=4)
    space = document.modelspace()
    booth = document.blocks.new("BOOTH")
    booth.add_lwpolyline([(0, 0), (3000, 0), (3000, 3000), (0, 3000)], close=True, dxfattribs={"layer": "BOOTHS"})
    space.add_lwpolyline([(0, 0), (60000, 0), (60000, 40000), (0, 40000)], close=True, dxfattribs={"layer": "HALL"})
    for number, x in enumerate((3000, 6000), 1):
        space.add_blockref("BOOTH", (x, 34000)).add_attrib("CODE", f"B{number:02}", (x + 500, 35000))
    corners = [(12, 34), (18, 34), (18, 37), (15, 37), (15, 40), (12, 40)]
    for (x1, y1), (x2, y2) in zip(corners, [*corners[1:], corners[0]], strict=True):
        space.add_line((x1 * 1000, y1 * 1000), (x2 * 1000, y2 * 1000), dxfattribs={"layer": "BOOTHS"})
    space.add_text("B03", dxfattribs={"layer": "BOOTHS", "insert": (13000, 35000)})
    space.add_lwpolyline([(0, 30000), (60000, 30000), (60000, 33000), (0, 33000)], close=True).dxf.layer = "LOI_DI"
    space.add_circle((1, 1), 5)
    return document


def test_a_dxf_is_read_by_layers_blocks_and_loops_of_lines() -> None:
    drawing = read_dxf(dxf_bytes(draw_dxf()))
    found = {(one.layer, one.label): one.box for one in drawing.outlines}
    assert found == {
        ("HALL", ""): (0, -40000, 60000, 0),
        ("BOOTHS", "B01"): (3000, -37000, 6000, -34000),
        ("BOOTHS", "B02"): (6000, -37000, 9000, -34000),
        ("BOOTHS", "B03"): (12000, -40000, 18000, -34000),
        ("LOI_DI", ""): (0, -33000, 60000, -30000),
    }
    assert (drawing.metres_per_unit, drawing.left_out) == (0.001, 1)


def test_a_bad_dxf_is_refused_with_words() -> None:
    import ezdxf.filemanagement

    whole = dxf_bytes(draw_dxf())
    nested = ezdxf.filemanagement.new()
    grid = nested.blocks.new("X")
    grid.add_lwpolyline([(0, 0), (1, 0), (1, 1)], close=True)
    nested.modelspace().add_blockref("X", (0, 0), dxfattribs={"row_count": 900, "row_spacing": 2})
    for content in (b"", b"\x00\xff" * 50, b"0\nSECTION\n2\nNOTHING", whole[:200], dxf_bytes(nested), SVG.encode()):
        with pytest.raises(DrawingRefused):
            read_dxf(content)
    with pytest.raises(DrawingRefused):
        check_size(b" " * (MOST_BYTES + 1))


def test_layers_say_what_they_are_about() -> None:
    guessed = guess_roles(["BOOTHS", "Gian hàng tiêu chuẩn", "LOI_DI", "0", "Emergency exits", "Nhà vệ sinh", "DIM"])
    assert list(guessed.values()) == [
        Role.BOOTH, Role.BOOTH, Role.AISLE, Role.BOOTH, Role.EMERGENCY_EXIT, Role.TOILETS, Role.NOTHING,
    ]  # fmt: skip
