"""Help with classifying goods: the nomenclature in people's words, and what others use. Never a ruling."""
