"""The replica, where there is one: that it is one, follows, and is not far behind."""

from collections.abc import Iterator

from django.conf import settings
from django.db import Error, connections

from marketplace.doctor.finding import Finding, good, noted, wrong
from marketplace.replicas.condition import MOST_BEHIND, look

LONGEST_SILENCE_MS = 10_000


def check() -> Iterator[Finding]:
    if "replica" not in settings.DATABASES:
        yield good("none is configured; everything is read from the primary")
        return
    try:
        condition = look()
    except Error as error:
        yield wrong(
            f"the replica cannot be reached: {error}", "Check DATABASE_REPLICA_URL. Until then the primary is read."
        )
        return
    if not condition.is_replica:
        yield wrong(
            "DATABASE_REPLICA_URL is no replica: it takes writes itself",
            "After a fail-over let DATABASE_URL name it and make a new replica; otherwise correct the address.",
        )
    elif not condition.is_following:
        yield wrong("the replica follows nobody", "Check primary_conninfo there, and max_wal_senders at the primary.")
    elif condition.behind is None or condition.behind > MOST_BEHIND:
        yield wrong(
            f"the replica is {condition.behind or 0:.0f} s behind; from {MOST_BEHIND:.0f} s on it is not asked",
            "Look for long queries and recovery_min_apply_delay there, and at disk and network between the two.",
        )
    else:
        yield good(f"the replica is {condition.behind:.1f} s behind")
    with connections["replica"].cursor() as cursor:
        cursor.execute("SELECT setting::int FROM pg_settings WHERE name = 'wal_receiver_timeout'")
        silence = cursor.fetchone()[0]
    if silence == 0 or silence > LONGEST_SILENCE_MS:
        yield noted(
            f"the replica notices only after {silence / 1000:.0f} s that its primary is silent",
            "Set wal_receiver_timeout = 5s there, so that it is not asked while it cannot know what it misses.",
        )
