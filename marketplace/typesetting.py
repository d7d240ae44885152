"""typst, loaded when the first paper is set: 7 MB that processes which set none do without."""

from typing import TYPE_CHECKING

from marketplace.loaded_later import loaded_later

if TYPE_CHECKING:
    from typst import Compiler as Compiler
    from typst import Fonts as Fonts
    from typst import PDFStandard as PDFStandard
    from typst import TypstError as TypstError

__getattr__ = loaded_later(__name__, dict.fromkeys(("Compiler", "Fonts", "PDFStandard", "TypstError"), "typst"))
