"""An upstream that answers with what it heard."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

RELEASED = threading.Event()
"""Until it is set, who asks for ``/held`` waits."""


class Heard(BaseHTTPRequestHandler):
    """Answers public when the path says so, and counts how often it was asked."""

    protocol_version = "HTTP/1.1"
    asked = 0

    def do_GET(self) -> None:
        type(self).asked += 1
        if self.path == "/held":
            RELEASED.wait(60)
        body = json.dumps({"headers": dict(self.headers.items()), "asked": type(self).asked}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        if self.path.startswith("/public"):
            self.send_header("Cache-Control", "public, max-age=60")
            self.send_header("Vary", "Accept-Language")
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.do_GET()

    def log_message(self, format: str, *arguments: object) -> None:
        """Silent."""


class Upstream(ThreadingHTTPServer):
    request_queue_size = 128


@contextmanager
def listening() -> Iterator[int]:
    server = Upstream(("127.0.0.1", 0), Heard)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
