"""The layout of an Excel workbook of translations."""

SHEET = "translations"
ABOUT = "about"
"""A hidden sheet that says which languages the workbook is in."""
NAME, RECORD, FIELD, ORIGINAL, TRANSLATION, STATE, NOTE, SOURCE_HASH, TARGET_HASH = range(9)
WIDTHS = (4, 28, 18, 60, 60, 14, 40, 4, 4)
FIRST_ROW = 2
