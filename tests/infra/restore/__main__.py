"""``make restore-test``: the demo world, two disasters and what came back, as a table; KEEP=1 keeps it."""

import argparse
import shutil
import sys
import time
from pathlib import Path
from typing import Any

from tests.infra.restore.cluster import as_owner
from tests.infra.restore.disasters import drop_tables, lose_machine
from tests.infra.restore.figures import KEPT, table
from tests.infra.restore.site import Site, new_site


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--keep", action="store_true", help=f"write the table into {KEPT.name}")
    keep = arguments.parse_args().keep
    with new_site("development") as site:
        text = table(rehearse(site))
    sys.stdout.write(text)
    if keep:
        KEPT.write_text(text)


def rehearse(site: Site) -> dict[str, Any]:
    """Load, back up, lose, restore, verify; every figure by its name. Raises where anything differs."""
    say("the demo world")
    site.marketplace.load_world()
    figures: dict[str, Any] = {"media files": len(site.media.hashes())}
    say("backups")
    figures["media backup"] = timed(site.media.back_up)
    figures["stanza"] = timed(site.repository.prepare)
    figures["full backup"] = timed(lambda: site.repository.back_up("full"))
    say("dropped tables")
    figures["dropped"] = drop_tables(site, orders_after_backup=25, orders_too_late=5)
    figures["dropped checks"] = sound(site)
    say("a lost machine")
    site.marketplace.place_orders(5)
    figures["diff backup"] = timed(lambda: site.repository.back_up("diff"))
    figures["lost"] = lose_machine(site, after_orders=20, after_seconds=45, pause=0.5)
    figures["lost checks"] = sound(site)
    say("lost media")
    figures["media"] = lose_media(site)
    figures["repository"] = size(site)
    return figures


def lose_media(site: Site) -> float:
    before = site.media.hashes()
    shutil.rmtree(site.media.folder)
    seconds = timed(site.media.restore)
    after = site.media.hashes()
    kept = {name: digest for name, digest in before.items() if name in after}
    if after != kept or len(after) < 1:
        raise AssertionError("media came back with other contents")
    missing = set(before) - set(after)
    if missing:
        raise AssertionError(f"media did not come back: {sorted(missing)[:5]}")
    return seconds


def sound(site: Site) -> list[str]:
    """What the marketplace and PostgreSQL say of the restored data; raises when either finds something wrong."""
    said = [site.marketplace.command(command).strip().splitlines()[-1] for command in ("check_stock", "verify_roots")]
    as_owner(
        f"{site.cluster.programs}/pg_amcheck", "--install-missing", "-h", "127.0.0.1", "-p", str(site.cluster.port),
        "-U", "marketplace", "-d", "marketplace", "--heapallindexed",
    )  # fmt: skip
    placed = site.marketplace.place_orders(1)
    return [*said, "pg_amcheck finds nothing.", f"Order {placed[0][0]} could be placed afterwards."]


def size(site: Site) -> int:
    """Bytes of the database's repository: backups and all WAL."""
    return sum(
        path.stat().st_size
        for path in Path(site.cluster.variables["PGBACKREST_REPO1_PATH"]).rglob("*")
        if path.is_file()
    )


def timed(work: Any) -> float:
    began = time.monotonic()
    work()
    return time.monotonic() - began


def say(text: str) -> None:
    sys.stderr.write(f"restore-test: {text} …\n")


if __name__ == "__main__":
    main()
