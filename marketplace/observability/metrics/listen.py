"""``METRICS_LISTEN``: a worker's own door for Prometheus, in a thread. The same token as for ``/metrics``."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from marketplace.observability.metrics.exposition import CONTENT_TYPE, exposition
from marketplace.observability.metrics.permission import may_read


class _Door(BaseHTTPRequestHandler):
    timeout = 10  # seconds that a silent caller is waited for

    def do_GET(self) -> None:  # named by the standard library
        if self.path != "/metrics" or not may_read(self.headers.get("Authorization", "")):
            self.send_error(404)
            return
        text = exposition()
        self.send_response(200)
        self.send_header("Content-Type", CONTENT_TYPE)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: it is asked every few seconds."""


def listen(address: tuple[str, int]) -> ThreadingHTTPServer:
    """Answer at ``address`` until the process ends or the server is shut down; port 0 takes a free one."""
    server = ThreadingHTTPServer(address, _Door)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, name="metrics", daemon=True).start()
    return server
