"""What stands around every page: who is signed in, the markets, the basket's count. Never fails a page."""

from pathlib import Path
from typing import Any

import structlog

from frontend import api
from frontend.documents import operations
from frontend.visit import Visit, home_market

log = structlog.get_logger(__name__)
EMPTY: dict[str, Any] = {
    "channels": [],
    "me": None,
    "impersonation": None,
    "mySellers": [],
    "exhibitsAtFairs": False,
    "checkout": None,
    "menu": {"items": []},
}


def surroundings(visit: Visit) -> dict[str, Any]:
    """The answer of ``layout.graphql``; a basket that is gone, or belongs to who is not signed in now, has no count."""
    operation = operations(Path(__file__).with_name("layout.graphql"))["Layout"]
    basket = visit.basket()
    result = api.send(
        visit,
        operation,
        {"signedIn": visit.is_signed_in, "hasBasket": basket is not None, "basket": basket or ""},
    )
    for error in result.errors or ():
        if api.code_of(error) not in {"PERMISSION_DENIED", "NOT_FOUND", "BAD_ID", "UNAUTHENTICATED"}:
            log.warning("layout incomplete", code=api.code_of(error), path=error.get("path"))
    return {**EMPTY, **{name: value for name, value in (result.data or {}).items() if value is not None}}


def in_known_market(visit: Visit, around: dict[str, Any]) -> bool:
    """Whether the visitor's market is one of ours; if not, they are in their language's home market from here on."""
    known = {channel["slug"] for channel in around["channels"]}
    if not known or visit.market in known:
        return True
    visit.market = home_market(visit.language)
    return False
