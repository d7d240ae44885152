"""What a seller's money did in a period, for the seller's books: as values, as PDF, as a workbook."""
