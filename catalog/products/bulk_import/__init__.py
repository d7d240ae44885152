"""Many products from one spreadsheet: read, map, check, preview, correct, apply."""
