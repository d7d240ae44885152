"""One call to a receiver: a connection to the very address that was checked, bounded in time and size.

Redirects are not followed: an answer that names another address is an answer, and not one of success.
"""

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from marketplace.webhooks.address import LONGEST, AddressRefused, BadTarget, Target, parse_target, resolve
from marketplace.webhooks.delivery import KEPT_ANSWER, Failure

CONNECT_SECONDS = 5.0
MOST_SECONDS = 10.0
"""For the whole call, however slowly the answer drips."""


@dataclass(frozen=True, slots=True)
class Outcome:
    duration_ms: int
    status_code: int | None = None
    answer: str = ""
    failure: Failure | None = None
    retry_after: str = ""
    """The header of that name (RFC 9110 §10.2.3), as it came."""


def post(
    url: str, body: bytes, headers: Mapping[str, str], *, seconds: float = MOST_SECONDS, longest: int = LONGEST
) -> Outcome:
    """What came of it; never raises for anything that a receiver, its name or its certificate does."""
    started = time.monotonic()

    def since() -> int:
        return int((time.monotonic() - started) * 1000)

    try:
        status, answer, retry_after = _call(parse_target(url, longest=longest), body, headers, seconds)
    except (AddressRefused, BadTarget):
        return Outcome(since(), failure=Failure.ADDRESS_REFUSED)
    except (OSError, http.client.HTTPException) as broken:
        late = isinstance(broken, TimeoutError) or time.monotonic() - started >= seconds
        return Outcome(since(), failure=Failure.TIMEOUT if late else Failure.CONNECTION)
    failure = None if 200 <= status < 300 else Failure.STATUS
    return Outcome(since(), status, answer, failure, retry_after)


def _call(target: Target, body: bytes, headers: Mapping[str, str], seconds: float) -> tuple[int, str, str]:
    address = resolve(target.host, target.port)
    connection = http.client.HTTPConnection(target.host, target.port)
    connection.sock = _connected(target, address)
    # A receiver that sends a byte now and then would never time out by itself.
    is_late = threading.Event()
    watch = threading.Timer(seconds, _hang_up, [connection.sock, is_late])
    watch.daemon = True
    watch.start()
    try:
        connection.request("POST", target.path, body, {"Host": target.netloc, **headers})
        response = connection.getresponse()
        answer = response.read(KEPT_ANSWER * 4)
        if is_late.is_set():
            raise TimeoutError  # an answer that was cut off looks as if it had ended
        return response.status, _text(answer), (response.headers.get("Retry-After") or "")[:100]
    finally:
        watch.cancel()
        connection.close()


def _connected(target: Target, address: str) -> socket.socket:
    sock = socket.create_connection((address, target.port), CONNECT_SECONDS)
    try:
        sock.settimeout(MOST_SECONDS)
        return _trust().wrap_socket(sock, server_hostname=target.host) if target.scheme == "https" else sock
    except BaseException:
        sock.close()
        raise


@cache
def _trust() -> ssl.SSLContext:
    return ssl.create_default_context()


def _hang_up(sock: socket.socket, is_late: threading.Event) -> None:
    is_late.set()
    try:
        sock.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # it has ended by itself


def _text(answer: bytes) -> str:
    """What can be shown and stored of an answer, whatever it is."""
    text = answer.decode("utf-8", "replace")
    return "".join(sign if sign.isprintable() or sign in "\n\t" else "�" for sign in text)[:KEPT_ANSWER]
