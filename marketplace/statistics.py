"""What the embedded database knows of its own tables, kept true.

SQLite chooses an index by counts that only ``ANALYZE`` writes; without them it takes a list of 400 sellers for a better
way to 24 products than the products' own numbers. PostgreSQL does this by itself.
"""

from django.db import connection

ROWS_LOOKED_AT = 1000
"""Of each index: enough to choose well, and quick however large the table is."""


def refresh_statistics() -> None:
    """Count anew; nothing happens on a database that does so itself."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA analysis_limit={ROWS_LOOKED_AT}")
        cursor.execute("ANALYZE")
