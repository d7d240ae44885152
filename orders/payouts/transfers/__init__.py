"""Paying sellers part by part: what their part of an order earned is transferred out of the buyer's own payment."""
