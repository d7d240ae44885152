"""A list that the API gives newest first, read from its other end: who waits longest stands on top."""

from typing import Any

from frontend.page import Page, Variables


def wanted_backwards(page: Page, size: int) -> Variables:
    """The paging of a connection that is read from its end."""
    if page.query("before"):
        return {"first": size, "after": page.query("before")}
    return {"last": size, "before": page.query("after") or None}


def turned(connection: dict[str, Any]) -> dict[str, Any]:
    """The same page of it with the last row first; what was before it comes next."""
    info = connection["pageInfo"]
    return {
        **connection,
        "edges": connection["edges"][::-1],
        "pageInfo": {
            "hasNextPage": info["hasPreviousPage"],
            "hasPreviousPage": info["hasNextPage"],
            "startCursor": info["endCursor"],
            "endCursor": info["startCursor"],
        },
    }
