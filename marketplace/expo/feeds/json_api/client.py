"""One GET to a source: a connection to the very address that was checked, bounded in time and size.

Redirects are not followed, so that the access key goes nowhere else. The name is looked up once and the connection made
to what was found (`marketplace.webhooks.address`), so that no answer of a name server leads to our own machines.
"""

import http.client
import socket
import ssl
import threading
import time
from functools import cache

from catalog.refusal import Problem, Refused
from i18n.messages import gettext_noop as _
from marketplace.webhooks.address import AddressRefused, BadTarget, Target, parse_target, resolve

CONNECT_SECONDS = 3.0
MOST_BYTES = 10 * 1024**2
"""Of one page."""


def get(address: str, *, access_key: str, until: float) -> bytes:
    """The body of a successful answer before the moment ``until`` (`time.monotonic`). Raises ``Refused``."""
    try:
        target = parse_target(address)
        status, body = _call(target, resolve(target.host, target.port), access_key, until)
    except (AddressRefused, BadTarget) as bad:
        raise _refused(_("The source's address is not on the public internet.")) from bad
    except (OSError, http.client.HTTPException) as broken:
        raise _refused(_("The source does not answer, or too slowly. Nothing was read.")) from broken
    if status in (401, 403):
        raise _refused(_("The source refuses our access key."))
    if status != 200:
        raise _refused(_("The source answered with status %(status)s. Nothing was read."), status=status)
    if len(body) > MOST_BYTES:
        raise _refused(_("A page of the source has more than %(megabytes)s MB."), megabytes=MOST_BYTES // 1024**2)
    return body


def _refused(message: str, **params: object) -> Refused:
    return Refused(Problem("source_id", "INVALID", message, params))


def _call(target: Target, address: str, access_key: str, until: float) -> tuple[int, bytes]:
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    connection = http.client.HTTPConnection(target.host, target.port)
    connection.sock = _connected(target, address, left)
    watch = threading.Timer(left, _hang_up, [connection.sock])
    watch.daemon = True
    watch.start()
    try:
        headers = {"Host": target.netloc, "Accept": "application/json", "Accept-Encoding": "identity"}
        key = {"Authorization": f"Bearer {access_key}"} if access_key else {}
        connection.request("GET", target.path, headers=headers | key)
        response = connection.getresponse()
        body = response.read(MOST_BYTES + 1)
        if time.monotonic() >= until:
            raise TimeoutError  # what was cut off looks as if it had ended
        return response.status, body
    finally:
        watch.cancel()
        connection.close()


def _connected(target: Target, address: str, left: float) -> socket.socket:
    sock = socket.create_connection((address, target.port), min(CONNECT_SECONDS, left))
    try:
        sock.settimeout(left)
        return _trust().wrap_socket(sock, server_hostname=target.host) if target.scheme == "https" else sock
    except BaseException:
        sock.close()
        raise


@cache
def _trust() -> ssl.SSLContext:
    return ssl.create_default_context()


def _hang_up(sock: socket.socket) -> None:
    try:
        sock.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # it has ended by itself
