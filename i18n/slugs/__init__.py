"""Addresses of records by name, one per language, each kept for ever."""
