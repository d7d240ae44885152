"""A carrier on this machine: HTTP, what it remembers, and the troubles that carriers make.

``with Peer() as peer:`` and ``peer.account()`` reaches it. A folder's own peer says how its carrier answers (`serve`),
which credentials it takes, and what its messages look like.
"""

import json
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qsl, urlencode, urlsplit

import urllib3

from logistics.carrier import Account, WebhookRequest
from logistics.consignment import Consignment

STARTED = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)


class Fault(StrEnum):
    """What goes wrong with one request."""

    SLOW = "SLOW"
    """Longer than the limits of the tests allow."""
    DRIP = "DRIP"
    """A byte now and then, so that no single wait is too long."""
    TOO_OFTEN = "TOO_OFTEN"
    """429, ask again in 7 seconds."""
    DOWN = "DOWN"
    NOT_JSON = "NOT_JSON"
    """The page of a proxy, with status 200."""
    REDIRECT = "REDIRECT"
    HANGS_UP = "HANGS_UP"
    TOO_LONG = "TOO_LONG"
    LOST_ANSWER = "LOST_ANSWER"
    """The work is done, the answer never arrives."""
    BUSINESS_ERROR = "BUSINESS_ERROR"
    """Status 200, and in the body a no."""
    NULL = "NULL"
    LIST = "LIST"
    EMPTY_OBJECT = "EMPTY_OBJECT"
    NO_DATA = "NO_DATA"
    """The carrier's own envelope of success, with nothing in it."""


ODD_ANSWERS = {Fault.NULL: b"null", Fault.LIST: b"[1]", Fault.EMPTY_OBJECT: b"{}"}


@dataclass(frozen=True)
class Asked:
    """A request as it came."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes = b""

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Reply:
    status: int = 200
    content: bytes = b""
    media_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def json(cls, value: Any, status: int = 200) -> Self:
        return cls(status, json.dumps(value, ensure_ascii=False).encode())


@dataclass
class Parcel:
    """What the carrier knows of one booking; ``codes`` are its own, oldest first."""

    number: str
    key: str
    codes: list[tuple[str, datetime]] = field(default_factory=list)
    asked: Any = None
    is_cancelled: bool = False

    @property
    def code(self) -> str:
        return self.codes[-1][0]


class HttpPeer(ABC):
    """A server on a port of its own that keeps what it is asked."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.lock = threading.Lock()
        self._troubles: list[tuple[Fault, str]] = []

    def __enter__(self) -> Self:
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.peer = self
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    @abstractmethod
    def serve(self, asked: Asked) -> Reply:
        """The carrier at work; runs under a lock."""

    def business_error(self) -> Reply:
        """How it says no with status 200."""
        return Reply(500)

    def no_data(self) -> Reply:
        """Its envelope of success around nothing."""
        return Reply(500)

    def trouble(self, fault: Fault, path: str = "", times: int = 1) -> None:
        """The next ``times`` requests whose path begins like this go wrong."""
        self._troubles += [(fault, path)] * times

    def calm(self) -> None:
        """No more troubles."""
        with self.lock:
            self._troubles.clear()

    def take(self, path: str) -> Fault | None:
        with self.lock:
            for index, (fault, wanted) in enumerate(self._troubles):
                if path.startswith(wanted):
                    del self._troubles[index]
                    return fault
        return None


