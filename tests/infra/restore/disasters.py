"""Two ways to lose a marketplace, each with what came back and how long it took."""

import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from tests.infra.restore.facts import Facts, read_facts
from tests.infra.restore.marketplace import promises
from tests.infra.restore.site import Site

DROPPED = "DROP TABLE orders_ledgerentry, orders_payment, orders_orderline CASCADE"


@dataclass(frozen=True)
class Recovery:
    """Seconds from the decision to restore to a server that takes writes, and what was and was not there again."""

    seconds: float
    facts: Facts
    promised: int
    lost: int
    lost_seconds: float
    """From the oldest promise that is gone to the moment of the disaster; 0 when nothing is."""


def drop_tables(site: Site, *, orders_after_backup: int, orders_too_late: int) -> Recovery:
    """Somebody drops the tables of money; the restore goes to just before, or raises ``AssertionError``."""
    promised = site.marketplace.place_orders(orders_after_backup)
    before = read_facts(site.cluster)
    moment = site.cluster.ask("SELECT clock_timestamp()")
    site.marketplace.place_orders(orders_too_late)
    site.cluster.ask(DROPPED)
    site.cluster.ask("SELECT pg_switch_wal()")
    began = time.monotonic()
    site.cluster.stop()
    site.repository.restore(until=moment)
    site.cluster.start()
    site.cluster.await_writable()
    seconds = time.monotonic() - began
    after = read_facts(site.cluster)
    different = [name for name in before.tables if before.tables[name] != after.tables.get(name)]
    if different or before != after:
        raise AssertionError(f"after the restore these tables differ: {different}")
    return Recovery(seconds, after, len(promised), 0, 0.0)


def lose_machine(site: Site, *, after_orders: int, after_seconds: float, pause: float) -> Recovery:
    """The disk is gone in the middle of orders; the restore goes as far as the archive does."""
    notes = site.cluster.home / "promises"
    buyers = site.marketplace.go_on_ordering(pause, notes)
    await_promises(buyers, notes, after_orders)
    time.sleep(after_seconds)
    site.cluster.stop("immediate")
    disaster = time.time()
    buyers.wait(120)
    promised = promises(notes.read_text())
    site.cluster.lose()
    began = time.monotonic()
    site.repository.restore()
    site.cluster.start()
    site.cluster.await_writable()
    seconds = time.monotonic() - began
    there = set(site.cluster.ask("SELECT number FROM orders_order").splitlines())
    gone = [promise for promise in promised if promise[0] not in there]
    if gone != promised[len(promised) - len(gone) :]:
        raise AssertionError(f"orders are missing among ones that came back: {gone}")
    lost_seconds = disaster - gone[0][1] if gone else 0.0
    return Recovery(seconds, read_facts(site.cluster), len(promised), len(gone), lost_seconds)


def await_promises(buyers: subprocess.Popen[bytes], notes: Path, wanted: int, patience: float = 600) -> None:
    until = time.monotonic() + patience
    while len(promises(notes.read_text())) < wanted:
        if buyers.poll() is not None or time.monotonic() > until:
            buyers.kill()
            raise RuntimeError(f"fewer than {wanted} orders were placed")
        time.sleep(0.1)
