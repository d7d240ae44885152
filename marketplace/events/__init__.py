"""Typed events: written to the outbox with the change they speak of, delivered after commit, at least once."""

from marketplace.events.publish import Event, publish

__all__ = ["Event", "publish"]
