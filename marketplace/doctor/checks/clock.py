"""Our clock against the database's: links, sessions and prices are good until a moment."""

from collections.abc import Iterator
from datetime import UTC, datetime

from django.db import connection

from marketplace.doctor.finding import Finding, good, wrong

MOST_APART = 2.0


def check() -> Iterator[Finding]:
    if connection.vendor != "postgresql":
        yield good("the embedded database has this machine's clock")
        return
    before = datetime.now(UTC)
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        theirs = cursor.fetchone()[0]
    ours = before + (datetime.now(UTC) - before) / 2
    apart = abs((theirs - ours).total_seconds())
    if apart > MOST_APART:
        yield wrong(f"our clock and the database's are {apart:.1f} s apart", "Run a time service (chrony) on both.")
    else:
        yield good(f"our clock and the database's are {apart:.2f} s apart")
