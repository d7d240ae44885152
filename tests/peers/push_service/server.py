"""The service: an HTTP server of this machine that takes what is signed by the key a browser was given."""

import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self

import jwt
from cryptography.hazmat.primitives.asymmetric import ec

LONGEST_BODY = 4096


@dataclass
class Mood:
    """How it behaves from now on; changed by a test at any time."""

    status: int = 201
    retry_after: str = ""


@dataclass(frozen=True)
class Pushed:
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class PushService:
    """``with PushService(key) as service:`` takes messages at ``service.endpoint(name)`` as RFC 8030 and 8292 say."""

    server_key: bytes
    """The public key of the marketplace, which browsers subscribed with."""
    mood: Mood = field(default_factory=Mood)
    taken: list[Pushed] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def __enter__(self) -> Self:
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.service = self
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def endpoint(self, name: str) -> str:
        return f"{self.origin}/push/{name}"

    def wrong_with(self, headers: dict[str, str], body: bytes) -> str:
        """What a push service answers 400, 401, 403 or 413 for; nothing when all is well."""
        if len(body) > LONGEST_BODY:
            return "413 too long"
        if headers.get("content-encoding") != "aes128gcm" or not headers.get("ttl", "").isdigit():
            return "400 no encoding or no TTL"
        if len(headers.get("topic", "")) > 32:
            return "400 topic"
        scheme, _, rest = headers.get("authorization", "").partition(" ")
        said = dict(part.strip().split("=", 1) for part in rest.split(",") if "=" in part)
        if scheme != "vapid" or set(said) != {"t", "k"}:
            return "401 not vapid"
        try:
            key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), self.server_key)
            claims = jwt.decode(
                said["t"], key, algorithms=["ES256"], audience=self.origin, options={"require": ["exp", "aud", "sub"]}
            )
        except jwt.InvalidTokenError as error:
            return f"403 {type(error).__name__}"
        return "" if str(claims["sub"]).startswith(("mailto:", "https:")) else "403 nobody to write to"


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    service: PushService


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_POST(self) -> None:  # the base class's name for it
        service = self.server.service
        body = self.rfile.read(int(self.headers["Content-Length"]))
        headers = {name.lower(): value for name, value in self.headers.items()}
        wrong = service.wrong_with(headers, body)
        if wrong:
            service.refused.append(wrong)
        elif service.mood.status < 300:
            service.taken.append(Pushed(self.path, headers, body))
        self.send_response(int(wrong[:3]) if wrong else service.mood.status)
        if service.mood.retry_after:
            self.send_header("Retry-After", service.mood.retry_after)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on the terminal of the tests."""
