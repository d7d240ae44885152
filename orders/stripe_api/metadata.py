"""What we wrote on Stripe's objects."""

from typing import Any


def noted(written: Any, name: str) -> str:
    """A value of ``metadata`` (or any of their objects); empty where there is none, or no metadata at all."""
    return str(written[name] or "") if written is not None and name in written else ""
