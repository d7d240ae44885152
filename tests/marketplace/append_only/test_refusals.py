"""A database that migrations made refuses to rewrite what is append-only: none of its triggers got lost on the way."""

import sqlite3
from pathlib import Path

import pytest
from django.db import connection

from catalog.traceability.epcis.event import REFUSAL as EVENTS
from catalog.traceability.proof.day import REFUSAL as PROOFS
from marketplace.accounts.consents.record import REFUSAL as CONSENTS
from marketplace.audit.entry import REFUSAL as AUDIT
from marketplace.indicators.snapshot import REFUSAL as FIGURES
from orders.payouts.ledger.triggers import REFUSAL as LEDGER
from tests.catalog.stock.conftest import empty_database

__all__ = ["empty_database"]
TABLES = {table for refusal in (EVENTS, PROOFS, LEDGER, FIGURES, AUDIT, CONSENTS) for table in refusal.tables}


@pytest.mark.django_db
def test_every_append_only_table_has_its_triggers(empty_database: Path) -> None:
    """SQLite makes a table anew when a constraint goes, and drops the triggers of the old one without a word."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE NOT tgisinternal")
            found = set(cursor.fetchall())
        assert {(table, f"{table}_append_only") for table in TABLES} <= found
        return
    with sqlite3.connect(empty_database) as database:
        found = set(database.execute("SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger'"))
    assert {(table, f"{table}_no_{verb}") for table in TABLES for verb in ("update", "delete")} <= found
