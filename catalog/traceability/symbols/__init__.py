"""Symbols that scanners read: what each says, its modules, and the sizes that GS1 allows for it."""
