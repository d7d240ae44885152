"""Every symbol is drawn in pixels and read back by a reader that shares no code with the one that drew it."""

import io

import pytest
import zxingcpp
from PIL import Image

from catalog.traceability.gs1.element_string import read_scanned
from catalog.traceability.symbols.code128 import code_128_symbol, gs1_128_symbol
from catalog.traceability.symbols.data_matrix.codewords import SIZES, TooLongForDataMatrix, correction
from catalog.traceability.symbols.data_matrix.symbol import gs1_data_matrix
from catalog.traceability.symbols.ean import NoEan, ean_digits, ean_symbol
from catalog.traceability.symbols.png import symbol_png
from catalog.traceability.symbols.qr import qr_symbol
from catalog.traceability.symbols.svg import symbol_svg
from catalog.traceability.symbols.symbol import Symbol

GTIN = "09501101530003"


def read(symbol: Symbol) -> zxingcpp.Barcode:
    (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(symbol_png(symbol, module=3))))
    return found


def test_each_symbol_reads_back_as_what_it_is() -> None:
    cases = [
        (qr_symbol("https://example.org/01/09501101530003/21/7K3M9QXW2T4BC"), "]Q", None),
        (gs1_128_symbol("00", "106141412345678908", height=60), "]C1", "(00)106141412345678908"),
        (code_128_symbol("EE123456785VN"), "]C0", "EE123456785VN"),
        (ean_symbol(GTIN), "]E0", "9501101530003"),
        (ean_symbol("614141999996"), "]E0", "0614141999996"),
        (ean_symbol("96385074"), "]E4", "96385074"),
    ]
    for symbol, identifier, text in cases:
        found = read(symbol)
        assert found.symbology_identifier.startswith(identifier), (text, found.symbology_identifier)
        assert text is None or found.text == text


def test_a_data_matrix_of_every_size_says_what_it_was_given() -> None:
    sides = set()
    cases = [[("01", GTIN), ("240", "x" * length)] for length in range(1, 31)]
    cases += [[("01", GTIN), ("10", "(L)/" + "n" * 16), ("21", "a" * 20), ("240", "z" * more)] for more in (1, 20, 29)]
    for elements in cases:
        symbol = gs1_data_matrix(elements)
        found = read(symbol)
        assert found.symbology_identifier == "]d2", elements
        assert sorted(read_scanned(found.bytes.decode())) == sorted(elements)
        sides.add(symbol.width)
    assert sides >= {16, 18, 20, 22, 24, 26, 32, 36}, sides
    large = [("01", GTIN), ("10", "A" * 20), ("21", "b" * 20), ("240", "c" * 30), ("241", "d" * 30), ("250", "e" * 29)]
    assert gs1_data_matrix(large).width == 48 and read(gs1_data_matrix(large)).bytes.count(b"\x1d") == 4
    with pytest.raises(TooLongForDataMatrix):
        gs1_data_matrix([*large, ("251", "f" * 30)])
    for size in SIZES:
        assert len(correction([1] * size.data, size.correction)) == size.correction


def test_what_has_no_ean_symbol_is_refused() -> None:
    for gtin in ("19501101530000", "", "9501101530004", "abc", "1234567"):
        with pytest.raises(NoEan):
            ean_digits(gtin)
    assert ean_digits("00000096385074") == "96385074"


def test_a_picture_has_its_quiet_zone_and_escapes_its_name() -> None:
    symbol = qr_symbol("x")
    assert symbol.whole_width == 21 + 8
    svg = symbol_svg(symbol, title="<a>&")
    assert 'viewBox="0 0 29 29"' in svg and "&lt;a&gt;&amp;" in svg
    with pytest.raises(ValueError, match="from 1 to 40"):
        symbol_png(symbol, module=41)
