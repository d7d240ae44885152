"""Sellers' own accounts at payment providers."""
