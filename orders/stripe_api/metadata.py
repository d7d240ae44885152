"""What is written on Stripe's objects, of which many fields are only there when they have something to say."""

from typing import Any


def noted(written: Any, *names: str) -> str:
    """A value of ``metadata`` (or any of their objects), however deep; empty where there is none on the way."""
    found = written
    for name in names:
        if found is None or isinstance(found, str) or name not in found:
            return ""
        found = found[name]
    return str(found or "")
