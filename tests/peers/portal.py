"""A state portal, over real HTTP, that can be told to misbehave."""

from __future__ import annotations

import json
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import unquote

TOKEN = "key-of-the-peer"


@dataclass
class PortalPeer:
    """``with PortalPeer() as peer:`` answers at ``peer.url``; what it took is in ``records`` by its id there."""

    records: dict[str, dict[str, Any]] = field(default_factory=dict)
    """``{"key", "body", "status", "receipt", "reasons"}``."""
    posted: int = 0
    refuses: list[dict[str, str]] = field(default_factory=list)
    """Why it refuses every new record."""
    at_once: bool = False
    """Accepts while it takes."""
    status: int = 0
    """Answers everything with it."""
    retry_after: str = ""
    raw: bytes = b""
    """Answers everything with these bytes."""
    slow: float = 0.0
    loses_the_answer: bool = False
    """Accepts the record and hangs up without a word, once."""

    def __enter__(self) -> Self:
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.peer = self
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    def accept(self, name: str) -> None:
        self.records[name] |= {"status": "ACCEPTED", "receipt": f"BN-{name}"}

    def refuse(self, name: str, **reason: str) -> None:
        self.records[name] |= {"status": "REFUSED", "reasons": [reason]}


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    peer: PortalPeer


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:  # the base class's name for it
        peer = self.server.peer
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        peer.posted += 1
        if self._misbehaves(peer):
            return
        key = self.headers["Idempotency-Key"]
        known = next((name for name, kept in peer.records.items() if kept["key"] == key), None)
        if known is not None:
            self._say(409, self._told(known))
        elif peer.refuses:
            self._say(422, {"reasons": peer.refuses})
        else:
            self._take(peer, key, body)

    def _take(self, peer: PortalPeer, key: str, body: Any) -> None:
        name = f"P{len(peer.records) + 1}"
        peer.records[name] = {"key": key, "body": body, "status": "RECEIVED", "receipt": "", "reasons": []}
        if peer.at_once or peer.loses_the_answer:
            peer.accept(name)
        if peer.loses_the_answer:
            peer.loses_the_answer = False
            self.close_connection = True
            return
        self._say(201, self._told(name))

    def do_GET(self) -> None:
        if self._misbehaves(self.server.peer):
            return
        name = unquote(self.path.rpartition("/")[2])
        if name not in self.server.peer.records:
            self._say(404, {"message": "unknown"})
        else:
            self._say(200, self._told(name))

    def _told(self, name: str) -> dict[str, Any]:
        kept = self.server.peer.records[name]
        return {"id": name, **{part: kept[part] for part in ("status", "receipt", "reasons")}}

    def _misbehaves(self, peer: PortalPeer) -> bool:
        time.sleep(peer.slow)
        if peer.raw:
            self._send(200, peer.raw)
        elif self.headers["Authorization"] != f"Bearer {TOKEN}":
            self._say(401, {"message": "who are you"})
        elif peer.status:
            self._say(peer.status, {"message": "not now"})
        else:
            return False
        return True

    def _say(self, status: int, said: dict[str, Any]) -> None:
        self._send(status, json.dumps(said).encode())

    def _send(self, status: int, content: bytes) -> None:
        self.send_response(status)
        if self.server.peer.retry_after:
            self.send_header("Retry-After", self.server.peer.retry_after)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on the terminal of the tests."""
