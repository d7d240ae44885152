"""``python -m marketplace run``: the whole marketplace in one process on one machine."""

import errno
import signal
import socket
import sys
import time
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand
from django.urls import get_resolver

from marketplace.environment import environment


class Command(BaseCommand):
    help = "Migrate, index, load the demo world on the first start, then serve pages, API and background work."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        started = time.monotonic()
        signal.signal(signal.SIGTERM, _as_keyboard_interrupt)
        listener = claim_port(environment.host, environment.port)
        settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
        self.step("Database", lambda: call_command("migrate", verbosity=0))
        self.prepare()
        # Imports every page and assembles the schema, which the first visitor would otherwise wait for.
        self.step("Pages", lambda: get_resolver().url_patterns)
        self.serve(listener, started)

    def prepare(self) -> None:
        """The demo world where there is no seller yet (never in production), and the index where there is none."""
        from catalog.search.backends.base import backend
        from catalog.search.index_products import rebuild_index
        from marketplace.demo.load import is_loaded, load

        if not environment.is_production and not is_loaded():
            self.step("Demo world", lambda: load(progress=self.progress))
        if not backend().is_ready():
            self.step("Search index", lambda: rebuild_index(progress=lambda done, total: None))

    def step(self, name: str, work: Any) -> None:
        self.stdout.write(f"{name} … ", ending="")
        self.stdout.flush()
        begun = time.monotonic()
        work()
        self.stdout.write(f"{name}: ready ({time.monotonic() - begun:.1f} s)")

    def progress(self, text: str) -> None:
        self.stdout.write(f"\n  {text}", ending="")
        self.stdout.flush()

    def serve(self, listener: socket.socket, started: float) -> None:
        from waitress.server import create_server

        from marketplace.background import Background
        from marketplace.wsgi import application

        background = Background()
        server = create_server(application, sockets=[listener], threads=8, ident="", clear_untrusted_proxy_headers=True)
        background.start()
        self.stdout.write(self.welcome(time.monotonic() - started))
        sys.stdout.flush()
        try:
            server.run()
        except KeyboardInterrupt:
            pass
        finally:
            self.stdout.write("Stopping …")
            server.close()
            background.stop()

    def welcome(self, seconds: float) -> str:
        from marketplace.demo.sign_ins import SIGN_INS

        url = environment.public_url
        width = max(len(person.role) for person in SIGN_INS)
        people = "\n".join(f"    {p.role:<{width}}  {p.email}  {p.password}" for p in SIGN_INS)
        return (
            f"\nBình Dương Marketplace is ready after {seconds:.1f} s\n\n"
            f"  Shop      {url}/\n  API       {url}/graphql/\n\n"
            f"  Demo sign-ins\n{people}\n\n  Ctrl-C stops everything.\n"
        )


def claim_port(host: str, port: int) -> socket.socket:
    """Bind ``host:port`` before any long work starts; raises ``CommandError`` with one clear line when it is taken."""
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(128)
    except OSError as failure:
        listener.close()
        if failure.errno == errno.EADDRINUSE:
            raise CommandError(f"Port {port} is taken. Choose another one: make run PORT={port + 1}") from None
        raise CommandError(f"Cannot listen on {host}:{port}: {failure.strerror}") from None
    return listener


def _as_keyboard_interrupt(signum: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
