"""Doors of plain HTTP beside the API: interfaces whose addresses and headers a standard fixes."""
