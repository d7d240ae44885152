"""How many connections the database server has of how many it allows. An embedded database has neither."""

from collections.abc import Iterator

from django.db import connection

from marketplace.gauges.reading import Reading

_SQL = """
    SELECT coalesce(state, 'other'), count(*), current_setting('max_connections')::int
    FROM pg_stat_activity WHERE datname = current_database() GROUP BY 1
"""


def read() -> Iterator[Reading]:
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(_SQL)
        rows = cursor.fetchall()
    for state, count, _most in rows:
        yield Reading("database_connections", "Connections to this database.", count, {"state": state.split()[0]})
    if rows:
        yield Reading("database_connections_most", "How many connections the server allows.", rows[0][2])
