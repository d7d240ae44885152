"""What exhibitions refuse, as errors of mutations."""

from catalog.graphql.errors import REFUSED

__all__ = ["CODES", "REFUSED"]

CODES = ("OUTSIDE_HALL", "OVERLAP", "DOES_NOT_FIT", "ASSIGNED")
