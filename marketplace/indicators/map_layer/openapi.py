"""The description of the API (OpenAPI 3.0), as ``openapi.json`` beside this file has it, at this site's address."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "openapi.json"


def openapi(base: str) -> dict[str, Any]:
    """``base``: the address of the landing page."""
    return {**_written(), "servers": [{"url": base}]}


@cache
def _written() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return found
