"""`marketplace run` without its background: everything it would do is done before the first page is served."""

import socket
from typing import Any

from marketplace.management.commands.run import Command as Run


class Command(Run):
    def prepare(self) -> None:
        super().prepare()
        self.step("Background work", settle)

    def serve(self, listener: socket.socket, started: float) -> None:
        from waitress.server import create_server

        from marketplace.wsgi import application

        server: Any = create_server(application, sockets=[listener], threads=4, ident="")
        try:
            server.run()
        except KeyboardInterrupt:
            server.close()


def settle() -> None:
    """Deliver what waits until nothing does, then what happens by the clock, once."""
    from marketplace.events.deliver import deliver_pending
    from marketplace.periodic import JOBS

    while deliver_pending(limit=500):
        pass
    for job in JOBS:
        job.work()
    while deliver_pending(limit=500):
        pass
