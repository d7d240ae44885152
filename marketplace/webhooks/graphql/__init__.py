"""Webhooks in the public API."""
