"""The columns of rules in CSV: the same for shipped files and for what the operator imports."""

from __future__ import annotations

COLUMNS = (
    "kind", "territory", "country", "hs", "origin", "agreement", "name", "rate", "rate_most", "amount", "currency",
    "per", "least", "most", "mode", "buyer", "above", "threshold", "frees", "collected", "valued", "waived", "on_tax",
    "maybe_reduced", "effective_from", "effective_to", "legal_basis", "source", "source_date", "checked", "action",
    "note",
)  # fmt: skip
REQUIRED = ("kind", "territory", "effective_from", "legal_basis", "source", "source_date")
"""Columns that a file must have and a row must fill."""

MOST_BYTES = 2 * 1024**2
MOST_ROWS = 5_000
MOST_CHARACTERS = 400
"""Of one cell."""
