"""What the marketplace costs among ten thousand, a hundred thousand and a million products."""
