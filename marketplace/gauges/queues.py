"""How many tasks wait in each of Celery's queues."""

from collections.abc import Iterator

from django.conf import settings

from marketplace.gauges.reading import Reading


def read() -> Iterator[Reading]:
    if not settings.CELERY_BROKER_URL:
        return
    import redis

    names = [queue.name for queue in getattr(settings, "CELERY_TASK_QUEUES", None) or ()] or ["celery"]
    with redis.Redis.from_url(settings.CELERY_BROKER_URL, socket_timeout=2, socket_connect_timeout=2) as broker:
        for name in names:
            yield Reading("queue_length", "Tasks that wait in a queue.", broker.llen(name), {"queue": name})
