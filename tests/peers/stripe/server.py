"""The HTTP of the peer: keys, idempotency and troubles around the work, one request after the other."""

import json
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

from tests.peers.stripe.form import decode
from tests.peers.stripe.hosted import page
from tests.peers.stripe.idempotency import Answer, Idempotency
from tests.peers.stripe.refused import Refused
from tests.peers.stripe.routes import answer
from tests.peers.stripe.switches import Switches, Trouble
from tests.peers.stripe.world import World


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, world: World, switches: Switches, asked: list[dict[str, Any]], idempotency: Idempotency) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.world, self.switches, self.asked = world, switches, asked
        self.idempotency = idempotency


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        self._serve("GET")

    def do_POST(self) -> None:
        self._serve("POST")

    def log_message(self, format: str, *arguments: object) -> None:
        """Tests are quiet."""

    def _serve(self, method: str) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        address = urlsplit(self.path)
        if not address.path.startswith("/v1/"):
            self._serve_page(method, address.path, body)
            return
        given = decode((address.query if method == "GET" else body.decode()) or "")
        key = self.headers.get("Idempotency-Key") or ""
        self.server.asked.append({"method": method, "path": address.path, "key": key, "given": given})
        trouble = self.server.switches.next_for(address.path)
        if trouble is not None and not trouble.comes_afterwards:
            self._be_trouble(trouble)
            return
        with self.server.world.lock:
            status, content, replayed = self._work(method, address.path, body, given, key)
        if trouble is not None:
            self._be_trouble(trouble)
            return
        self._send(status, content, {"Idempotent-Replayed": "true"} if replayed else {})

    def _work(self, method: str, path: str, body: bytes, given: dict[str, Any], key: str) -> tuple[int, bytes, bool]:
        store = self.server.idempotency
        try:
            self._authorize(method, path, given)
            known = store.begin(key, method, path, body)
        except Refused as refused:
            return refused.status, json.dumps(refused.body).encode(), False
        if known is not None:
            return *known, True
        done = self._do(method, path, given)
        if done[0] == 400:  # refused before any work
            store.forget(key)
        elif method == "POST":
            store.remember(key, done)
        return *done, False

    def _do(self, method: str, path: str, given: dict[str, Any]) -> Answer:
        try:
            found = answer(self.server.world, self.server.switches, method, path, given)
        except Refused as refused:
            return refused.status, json.dumps(refused.body).encode()
        return 200, json.dumps(found).encode()

    def _authorize(self, method: str, path: str, given: dict[str, Any]) -> None:
        """The secret key opens everything; the publishable one confirms an intent whose secret is known."""
        key = (self.headers.get("Authorization") or "").removeprefix("Bearer ")
        world = self.server.world
        if key == world.secret_key:
            return
        if key == world.publishable_key and path.endswith("/confirm"):
            intent = world.find("payment_intent", path.split("/")[3])
            if given.get("client_secret") == intent["client_secret"]:
                return
        raise Refused(f"Invalid API Key provided: {key[:7]}****", status=401)

    def _be_trouble(self, trouble: Trouble) -> None:
        switches = self.server.switches
        error = {"error": {"type": "api_error", "message": "Sorry, an error occurred."}}
        match trouble:
            case Trouble.RATE_LIMIT:
                limited = {"error": {"type": "invalid_request_error", "code": "rate_limit", "message": "Too many."}}
                self._send(429, json.dumps(limited).encode(), {"Retry-After": str(switches.retry_after)})
            case Trouble.SERVER_ERROR | Trouble.ERROR_AFTERWARDS:
                self._send(500, json.dumps(error).encode(), {})
            case Trouble.GARBAGE:
                self._send(200, b"<html>gateway</html>", {})
            case Trouble.SILENCE | Trouble.SILENCE_AFTERWARDS:
                time.sleep(switches.pause)
                self.close_connection = True
            case Trouble.HANG_UP | Trouble.HANG_UP_AFTERWARDS:
                self.close_connection = True

    def _serve_page(self, method: str, path: str, body: bytes) -> None:
        with self.server.world.lock:
            shown = page(self.server.world, method, path, decode(body.decode()))
        status, headers, content = shown or (404, {}, "")
        self._send(status, content.encode(), {"Content-Type": "text/html; charset=utf-8", **headers})

    def _send(self, status: int, content: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", "Request-Id": "req_of_the_peer", **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
