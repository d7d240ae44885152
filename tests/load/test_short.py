"""A dozen trades and three faults, on the database and the broker of these tests; `make load` does it for half an hour
with everything that may go wrong."""

import os
import random
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest

from tests.load.book import Book
from tests.load.faults.killed import Frozen, WebKilled
from tests.load.faults.provider import CutAfterCharging
from tests.load.invariants.table import invariants
from tests.load.settle import settle
from tests.load.stage.peers import peers
from tests.load.stage.program import Keeper
from tests.load.stage.programs import beat, environment, web, worker
from tests.load.stage.site import Site
from tests.load.stage.stage import await_sites
from tests.load.traffic.buyers import Buyer
from tests.load.traffic.couriers import Courier
from tests.load.traffic.shippers import Shipper
from tests.load.traffic.trade import Crowd
from tests.load.world import World, make_world

TRADES = 12
PATIENCE = 120
pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def site(tmp_path: Path, settings: Any) -> Iterator[Site]:
    """A web server, a worker and a clock, on the database of this test and a broker of its own."""
    settings.WEBHOOKS_MAY_LOOP_BACK = True
    url = urlsplit(os.environ["DATABASE_URL"])
    database = urlunsplit(url._replace(path=f"/{settings.DATABASES['default']['NAME']}"))
    port = _free_port()
    with peers() as others:
        variables = environment(
            others,
            data=tmp_path,
            database=database,
            redis=f"{os.environ['REDIS_URL'].rpartition('/')[0]}/{os.getpid() % 15 + 1}",
            mail_port=others.mail.port,
            web_port=port,
        )
        given = {**variables, "SECRET_KEY": settings.SECRET_KEY}, tmp_path
        keeper = Keeper([web(port, *given), worker(1, *given), beat(1, *given)])
        yield Site(others, keeper, [port])
        keeper.stop()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def test_a_dozen_trades_and_three_faults(site: Site) -> None:
    chance = random.Random(seed := random.SystemRandom().randrange(10**6))  # noqa: S311  # who wants what
    world, book = make_world(site.peers, sellers=1, goods=3), Book()
    site.keeper.start()
    await_sites(site.sites)
    with_faults(site, world, book, chance)
    checks = invariants(world, site.peers, book, with_index=False)
    settled = settle(checks, patience=PATIENCE)
    assert settled.broken == {}, (seed, settled.broken, book.told)
    assert len(book.bought) >= TRADES, (seed, book.codes)


def with_faults(site: Site, world: World, book: Book, chance: random.Random) -> None:
    given = world, site.sites, book, chance
    courier = Courier(*given)
    courier.webhooks = site.peers.stripe.webhooks
    buyers = [Buyer(*given) for _ in range(4)]
    for buyer in buyers:
        buyer.pause = 0.1
    crowd, over = Crowd([courier, Shipper(*given), *buyers]), threading.Event()
    crowd.start()
    for kind in (CutAfterCharging, WebKilled, Frozen):
        fault = kind(site, chance)  # type: ignore[arg-type]  # these need no more of an installation
        fault.lasts, fault.times = 1.5, 1  # type: ignore[attr-defined]
        fault.happen(over)
    for _ in range(400):
        if len(book.bought) >= TRADES:
            break
        over.wait(0.2)
    crowd.stop()
    assert crowd.failures == []
    courier.round()
