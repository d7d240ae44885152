"""What is wrong with a row, as it is kept: an English message with its values, put into words when it is read."""

from typing import Any


def said(field: str, code: str, message: str, **params: object) -> dict[str, Any]:
    return {"field": field, "code": code, "message": message, "params": params}
