"""Delivery at least once, effects in the database once, failures apart from each other."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

import pytest
from django.db import connection, transaction
from django.utils import timezone

from marketplace.channels.models import Channel
from marketplace.events.claim import LEASE
from marketplace.events.dead_letters import dead_letters, forget_delivered, revive
from marketplace.events.deliver import HANDFUL, MOST_ATTEMPTS, deliver_pending, pause_after
from marketplace.events.event import FILES, MAIN, Event
from marketplace.events.models import Delivery, OutboxMessage
from marketplace.events.publish import publish
from marketplace.events.reactions import outside_transaction, subscribe, unsubscribe


@dataclass(frozen=True)
class KilnOpened(Event):
    kiln: int


@pytest.fixture
def react() -> Iterator[Callable[[Callable[[KilnOpened], None]], None]]:
    """Subscribe reactions for one test."""
    added = []

    def add(reaction: Callable[[KilnOpened], None]) -> None:
        subscribe(KilnOpened, reaction)
        added.append(reaction)

    yield add
    for reaction in added:
        unsubscribe(KilnOpened, reaction)


def open_kiln(kiln: int = 1) -> None:
    with transaction.atomic():
        publish(KilnOpened(kiln=kiln))


@pytest.mark.django_db(transaction=True)
def test_publishing_outside_a_transaction_is_refused() -> None:
    with pytest.raises(RuntimeError):
        publish(KilnOpened(kiln=1))
    assert not OutboxMessage.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_rolled_back_change_publishes_nothing(react: Callable[..., None]) -> None:
    heard: list[int] = []
    react(lambda event: heard.append(event.kiln))
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        publish(KilnOpened(kiln=1))
        raise ZeroDivisionError
    assert deliver_pending() == 0
    assert heard == []


@pytest.mark.django_db
def test_delivers_in_the_order_of_publication_and_once(react: Callable[..., None]) -> None:
    heard: list[int] = []
    react(lambda event: heard.append(event.kiln))
    with transaction.atomic():
        for kiln in (3, 1, 2):
            publish(KilnOpened(kiln=kiln))
    assert deliver_pending() == 3
    assert deliver_pending() == 0
    assert heard == [3, 1, 2]


@pytest.mark.django_db
def test_the_limit_leaves_the_rest_for_next_time(react: Callable[..., None]) -> None:
    heard: list[int] = []
    react(lambda event: heard.append(event.kiln))
    for kiln in range(3):
        open_kiln(kiln)
    assert [deliver_pending(2), deliver_pending(2), deliver_pending(2)] == [2, 1, 0]
    assert heard == [0, 1, 2]


@pytest.mark.django_db
def test_a_failing_reaction_backs_off_while_the_others_run_once(react: Callable[..., None]) -> None:
    calls: Counter[str] = Counter()

    def fails_twice(event: KilnOpened) -> None:
        calls["failing"] += 1
        if calls["failing"] <= 2:
            raise ConnectionError("secret address")

    def succeeds(event: KilnOpened) -> None:
        calls["fine"] += 1

    react(fails_twice)
    react(succeeds)
    open_kiln()
    start = timezone.now()
    deliver_pending(now=start)
    assert calls == {"failing": 1, "fine": 1}
    assert "secret" not in OutboxMessage.objects.get().last_error
    assert deliver_pending(now=start + pause_after(1) / 2) == 0
    deliver_pending(now=start + pause_after(1))
    deliver_pending(now=start + pause_after(1) + pause_after(2))
    assert calls == {"failing": 3, "fine": 1}
    message = OutboxMessage.objects.get()
    assert message.delivered_at is not None
    assert message.last_error == ""


@pytest.mark.django_db
def test_what_a_failing_reaction_wrote_is_rolled_back(react: Callable[..., None]) -> None:
    def writes_then_fails(event: KilnOpened) -> None:
        Channel.objects.create(slug="half", currency_code="EUR", default_country="NL", default_language="en")
        raise ValueError

    react(writes_then_fails)
    open_kiln()
    deliver_pending()
    assert not Channel.objects.filter(slug="half").exists()
    assert Delivery.objects.get().last_error.startswith("builtins.ValueError test_deliver.py:")


@pytest.mark.django_db
def test_gives_up_after_twelve_attempts_keeps_the_letter_and_can_revive_it(react: Callable[..., None]) -> None:
    broken = True
    calls: Counter[str] = Counter()

    def breaks(event: KilnOpened) -> None:
        calls["breaks"] += 1
        if broken:
            raise ValueError

    def fine(event: KilnOpened) -> None:
        calls["fine"] += 1

    react(breaks)
    react(fine)
    open_kiln()
    moment = timezone.now()
    for _ in range(MOST_ATTEMPTS + 5):
        deliver_pending(now=moment)
        moment += timedelta(hours=3)
    assert calls == {"breaks": MOST_ATTEMPTS, "fine": 1}
    letter = dead_letters().get()
    assert letter.delivered_at is None
    assert letter.last_error.startswith("builtins.ValueError")

    broken = False
    revive(letter)
    deliver_pending()
    assert calls == {"breaks": MOST_ATTEMPTS + 1, "fine": 1}
    assert not dead_letters().exists()


@pytest.mark.django_db
def test_an_event_of_another_version_is_kept_as_dead(react: Callable[..., None]) -> None:
    react(lambda event: None)
    now = timezone.now()
    OutboxMessage.objects.create(name="NobodyKnows", payload={}, available_at=now)
    OutboxMessage.objects.create(name="KilnOpened", payload={"oven": 1}, available_at=now)
    open_kiln()
    deliver_pending()
    assert {letter.name for letter in dead_letters()} == {"NobodyKnows", "KilnOpened"}
    assert OutboxMessage.objects.filter(delivered_at__isnull=False).count() == 1


class Crash(BaseException):
    """The process dies here."""


@pytest.mark.django_db(transaction=True)
def test_a_crash_before_the_mark_delivers_again_after_the_lease(react: Callable[..., None]) -> None:
    calls: Counter[str] = Counter()

    def first(event: KilnOpened) -> None:
        calls["first"] += 1

    def crashes_once(event: KilnOpened) -> None:
        calls["crashing"] += 1
        Channel.objects.create(slug="kiln", currency_code="EUR", default_country="NL", default_language="en")
        if calls["crashing"] == 1:
            raise Crash

    react(first)
    react(crashes_once)
    open_kiln()
    start = timezone.now()
    with pytest.raises(Crash):
        deliver_pending(now=start)
    assert deliver_pending(now=start + LEASE / 2) == 0
    assert deliver_pending(now=start + LEASE) == 1
    assert calls == {"first": 1, "crashing": 2}
    assert Channel.objects.filter(slug="kiln").count() == 1


@pytest.mark.django_db(transaction=True)
def test_deliverers_side_by_side_run_each_reaction_once(react: Callable[..., None]) -> None:
    calls: Counter[int] = Counter()
    lock = threading.Lock()

    def counts(event: KilnOpened) -> None:
        with lock:
            calls[event.kiln] += 1

    react(counts)
    for kiln in range(20):
        open_kiln(kiln)
    barrier = threading.Barrier(4)
    failures: list[BaseException] = []

    def work() -> None:
        try:
            barrier.wait(timeout=10)
            while deliver_pending(limit=3):
                pass
        except BaseException as failure:
            failures.append(failure)
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert failures == []
    assert calls == Counter(range(20))
    assert not OutboxMessage.objects.filter(delivered_at__isnull=True).exists()


@pytest.mark.django_db
def test_delivered_messages_are_cleared_and_dead_ones_stay() -> None:
    open_kiln()
    deliver_pending()
    OutboxMessage.objects.create(name="NobodyKnows", payload={}, available_at=timezone.now())
    deliver_pending()
    assert forget_delivered(before=timezone.now() + timedelta(days=1)) == 1
    assert [message.name for message in OutboxMessage.objects.all()] == ["NobodyKnows"]


def test_two_events_of_one_name_are_refused() -> None:
    with pytest.raises(TypeError):
        type("KilnOpened", (Event,), {"__module__": "elsewhere"})


@pytest.mark.django_db(transaction=True)
def test_a_reaction_that_asks_others_holds_no_transaction_and_is_repeated_when_it_fails(
    react: Callable[..., None],
) -> None:
    held: list[bool] = []

    @outside_transaction
    def ask(event: KilnOpened) -> None:
        held.append(connection.in_atomic_block)
        if len(held) == 1:
            raise TimeoutError

    react(ask)
    open_kiln()
    deliver_pending()
    assert OutboxMessage.objects.get().delivered_at is None
    later = timezone.now() + pause_after(1)
    deliver_pending(now=later)
    deliver_pending(now=later)
    assert held == [False, False]
    assert OutboxMessage.objects.get().delivered_at == later


@dataclass(frozen=True)
class TileDrawn(Event):
    lane: ClassVar[str] = FILES
    tile: int


@pytest.mark.django_db
def test_a_letter_does_not_stand_behind_files_that_are_still_to_be_made() -> None:
    with transaction.atomic():
        for number in range(3):
            publish(TileDrawn(tile=number))
        publish(KilnOpened(kiln=1))

    assert deliver_pending(limit=2, lane=MAIN) == 1
    assert OutboxMessage.objects.get(delivered_at__isnull=False).name == "KilnOpened"
    assert (deliver_pending(limit=2, lane=FILES), deliver_pending(lane=FILES), deliver_pending(lane=FILES)) == (2, 1, 0)
    assert not OutboxMessage.objects.filter(delivered_at__isnull=True).exists()


@pytest.mark.django_db
def test_what_nobody_knows_any_more_is_seen_by_the_main_lane() -> None:
    OutboxMessage.objects.create(name="GlazeForgotten", payload={}, available_at=timezone.now())

    assert (deliver_pending(lane=FILES), deliver_pending(lane=MAIN)) == (0, 1)
    assert dead_letters().get().name == "GlazeForgotten"


@pytest.mark.django_db(transaction=True)
def test_whoever_dies_holds_up_a_handful(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was not taken yet is free for others at once."""
    for kiln in range(2 * HANDFUL + 5):
        open_kiln(kiln)
    waiting = OutboxMessage.objects.filter(delivered_at=None, attempts=0)
    counts = []

    def deliver(message: OutboxMessage, now: datetime) -> None:
        counts.append(waiting.count())
        OutboxMessage.objects.filter(pk=message.pk).update(delivered_at=now)

    monkeypatch.setattr("marketplace.events.deliver._deliver", deliver)
    assert deliver_pending(limit=2 * HANDFUL + 1) == 2 * HANDFUL + 1
    assert counts[0] == HANDFUL + 5, "one handful is held at a time"
    assert waiting.count() == 4
