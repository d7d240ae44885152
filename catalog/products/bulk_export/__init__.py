"""A seller's products as a spreadsheet that the import reads back without a change."""
