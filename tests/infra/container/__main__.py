"""``make container-rehearsal``: the image's steps and its commands, without an engine. As root, in mounts of its own.

The base is this machine's system, so what only the real one could show is not shown: that its tag and digest exist, and
that the lock suits its Python. Everything after FROM is done as it is written.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.infra.container.build import ROOT, Layer, build, mount, take_context
from tests.infra.container.dockerfile import Stage, read
from tests.infra.container.redis import Redis
from tests.infra.container.run import command, seal, size
from tests.infra.restore.site import free_port, new_site

SETTINGS = {"PUBLIC_URL": "https://market.example.com", "ALLOWED_HOSTS": "market.example.com"}
PATIENCE = 900
"""Seconds in which something answers; a machine with other work starts it slowly."""
SECRETS = {"SECRET_KEY": "only-for-a-rehearsal-" * 4, "SEALING_KEYS": "only-for-a-rehearsal-of-the-container"}


def main() -> None:
    if "--inside" not in sys.argv:
        inside = [
            "unshare",
            "--mount",
            "--propagation=private",
            sys.executable,
            "-m",
            "tests.infra.container",
            "--inside",
        ]
        sys.exit(subprocess.run(inside, check=False).returncode)
    with tempfile.TemporaryDirectory(prefix="marketplace-image-") as folder, new_site("development") as site:
        mount("-t", "tmpfs", "-o", "size=6g", "tmpfs", folder)
        try:
            stages = read(ROOT / "infra" / "container" / "Dockerfile")
            layer = build(stages, Path(folder), take_context(Path(folder)))
            say(f"built: /opt/marketplace has {size(layer.root / 'opt/marketplace') / 2**20:.0f} MiB")
            seal(layer, {**SECRETS, "DATABASE_URL": site.cluster.url("marketplace")})
            try_out(layer, stages[-1])
        finally:
            subprocess.run(["umount", "--recursive", "--lazy", folder], check=False)


def try_out(layer: Layer, final: Stage) -> None:
    refused = command(layer, ["python", "-c", "open('/opt/marketplace/app/planted', 'w')"]).wait(PATIENCE)
    require(refused == 1, "the tree cannot be written")
    who = "import os; assert os.getuid() == 10001 and not os.access('/etc/shadow', os.R_OK)"
    require(
        command(layer, ["python", "-c", who]).wait(PATIENCE) == 0,
        "the user is 10001 and may read no secrets of the system",
    )
    pip = "import importlib.util as u; assert u.find_spec('pip') is None"
    require(command(layer, ["python", "-c", pip]).wait(PATIENCE) == 0, "nothing can be installed into it")
    migration = command(layer, ["python", "-m", "marketplace", "migrate", "--no-input", "-v0"], **SETTINGS)
    require(migration.wait(2 * PATIENCE) == 0, "migrate makes the tables")
    serve(layer, final)
    work(layer)


def work(layer: Layer) -> None:
    """A worker as compose starts it, asked as compose asks whether it lives, then ended."""
    with Redis() as redis:
        settings = {**SETTINGS, "REDIS_URL": redis}
        words = ["celery", "-A", "marketplace.celery"]
        worker = command(
            layer, [*words, "worker", "-Q", "money", "--concurrency", "2", "-n", "celery@rehearsal"], **settings
        )
        try:
            require(pinged(layer, [*words, "inspect", "ping", "-d", "celery@rehearsal", "-t", "8"], settings, worker),
                    "a worker answers")  # fmt: skip
            worker.terminate()
            require(worker.wait(PATIENCE) == 0, "SIGTERM ends it")
        finally:
            worker.kill()


def pinged(layer: Layer, words: list[str], settings: dict[str, str], worker: subprocess.Popen[bytes]) -> bool:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and worker.poll() is None:
        if command(layer, words, **settings).wait(PATIENCE) == 0:
            return True
        time.sleep(10)  # whoever asks takes the processor from who is still starting
    return False


def serve(layer: Layer, final: Stage) -> None:
    port = str(free_port())
    words = [port if word == "8000" else word for word in final.last("CMD")]
    web = command(layer, words, **SETTINGS)
    try:
        require(answers(f"http://127.0.0.1:{port}/health/live", web), "web lives")
        require(answers(f"http://127.0.0.1:{port}/health/ready", web), "web is ready")
        began = time.monotonic()
        os.kill(web.pid, signal.SIGTERM)
        require(web.wait(PATIENCE) in {0, -signal.SIGTERM, 128 + signal.SIGTERM}, "SIGTERM ends it")
        say(f"ended after {time.monotonic() - began:.1f} s")
    finally:
        web.kill()


def answers(url: str, web: subprocess.Popen[bytes], patience: float = PATIENCE) -> bool:
    until = time.monotonic() + patience
    while time.monotonic() < until and web.poll() is None:
        try:
            with urlopen(url, timeout=10) as answer:  # noqa: S310 loopback
                return bool(answer.status == 200)
        except (URLError, OSError):
            time.sleep(0.5)
    return False


def require(holds: bool, what: str) -> None:
    say(f"{'holds' if holds else 'FAILS'}: {what}")
    if not holds:
        sys.exit(1)


def say(text: str) -> None:
    sys.stdout.write(f"container-rehearsal: {text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
