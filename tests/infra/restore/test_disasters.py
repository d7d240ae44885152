"""The small form of ``make restore-test``: the same disasters, with a marketplace of a few orders."""

import os
import subprocess
from collections.abc import Iterator
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.conf import settings

from tests.infra.restore.cluster import Cluster
from tests.infra.restore.disasters import drop_tables, lose_machine
from tests.infra.restore.site import Site, new_site, programs

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def site() -> Iterator[Site]:
    with new_site("testing") as site:
        copy_tables(site.cluster)
        yield site


def copy_tables(cluster: Cluster) -> None:
    """The tables of this test's database, which are migrated already, without a row."""
    url = urlsplit(os.environ["DATABASE_URL"])
    source = urlunsplit(url._replace(path=f"/{settings.DATABASES['default']['NAME']}"))
    dump = subprocess.run([programs() / "pg_dump", "--no-owner", source], check=True, capture_output=True)
    subprocess.run(
        [programs() / "psql", "-q", "-v", "ON_ERROR_STOP=1", "-d", cluster.url("marketplace")],
        input=dump.stdout, check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip


def test_what_is_lost_comes_back(site: Site) -> None:
    """A dropped table, a lost disk and lost media, one after the other."""
    papers = site.marketplace.data_dir / "documents" / "invoice.pdf"
    papers.parent.mkdir()
    papers.write_bytes(os.urandom(4096))
    media = site.media.hashes()
    site.media.back_up()
    site.repository.prepare()
    site.repository.back_up("full")

    dropped = drop_tables(site, orders_after_backup=2, orders_too_late=1)
    assert (dropped.promised, dropped.lost) == (2, 0)
    assert dropped.facts.tables["orders_order"][0] == 2
    assert dropped.facts.tables["orders_ledgerentry"][0] > 0
    assert dropped.facts.ledger_difference == 0

    site.cluster.ask("SELECT pg_switch_wal()")
    lost = lose_machine(site, after_orders=2, after_seconds=0, pause=0.1)
    assert lost.facts.tables["orders_order"][0] == 2 + lost.promised - lost.lost
    assert lost.facts.ledger_difference == 0

    papers.unlink()
    site.media.restore()
    assert site.media.hashes() == media
