"""openpyxl, loaded when the first workbook is made or read.

It brings numpy with it, and together they are 25 MB in every process, most of which never see a workbook.
"""

from typing import TYPE_CHECKING

from marketplace.loaded_later import loaded_later

if TYPE_CHECKING:
    from openpyxl import Workbook as Workbook
    from openpyxl import load_workbook as load_workbook
    from openpyxl.cell import WriteOnlyCell as WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE as ILLEGAL_CHARACTERS_RE
    from openpyxl.comments import Comment as Comment
    from openpyxl.styles import Alignment as Alignment
    from openpyxl.styles import Font as Font
    from openpyxl.styles import PatternFill as PatternFill
    from openpyxl.utils import get_column_letter as get_column_letter
    from openpyxl.utils.exceptions import InvalidFileException as InvalidFileException
    from openpyxl.worksheet.datavalidation import DataValidation as DataValidation
    from openpyxl.worksheet.worksheet import Worksheet as Worksheet

__getattr__ = loaded_later(
    __name__,
    {
        "Workbook": "openpyxl",
        "load_workbook": "openpyxl",
        "WriteOnlyCell": "openpyxl.cell",
        "ILLEGAL_CHARACTERS_RE": "openpyxl.cell.cell",
        "Comment": "openpyxl.comments",
        "Alignment": "openpyxl.styles",
        "Font": "openpyxl.styles",
        "PatternFill": "openpyxl.styles",
        "get_column_letter": "openpyxl.utils",
        "InvalidFileException": "openpyxl.utils.exceptions",
        "DataValidation": "openpyxl.worksheet.datavalidation",
        "Worksheet": "openpyxl.worksheet.worksheet",
    },
)
