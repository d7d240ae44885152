"""A connection that is opened again when the server closes it, and tells an answer's status only."""

import socket
from http.client import HTTPResponse


class PatientLine:
    def __init__(self, port: int) -> None:
        self._port = port
        self._socket: socket.socket | None = None

    def status(self, request: bytes) -> int:
        """Raises ``OSError`` where a new connection is cut as well."""
        if self._socket is not None:
            try:
                return self._ask(self._socket, request)
            except OSError:
                self._socket.close()
        self._socket = socket.create_connection(("127.0.0.1", self._port), timeout=300)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return self._ask(self._socket, request)

    def _ask(self, line: socket.socket, request: bytes) -> int:
        line.sendall(request)
        answer = HTTPResponse(line)
        answer.begin()
        answer.read()
        if answer.will_close:
            line.close()
            self._socket = None
        return answer.status
