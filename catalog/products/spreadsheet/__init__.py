"""The columns that products have in a spreadsheet: what they are called, how their cells are read and written."""
