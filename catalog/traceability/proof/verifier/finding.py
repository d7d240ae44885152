"""What the program found out about one thing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    check: str
    """A name of `words.LINES`."""
    subject: str
    holds: bool | None
    """``None``: nothing is wrong with it, and nothing is proven yet either."""


BROKEN = (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError, RecursionError)
"""What reading a file that somebody changed can end in."""
