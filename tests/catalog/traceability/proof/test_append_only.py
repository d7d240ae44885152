"""Leaves, blocks and roots stay as they are: the database refuses whoever asks."""

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from catalog.traceability.proof.close_days import close_days
from catalog.traceability.proof.day import REFUSAL, DailyRoot, LeafBlock, ProofLeaf
from marketplace.append_only.rows import AppendOnly
from tests.catalog.traceability.proof.test_days import DAY, MONDAY, event
from tests.factories.traceability import make_lot

pytestmark = pytest.mark.django_db


def test_models_and_database_refuse() -> None:
    event(make_lot(), MONDAY, "một")
    close_days(now=MONDAY + DAY)
    with connection.cursor() as cursor:
        for statement in (*REFUSAL.drop("sqlite"), *REFUSAL.create("sqlite")) if connection.vendor == "sqlite" else ():
            cursor.execute(statement)
        for model in (ProofLeaf, LeafBlock, DailyRoot):
            table = model._meta.db_table
            assert table in REFUSAL.tables
            with pytest.raises(AppendOnly):
                model._default_manager.all().delete()
            for statement in (f"UPDATE {table} SET day = '2020-01-01'", f"DELETE FROM {table}"):  # noqa: S608  # ours
                with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
                    cursor.execute(statement)
            assert model._default_manager.count() == 1
