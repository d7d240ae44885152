"""A Redis of its own on loopback, for the worker's broker."""

import socket
import subprocess
import time

from tests.infra.restore.site import free_port


class Redis:
    """Gives its address; raises ``RuntimeError`` where it doesn't start."""

    def __enter__(self) -> str:
        port = free_port()
        self._process = subprocess.Popen(
            ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--loglevel", "warning"]
        )
        for _ in range(300):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    return f"redis://127.0.0.1:{port}/0"
            time.sleep(0.1)
        self._process.kill()
        raise RuntimeError("Redis did not start")

    def __exit__(self, *_reason: object) -> None:
        self._process.terminate()
        self._process.wait(30)
