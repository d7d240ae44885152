"""What a connection to a database server is told about peers that are gone."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import Error, connection
from django.db.backends.base.base import BaseDatabaseWrapper

from tests.marketplace.settings.test_production import production


@pytest.fixture
def lost(db: None) -> Iterator[BaseDatabaseWrapper]:
    """A connection of its own, as the settings make it."""
    if connection.vendor != "postgresql":
        pytest.skip("only on PostgreSQL")
    made = connection.copy()
    yield made
    made.close()


@pytest.mark.services
def test_a_transaction_that_nobody_goes_on_with_is_ended(lost: BaseDatabaseWrapper) -> None:
    with lost.cursor() as cursor:
        cursor.execute("SHOW idle_in_transaction_session_timeout")
        assert cursor.fetchone() == ("2min",)
        cursor.execute("SHOW tcp_keepalives_idle")
        assert cursor.fetchone() in {("30",), ("0",)}  # 0 on a socket of files
        cursor.execute("SET idle_in_transaction_session_timeout = '200ms'")
        cursor.execute("BEGIN")
        time.sleep(0.6)
        with pytest.raises(Error, match="idle-in-transaction"):
            cursor.execute("SELECT 1")


def test_poolers_are_not_told_settings_of_a_session(tmp_path: Path) -> None:
    program = "from django.conf import settings; print(settings.DATABASES['default']['OPTIONS'].get('options', 'none'))"
    options = {
        seconds: production(
            "-c",
            f"import marketplace.environment; import django; django.setup(); {program}",
            folder=tmp_path,
            DJANGO_SETTINGS_MODULE="marketplace.settings.production",
            DATABASE_URL="postgresql://market:secret@127.0.0.1:1/market",
            DATABASE_CONNECTION_SECONDS=seconds,
        ).stdout.strip()
        for seconds in ("0", "60")
    }
    assert options["0"] == "none"
    assert "idle_in_transaction_session_timeout=2min" in options["60"]
