"""The processes of the marketplace itself: web servers, workers and the clock, each with its environment."""

import os
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from tests.load.stage.key import SECRET_KEY
from tests.load.stage.peers import Peers
from tests.load.stage.program import Program
from tests.peers.stripe.webhooks import SECRET

BIN = Path(sys.executable).parent
QUEUES = "money,index,mail,media,tracking,default,celery"
APPLICATION = "marketplace.wsgi:application"


def environment(
    peers: Peers, *, data: Path, database: str, redis: str, mail_port: int, web_port: int, search: str = ""
) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
    return {
        **kept,
        "MARKETPLACE_MODE": "development",
        "SECRET_KEY": SECRET_KEY,
        "DJANGO_SETTINGS_MODULE": "tests.load.settings",
        "DATA_DIR": str(data),
        "DATABASE_URL": database,
        "REDIS_URL": redis,
        "SEARCH_URL": search,
        "MAIL_URL": f"smtp://127.0.0.1:{mail_port}",
        "PUBLIC_URL": f"http://127.0.0.1:{web_port}",
        "STRIPE_API_BASE": peers.stripe.url,
        "STRIPE_SECRET_KEY": peers.stripe.world.secret_key,
        "STRIPE_PUBLISHABLE_KEY": peers.stripe.world.publishable_key,
        "STRIPE_WEBHOOK_SECRET": SECRET,
    }


def web(port: int, variables: Mapping[str, str], folder: Path) -> Program:
    return Program(f"web-{port}", _server(port), variables, folder)


def _server(port: int) -> list[str]:
    """The server of production where it is installed."""
    if find_spec("granian"):
        listening = ["--host", "127.0.0.1", "--port", str(port), "--workers", "1", "--blocking-threads", "4"]
        return [str(BIN / "granian"), "--interface", "wsgi", *listening, "--respawn-failed-workers", APPLICATION]
    return [str(BIN / "waitress-serve"), f"--listen=127.0.0.1:{port}", APPLICATION]


def worker(number: int, variables: Mapping[str, str], folder: Path, *, concurrency: int = 2) -> Program:
    asked = ["-Q", QUEUES, "--concurrency", str(concurrency), "--loglevel=WARNING", "-n", f"worker{number}@load"]
    return Program(f"worker-{number}", _celery("worker", *asked), variables, folder)


def beat(number: int, variables: Mapping[str, str], folder: Path) -> Program:
    asked = ["--loglevel=WARNING", f"--pidfile={folder}/beat-{number}.pid", f"--schedule={folder}/beat-{number}"]
    return Program(f"beat-{number}", _celery("beat", *asked), variables, folder)


def _celery(*words: str) -> list[str]:
    return [sys.executable, "-m", "celery", "-A", "marketplace.celery", *words]
