"""Redis: cache, limits and the broker of background work."""

from collections.abc import Iterator
from typing import Any

import redis
from django.conf import settings

from marketplace.doctor.finding import Finding, good, noted, wrong

OLDEST = (6, 2)


def check() -> Iterator[Finding]:
    address = settings.CELERY_BROKER_URL
    if not address:
        yield noted(
            "no Redis: limits and cache are each process's own, and Celery cannot run",
            "Set REDIS_URL where more than one process runs.",
        )
        return
    client = redis.Redis.from_url(address, socket_connect_timeout=3, socket_timeout=3)
    try:
        facts: Any = client.info()
    except redis.RedisError as error:
        yield wrong(f"Redis cannot be reached: {error}", "Check REDIS_URL, and that the server runs and lets us in.")
        return
    try:
        yield from _facts(facts)
    finally:
        client.close()


def _facts(facts: dict[str, Any]) -> Iterator[Finding]:
    version = str(facts["redis_version"])
    if tuple(int(part) for part in version.split(".")[:2]) < OLDEST:
        yield wrong(f"Redis is {version}", "Use Redis 6.2 or newer, or Valkey.")
    else:
        yield good(f"Redis {version}")
    if facts.get("role") != "master":
        yield wrong("this Redis is a replica, which takes no writes", "Let REDIS_URL name the primary.")
    policy = facts.get("maxmemory_policy")
    if policy != "noeviction":
        yield wrong(
            f"its maxmemory-policy is {policy}: when memory runs short it throws jobs away",
            "Set maxmemory-policy noeviction.",
        )
    else:
        yield good("it throws nothing away (noeviction)")
    if not facts.get("aof_enabled") and not facts.get("rdb_last_save_time"):
        yield noted("it keeps nothing on disk", "Set appendonly yes.")
    elif not facts.get("aof_enabled"):
        yield noted(
            "it keeps snapshots only: jobs of the last minutes are lost with it, and come again by the clock",
            "Set appendonly yes.",
        )
