"""Servers that answer as DeepL's and LibreTranslate's documentation says, on this machine, over real HTTP."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

KEY = "0000-key:fx"


@dataclass
class Peer:
    """What the server does next, and what it was asked."""

    url: str = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None
    """Instead of an honest answer."""
    pause: float = 0
    asked: list[dict[str, Any]] = field(default_factory=list)
    translate: Callable[[str], str] = field(default=lambda text: text.replace("Ghế", "Chair"))


@contextmanager
def deepl_peer() -> Iterator[Peer]:
    """``POST /v2/translate``: 403 for a bad key, 456 for a used-up quota, 429 and 5xx as told."""
    with _served(_deepl) as peer:
        yield peer


@contextmanager
def libretranslate_peer() -> Iterator[Peer]:
    """``POST /translate`` with JSON; errors are ``{"error": …}``."""
    with _served(_libretranslate) as peer:
        yield peer


def _deepl(peer: Peer, path: str, headers: Any, content: bytes) -> tuple[int, bytes]:
    if path != "/v2/translate":
        return 404, b"{}"
    if headers.get("Authorization") != f"DeepL-Auth-Key {KEY}":
        return 403, b'{"message": "Wrong key"}'
    is_json = "json" in (headers.get("Content-Type") or "")
    asked = (
        json.loads(content)
        if is_json
        else {k: v if k == "text" else v[0] for k, v in parse_qs(content.decode()).items()}
    )
    peer.asked.append(asked)
    found = [
        {"detected_source_language": "VI", "text": peer.translate(text), "billed_characters": len(text)}
        for text in asked["text"]
    ]
    return 200, json.dumps({"translations": found}).encode()


def _libretranslate(peer: Peer, path: str, headers: Any, content: bytes) -> tuple[int, bytes]:
    if path != "/translate":
        return 404, b'{"error": "Not found"}'
    asked = json.loads(content)
    if asked.get("api_key") != KEY:
        return 403, b'{"error": "Invalid API key"}'
    peer.asked.append(asked)
    return 200, json.dumps({"translatedText": [peer.translate(text) for text in asked["q"]]}).encode()


@contextmanager
def _served(answer: Callable[[Peer, str, Any, bytes], tuple[int, bytes]]) -> Iterator[Peer]:
    peer = Peer()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            content = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            time.sleep(peer.pause)
            status, body = answer(peer, self.path, self.headers, content)
            if status == 200:
                status, body = peer.status, body if peer.body is None else peer.body
            self.send_response(status)
            for name, value in peer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            with suppress(BrokenPipeError):  # who asked has given up waiting
                self.end_headers()
                self.wfile.write(body)

        def log_message(self, *args: Any) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    peer.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield peer
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
