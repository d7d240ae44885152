"""Everything again: jobs many times at once, events delivered anew, the provider's messages backwards."""

import random
from datetime import timedelta

import celery
from django.db import connection
from django.utils import timezone

from marketplace.events.models import Delivery, OutboxMessage
from tests.load.faults.fault import Fault

AGAIN = 60
"""Events that are delivered once more."""


class JobsTwice(Fault):
    name = "jobs delivered many times"
    expected = "nothing is seen: who comes second finds nothing to do"
    lasts = 8.0

    def strike(self) -> str:
        from marketplace.celery import app
        from marketplace.periodic import JOBS

        broker = f"redis://127.0.0.1:{self.stage.ports.redis}/0"
        names = [job.name for job in JOBS]
        with celery.Celery("again", broker=broker) as again:
            for _ in range(6):
                random.shuffle(names)
                for name in names:
                    again.send_task("marketplace.run_job", (name,), queue=app.conf.task_default_queue, expires=60)
        return f"each of {len(names)} jobs six times, shuffled"


class EventsTwice(Fault):
    name = "events delivered twice, backwards"
    expected = "nothing is seen: no letter, paper, posting or parcel is there twice"
    lasts = 8.0

    def strike(self) -> str:
        connection.close()  # the one that was there may have been cut
        delivered = OutboxMessage.objects.exclude(delivered_at=None).order_by("-created_at")
        chosen = list(delivered.values_list("pk", flat=True)[:AGAIN])
        now = timezone.now()
        Delivery.objects.filter(message__in=chosen).update(delivered_at=None, available_at=now)
        for place, message in enumerate(chosen):
            again = {"delivered_at": None, "available_at": now, "created_at": now + timedelta(milliseconds=place)}
            OutboxMessage.objects.filter(pk=message).update(**again)
        connection.close()
        return f"the latest {AGAIN} events marked as not delivered, in reversed order"


class NoticesTwice(Fault):
    name = "the provider's messages twice, backwards"
    expected = "nothing is seen: a message that was heard changes nothing"
    lasts = 6.0

    def strike(self) -> str:
        stripe = self.stage.peers.stripe
        old = stripe.world.events[-80:][::-1]
        for event in old:
            stripe.webhooks.remember(event)
        return f"{len(old)} messages sent once more"


class NoticesLost(Fault):
    name = "the provider's messages lost"
    expected = "nothing is seen: its list is compared with what came, every quarter of an hour"
    lasts = 10.0

    def strike(self) -> str:
        lost = self.stage.peers.stripe.webhooks.lose()
        return f"{lost} messages thrown away"
