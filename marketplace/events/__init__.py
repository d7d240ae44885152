"""Typed events: written to the outbox with the change they speak of, delivered after commit, at least once."""
