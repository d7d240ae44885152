"""A relay before the real server, which may break off or fall silent as servers and networks do."""

import contextlib
import selectors
import socket
import threading
from collections.abc import Iterator
from urllib.parse import urlsplit


class Relay:
    """Listens on loopback. ``silent``: takes connections and never answers."""

    def __init__(self, target: tuple[str, int] | None) -> None:
        self._target, self._open = target, set[socket.socket]()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.silent = target is None
        self._serve()

    def _serve(self) -> None:
        threading.Thread(target=self._accept, args=[self._listener], daemon=True).start()

    def _accept(self, listener: socket.socket) -> None:
        with contextlib.suppress(OSError):  # the listener was closed
            while True:
                client, _address = listener.accept()
                self._open.add(client)
                threading.Thread(target=self._relay, args=[client], daemon=True).start()

    def _relay(self, client: socket.socket) -> None:
        with contextlib.suppress(OSError), selectors.DefaultSelector() as ready:
            if self._target is None:
                client.recv(1)
                return
            server = socket.create_connection(self._target)
            self._open.add(server)
            ready.register(client, selectors.EVENT_READ, server)
            ready.register(server, selectors.EVENT_READ, client)
            while True:
                for key, _events in ready.select():
                    data = key.fileobj.recv(65536)  # type: ignore[union-attr]  # both are sockets
                    if self.silent and key.fileobj is server:
                        continue
                    if not data:
                        self._cut(client, server)
                        return
                    key.data.sendall(data)

    def break_off(self) -> None:
        """Every connection ends and no new one is taken, as when the server's process dies."""
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._cut(*self._open)

    def come_back(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", self.port))
        self._serve()

    def _cut(self, *ends: socket.socket) -> None:
        for end in ends:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
            self._open.discard(end)


@contextlib.contextmanager
def relay(url: str | None) -> Iterator[Relay]:
    parts = None if url is None else urlsplit(url)
    made = Relay(None if parts is None else (str(parts.hostname), int(parts.port or 9200)))
    yield made
    made.break_off()
