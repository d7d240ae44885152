"""Numbers for lots and pieces that follow each other: no gap, no clash, none twice."""
