"""The character sets of GS1 data."""

from __future__ import annotations

import string

DIGITS = frozenset(string.digits)
SET_82_IN_ORDER = "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
"""GS1 General Specifications, figure 7.11-1; a character's place is its value in the check character pair."""
SET_82 = frozenset(SET_82_IN_ORDER)
SET_39 = frozenset("#-/" + string.digits + string.ascii_uppercase)
SET_64 = frozenset(string.ascii_letters + string.digits + "-_=")
SETS = {"N": DIGITS, "X": SET_82, "Y": SET_39, "Z": SET_64}
