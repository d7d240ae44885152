"""The receiver: an HTTP server of this machine that keeps what it was sent."""

import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self


@dataclass
class Mood:
    """How it behaves from now on; changed by a test at any time."""

    status: int = 200
    answer: bytes = b"thanks"
    redirect_to: str = ""
    delay: float = 0.0
    """Seconds before it says anything."""
    drip: float = 0.0
    """Seconds between single bytes of an answer that never ends."""
    hangs_up: bool = False
    """Closes the line after having read everything, without a word."""


@dataclass(frozen=True)
class Received:
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class WebhookReceiver:
    """``with WebhookReceiver() as receiver:`` answers at ``receiver.url``; what it was sent is in ``received``."""

    mood: Mood = field(default_factory=Mood)
    received: list[Received] = field(default_factory=list)

    def __enter__(self) -> Self:
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.receiver = self
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def port(self) -> int:
        return self._server.server_port

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/in?of=moc"


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    receiver: WebhookReceiver


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_POST(self) -> None:  # the base class's name for it
        mood = self.server.receiver.mood
        body = self.rfile.read(int(self.headers["Content-Length"]))
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.receiver.received.append(Received(self.path, headers, body))
        time.sleep(mood.delay)
        if mood.hangs_up:
            self.close_connection = True
            return
        if mood.drip:
            self._drip(mood.drip)
            return
        self.send_response(mood.status)
        if mood.redirect_to:
            self.send_header("Location", mood.redirect_to)
        self.send_header("Content-Length", str(len(mood.answer)))
        self.end_headers()
        self.wfile.write(mood.answer)

    def do_GET(self) -> None:
        """Nobody is to come here by a redirect."""
        self.server.receiver.received.append(Received(f"GET {self.path}", {}, b""))
        self.send_response(200)
        self.end_headers()

    def _drip(self, seconds: float) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        try:
            while True:
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(seconds)
        except OSError:
            return  # the other side has had enough

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on the terminal of the tests."""