class CarrierPeer(HttpPeer):
    """What every carrier's peer has; the contract suite needs no more than this."""

    code: str
    MOVING: str
    """The carrier's code for goods on their way, and …"""
    DELIVERED: str
    UNKNOWN = "unheard-of"
    """A code that its documentation does not have, of the kind it sends."""
    has_shared_secret = True
    """Its messages prove themselves by a secret of ours; otherwise by a key of the carrier's."""
    finds_lost_bookings = True
    """Asked again with the same key it tells the number; otherwise it refuses, and the number comes with a message."""
    booking_path: str
    """Where bookings are made: the start of the path."""
    service: str = ""

    def __init__(self) -> None:
        super().__init__()
        self.parcels: dict[str, Parcel] = {}

    def account(self, **settings: str) -> Account:
        """One the carrier knows; ``settings`` replace some of its credentials."""
        wanted = {**self.credentials(), "base_url": self.url, "webhook_secret": "w-secret", **settings}
        return Account(carrier=self.code, key="a-key", seller_id=1, settings=wanted, test=True)

    @abstractmethod
    def credentials(self) -> dict[str, str]:
        """Those that are right, by name of the carrier's account fields."""

    def wrong_credentials(self) -> dict[str, str]:
        return {name: f"wrong-{value}" for name, value in self.credentials().items()}

    @abstractmethod
    def consignment(self) -> Consignment:
        """One that the carrier takes."""

    @abstractmethod
    def business_error(self) -> Reply:
        """How it says no with status 200."""

    @abstractmethod
    def no_data(self) -> Reply:
        """Its envelope of success around nothing."""

    def at_the_counter(self, key: str) -> str:
        """The number of a parcel that was handed in there; for carriers that take no bookings over the wire."""
        raise NotImplementedError

    @abstractmethod
    def webhook(self, number: str, code: str, at: datetime) -> WebhookRequest:
        """The message it sends when a parcel came into a state."""

    @abstractmethod
    def forged(self, number: str, code: str, at: datetime) -> WebhookRequest:
        """The same from somebody who does not know the secret."""

    def move(self, number: str, code: str, at: datetime | None = None) -> None:
        """The parcel comes into a state, an hour after its last one where no time is said."""
        parcel = self.parcels[number]
        parcel.codes.append((code, at or parcel.codes[-1][1] + timedelta(hours=1)))

    def send(self, message: WebhookRequest, url: str) -> int:
        """Post the message, as the carrier would; the status that came back."""
        address = f"{url}?{urlencode(message.query)}" if message.query else url
        answer = urllib3.request("POST", address, body=message.body, headers=dict(message.headers), timeout=5)
        return answer.status


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    peer: HttpPeer


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        self._serve("GET")

    def do_POST(self) -> None:
        self._serve("POST")

    def do_PUT(self) -> None:
        self._serve("PUT")

    def do_PATCH(self) -> None:
        self._serve("PATCH")

    def do_DELETE(self) -> None:
        self._serve("DELETE")

    def log_message(self, format: str, *arguments: object) -> None:
        """Tests are quiet."""

    def _serve(self, method: str) -> None:
        peer, address = self.server.peer, urlsplit(self.path)
        headers = {name.lower(): value for name, value in self.headers.items()}
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        asked = Asked(method, address.path, dict(parse_qsl(address.query, keep_blank_values=True)), headers, body)
        fault = peer.take(asked.path)
        with peer.lock:
            peer.asked.append(asked)
            reply = peer.serve(asked) if fault in (None, Fault.LOST_ANSWER) else self._wrong(fault)
        if fault in (Fault.LOST_ANSWER, Fault.HANGS_UP):
            self.close_connection = True
            return
        if fault == Fault.SLOW:
            time.sleep(10)
        self._send(reply, is_dripping=fault == Fault.DRIP)

    def _wrong(self, fault: Fault) -> Reply:
        refusal = self.server.peer.business_error()
        if fault == Fault.BUSINESS_ERROR:
            return refusal
        if fault == Fault.NO_DATA:
            return self.server.peer.no_data()
        elsewhere = {"Location": f"{self.server.peer.url}/elsewhere"}
        return {
            # A body that could be read as a lasting no: it is the status that counts.
            Fault.TOO_OFTEN: Reply(429, refusal.content, refusal.media_type, {"Retry-After": "7"}),
            Fault.DOWN: Reply(503, refusal.content, refusal.media_type),
            Fault.REDIRECT: Reply(302, refusal.content, refusal.media_type, elsewhere),
            Fault.NOT_JSON: Reply(200, b"<h1>Welcome</h1>", "text/html"),
            Fault.TOO_LONG: Reply(200, b'{"x": "' + b"x" * 6_000_000 + b'"}'),
        }.get(fault, Reply(200, ODD_ANSWERS.get(fault, b"{}")))

    def _send(self, reply: Reply, *, is_dripping: bool) -> None:
        try:
            self.send_response(reply.status)
            headers = {"Content-Type": reply.media_type, "Content-Length": str(len(reply.content)), **reply.headers}
            if is_dripping:
                headers["Content-Length"] = "1000"
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self._drip() if is_dripping else self.wfile.write(reply.content)
        except OSError:
            return  # the other side has had enough

    def _drip(self) -> None:
        for _second in range(50):
            self.wfile.write(b" ")
            self.wfile.flush()
            time.sleep(0.05)
