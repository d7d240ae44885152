"""The tables of traceability."""

from catalog.traceability.lot import Lot, TraceCode
from catalog.traceability.step import TraceStep

__all__ = ["Lot", "TraceCode", "TraceStep"]
