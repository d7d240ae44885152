import pytest
from django.db import connection

from marketplace.statistics import refresh_statistics

pytestmark = pytest.mark.django_db


def test_the_embedded_database_learns_how_selective_its_indexes_are() -> None:
    refresh_statistics()
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT count(*) FROM sqlite_stat1")
            assert cursor.fetchone()[0] > 0
        else:
            cursor.execute("SHOW autovacuum")
            assert cursor.fetchone()[0] == "on"
