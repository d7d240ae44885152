"""Excel workbooks out and in."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from i18n.exchange import workbook as layout
from i18n.exchange.read_xlsx import read_xlsx
from i18n.exchange.unit_in_file import FileRefused, UnitInFile
from i18n.exchange.write_xlsx import write_xlsx
from i18n.translation import text_hash
from tests.i18n.exchange.test_xliff import ANY, unit


def written(*units) -> bytes:  # type: ignore[no-untyped-def]  # Units
    return write_xlsx(units, source_language="vi", language="en", reader="vi")


@settings(max_examples=40, deadline=None)
@given(st.lists(ANY, min_size=1, max_size=5))
def test_what_a_cell_can_hold_survives(texts: list[str]) -> None:
    """Control characters, which no cell can hold, never stand in a stored text; line ends become one kind."""
    texts = ["".join(c for c in text if c.isprintable() or c == "\n") or "x" for text in texts]
    back = read_xlsx(written(*(unit("Ghế", text, field="name") for text in texts))).units
    assert [one.text for one in back] == texts
    assert [one.target_hash for one in back] == [text_hash(text) for text in texts]


def test_nothing_becomes_a_formula_and_what_must_not_be_touched_is_hidden() -> None:
    content = written(unit("=1+1", '=HYPERLINK("http://x")', field="name"), unit("Ghế", field="name"))
    sheet = load_workbook(BytesIO(content))[layout.SHEET]
    assert sheet.cell(2, layout.ORIGINAL + 1).data_type == "s"
    assert sheet.cell(2, layout.TRANSLATION + 1).value == '=HYPERLINK("http://x")'
    assert sheet.column_dimensions["A"].hidden and not sheet.column_dimensions["E"].hidden
    back = read_xlsx(content).units
    assert back[0].text == '=HYPERLINK("http://x")'
    assert back[1] == UnitInFile("catalog.Product/12/name", "", text_hash("Ghế"), "")


def test_other_files_are_refused() -> None:
    foreign = BytesIO()
    with ZipFile(foreign, "w") as archive:
        archive.writestr("a.txt", "a")
    bomb = BytesIO()
    with ZipFile(BytesIO(written(unit("Ghế")))) as good, ZipFile(bomb, "w") as archive:
        for name in good.namelist():
            content = good.read(name)
            archive.writestr(name, b'<!DOCTYPE x [<!ENTITY a "a">]>' + content if "sheet1" in name else content)
    for content in (b"PK\x03\x04", foreign.getvalue(), bomb.getvalue(), written(unit("Ghế"))[:-100]):
        with pytest.raises(FileRefused):
            read_xlsx(content)
