"""Telling other programs what happened: signed calls to addresses that sellers and the operator name."""
