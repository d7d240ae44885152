"""``PdfFile``: a PDF written page by page, of which only the places of its objects are held (ISO 32000-1)."""

from __future__ import annotations

import zlib
from typing import BinaryIO

_CATALOG, _PAGES, _FONT = 1, 2, 3


class PdfFile:
    """The font is object 3 and called ``/F``; whoever draws adds it before `close`."""

    font = _FONT

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._places: dict[int, int] = {}
        self._last = _FONT
        self._pages: list[int] = []
        self._at = 0
        self._write(b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n")

    def reserve(self) -> int:
        self._last += 1
        return self._last

    def add(self, number: int, body: str) -> None:
        self._places[number] = self._at
        self._write(f"{number} 0 obj\n{body}\nendobj\n".encode("ascii"))

    def add_stream(self, number: int, content: bytes, entries: str = "") -> None:
        packed = zlib.compress(content, 6)
        self._places[number] = self._at
        head = f"{number} 0 obj\n<< /Length {len(packed)} /Filter /FlateDecode {entries}>>\nstream\n"
        self._write(head.encode("ascii") + packed + b"\nendstream\nendobj\n")

    def add_page(self, content: bytes, *, width: float, height: float) -> None:
        """Sizes in points."""
        drawn, page = self.reserve(), self.reserve()
        self.add_stream(drawn, content)
        self.add(
            page,
            f"<< /Type /Page /Parent {_PAGES} 0 R /MediaBox [0 0 {width:.4f} {height:.4f}] "
            f"/Resources << /Font << /F {_FONT} 0 R >> >> /Contents {drawn} 0 R >>",
        )
        self._pages.append(page)

    def close(self) -> None:
        """Write what leads to all of it. The file itself stays open."""
        kids = " ".join(f"{page} 0 R" for page in self._pages)
        self.add(_PAGES, f"<< /Type /Pages /Count {len(self._pages)} /Kids [{kids}] >>")
        scaling = "/ViewerPreferences << /PrintScaling /None >>"
        self.add(_CATALOG, f"<< /Type /Catalog /Pages {_PAGES} 0 R {scaling} >>")
        start, count = self._at, self._last + 1
        rows = "".join(f"{self._places[number]:010d} 00000 n \n" for number in range(1, count))
        trailer = f"trailer\n<< /Size {count} /Root {_CATALOG} 0 R >>\nstartxref\n{start}\n%%EOF\n"
        self._write(f"xref\n0 {count}\n0000000000 65535 f \n{rows}{trailer}".encode("ascii"))

    def _write(self, content: bytes) -> None:
        self._file.write(content)
        self._at += len(content)
