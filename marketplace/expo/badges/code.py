"""The code of a badge has the form of a trace code: 12 random characters and one that checks them."""

from catalog.traceability.code import LENGTH, grouped, normalise, random_code

__all__ = ["LENGTH", "grouped", "normalise", "random_code"]
