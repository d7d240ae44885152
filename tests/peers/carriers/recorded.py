"""A carrier that says what a sample says, one answer after the other, and keeps what it was asked."""

import json
from typing import Any
from urllib.parse import parse_qsl

from tests.peers.carriers.peer import Asked, HttpPeer, Reply


class Recorded(HttpPeer):
    """``answer``: ``status`` (200), ``body`` (JSON) or ``text``, ``media_type``."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[dict[str, Any]] = []

    def serve(self, asked: Asked) -> Reply:
        answer = self.answers[len(self.asked) - 1]
        if "text" in answer:
            return Reply(answer.get("status", 200), answer["text"].encode(), answer.get("media_type", "text/html"))
        return Reply.json(answer.get("body"), answer.get("status", 200))

    def requests_like(self, exchanges: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """What was asked, with the members (and headers) that the samples' requests name."""
        return [
            _open(_like(asked, exchange["request"]), exchange["request"])
            for asked, exchange in zip(self.asked, exchanges, strict=True)
        ]


def _like(asked: Asked, wanted: dict[str, Any]) -> dict[str, Any]:
    told: dict[str, Any] = {"method": asked.method, "path": asked.path}
    if asked.query or "query" in wanted:
        told["query"] = asked.query
    if "headers" in wanted:
        told["headers"] = {name: asked.headers.get(name.lower()) for name in wanted["headers"]}
    if "form" in wanted:
        told["form"] = dict(parse_qsl(asked.body.decode()))
    elif asked.body or "body" in wanted:
        told["body"] = json.loads(asked.body or b"null")
    return told


def _open(told: Any, wanted: Any) -> Any:
    """What a sample leaves open with ``…`` (a time of now) is as it says."""
    if wanted == "…":
        return wanted
    if isinstance(told, dict) and isinstance(wanted, dict):
        return {name: _open(value, wanted.get(name)) for name, value in told.items()}
    return told
