"""The whole installation: started, used by visitors and faults, and ended with every process of it."""

import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.load.stage.peers import peers
from tests.load.stage.ports import Ports
from tests.load.stage.postgres import Pair
from tests.load.stage.program import CHECKOUT, Keeper
from tests.load.stage.programs import beat, environment, web, worker
from tests.load.stage.redis import await_redis, redis_program
from tests.load.stage.search import SearchNode
from tests.load.stage.site import Site
from tests.load.stage.switch import Switch

PATIENCE = 420


@dataclass
class Stage(Site):
    folder: Path
    data: Path
    ports: Ports
    variables: dict[str, str]
    nodes: Pair
    way_to_database: Switch
    way_to_mail: Switch
    search: SearchNode | None

    def await_web(self) -> None:
        await_sites(self.sites)


def await_sites(sites: list[str]) -> None:
    until = time.monotonic() + PATIENCE
    for site in sites:
        while not _answers(site):
            if time.monotonic() > until:
                raise RuntimeError(f"{site} does not answer")
            time.sleep(0.2)


def _answers(site: str) -> bool:
    try:
        with urllib.request.urlopen(f"{site}/health", timeout=5) as answer:  # noqa: S310  # our own
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


@contextmanager
def stage(folder: Path, ports: Ports, *, data: Path | None = None, with_search: bool = True) -> Iterator[Stage]:
    """Everything but the web servers and workers runs; `go_live` starts those."""
    shutil.rmtree(folder / "run", ignore_errors=True)
    run = folder / "run"
    run.mkdir(parents=True)
    if os.geteuid() == 0:
        (folder / "postgres").mkdir(exist_ok=True)
        shutil.chown(folder / "postgres", "postgres")
    search = SearchNode(folder / "search", ports.search) if with_search else None
    nodes = Pair(folder / "postgres", ports.nodes)
    redis = redis_program(run, ports.redis, dict(os.environ))
    with peers() as others:
        if search is not None:
            search.start()
        nodes.start()
        ways = Switch(ports.database, ports.nodes[0]), Switch(ports.mail, others.mail.port)
        variables = environment(
            others,
            data=data or run / "data",
            database=f"postgresql://marketplace@127.0.0.1:{ports.database}/marketplace",
            redis=f"redis://127.0.0.1:{ports.redis}/0",
            mail_port=ports.mail,
            web_port=ports.web[0],
            search=search.url if search else "",
        )
        keeper = Keeper([redis])
        keeper.start()
        await_redis(ports.redis)
        made = Stage(others, keeper, ports.web, run, data or run / "data", ports, variables, nodes, *ways, search)
        try:
            if nodes.is_fresh:
                nodes.primary.execute("CREATE DATABASE marketplace")
            _command(made, "migrate")
            if nodes.is_fresh:
                nodes.keep()
            if search is not None:
                search.await_answer()
            yield made
        finally:
            keeper.stop()
            for way in ways:
                way.stop()
            nodes.stop()
            if search is not None:
                search.stop()


def go_live(made: Stage) -> None:
    """The web, the workers and two clocks."""
    _command(made, "rebuild_index")
    given = made.variables, made.folder
    programs = [
        *(web(port, *given) for port in made.ports.web),
        *(worker(number, *given) for number in (1, 2)),
        *(beat(number, *given) for number in (1, 2)),
    ]
    for program in programs:
        program.start()
    made.keeper.programs += programs
    made.await_web()


def _command(made: Stage, name: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "marketplace", name], cwd=CHECKOUT, env=made.variables, check=True,
        stdout=subprocess.DEVNULL,
    )  # fmt: skip
