"""Errors in Stripe's words: ``{"error": {"type", "code", "message", "param"}}`` with their HTTP status."""

from typing import Any


class Refused(Exception):
    def __init__(
        self, message: str, *, status: int = 400, type: str = "invalid_request_error", code: str = "", **more: Any
    ) -> None:
        super().__init__(message)
        self.status = status
        self.body: dict[str, Any] = {"error": {"type": type, "message": message, **more}}
        if code:
            self.body["error"]["code"] = code


def missing(kind: str, id: str) -> Refused:
    return Refused(f"No such {kind}: '{id}'", status=404, code="resource_missing", param="id")


def unexpected_state(kind: str, status: str, wanted: str, **more: Any) -> Refused:
    message = f"This {kind}'s status is {status}: it cannot be {wanted}."
    return Refused(message, code=f"{kind.lower()}_unexpected_state", **more)


def card_declined(code: str, decline_code: str, **more: Any) -> Refused:
    said = {"decline_code": decline_code} if decline_code else {}
    return Refused("Your card was declined.", status=402, type="card_error", code=code, **said, **more)
