"""Shipments on their way in the public API: legs, freight events, numbers, labels, alerts, the public page."""
