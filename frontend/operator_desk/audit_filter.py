"""Which entries of the audit log the address asks for."""

import base64
import binascii
import re
from typing import Any

from frontend.staff_page import StaffPage

NAMES = ("actor", "person", "object", "operation", "outcome", "request", "from", "until")
OUTCOMES = ("DONE", "REFUSED", "FAILED", "STARTED")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class AuditPage(StaffPage):
    """``actor``, ``person``, ``object``, ``operation``, ``outcome``, ``request``, ``from`` and ``until``."""

    permissions = ("audit.read",)

    def chosen(self) -> dict[str, str]:
        """What the address says, of its parameters those that mean something."""
        return {name: self.query(name) for name in NAMES if self.query(name)}

    def filter(self) -> dict[str, Any]:
        asked = self.chosen()
        given = {
            "actor": _global_id(asked.get("actor"), "User"),
            "actingFor": _global_id(asked.get("person"), "User"),
            "object": _global_id(asked.get("object")),
            "operation": asked.get("operation", "")[:80],
            "outcome": asked["outcome"] if asked.get("outcome") in OUTCOMES else None,
            "requestId": asked.get("request", "")[:64],
            "firstDay": _day(asked.get("from")),
            "lastDay": _day(asked.get("until")),
        }
        return {name: value for name, value in given.items() if value}


def _global_id(text: str | None, kind: str = "") -> str | None:
    """An id that the API takes; anything else asks for nothing."""
    try:
        plain = base64.b64decode(text or "", validate=True).decode()
    except (binascii.Error, ValueError):
        return None
    well_formed = re.fullmatch(r"[A-Za-z]\w*:[\x21-\x7e]+", plain)
    return text if well_formed and plain.startswith(f"{kind}:" if kind else "") else None


def _day(text: str | None) -> str | None:
    return text if text and DAY.fullmatch(text) else None
