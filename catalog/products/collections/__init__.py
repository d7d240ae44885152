"""Hand-picked products under one title."""
