"""Carriers on this machine, asked together: nobody waits for the slow one, nobody is asked twice, nobody for ever."""

import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from django.core.cache import cache

from logistics.carrier import Account, Carrier
from logistics.carriers.registry import carrier_of
from logistics.consignment import Consignment
from logistics.rates.ask import breaker
from logistics.rates.ask.outcome import Failed, Outcome, Quoted, TooLate
from logistics.rates.ask.question import Question
from logistics.rates.ask.side_by_side import ask_side_by_side
from tests.factories.logistics import make_domestic_consignment
from tests.peers.carriers import dhl_express, ghn, vnpost
from tests.peers.carriers.peer import Asked, CarrierPeer, Fault, Reply

TODAY = date(2026, 11, 20)
BUDGET = 20
"""Far more than anybody here needs on a busy machine; who answers at once is not kept waiting for the rest of it."""
SHORT, LATE = 1.5, 3.0
"""Long enough for the quick ones, over long before the slow one speaks."""


class SlowVnpost(vnpost.Peer):
    def serve(self, asked: Asked) -> Reply:
        if asked.path == "/ServicesCharge":
            time.sleep(LATE)
        return super().serve(asked)


class SleepyGhn(ghn.Peer):
    NAP = 1.0

    def take(self, path: str) -> Fault | None:
        time.sleep(self.NAP)  # outside the lock under which peers work
        return super().take(path)


@dataclass
class Peers:
    ghn: CarrierPeer
    dhl: CarrierPeer
    slow: CarrierPeer


@pytest.fixture
def peers() -> Iterator[Peers]:
    with ExitStack() as stack:
        yield Peers(*(stack.enter_context(peer()) for peer in (ghn.Peer, dhl_express.Peer, SlowVnpost)))


def question(peer: CarrierPeer, consignment: Consignment | None = None, account: Account | None = None) -> Question:
    sent = consignment or make_domestic_consignment()
    return Question(carrier_of(peer.code), account or peer.account(), sent, TODAY)


def near() -> Question:
    return Question(carrier_of("rate_table"), Account.none("rate_table"), make_domestic_consignment(), TODAY)


@pytest.mark.django_db
def test_one_slow_and_one_down_cost_nobody_the_others(peers: Peers) -> None:
    peers.dhl.trouble(Fault.DOWN)
    asked = [question(peers.slow), question(peers.ghn), question(peers.dhl), near()]
    started = time.monotonic()
    slow, good, down, ours = ask_side_by_side(asked, budget_s=SHORT)
    assert time.monotonic() - started < LATE
    assert slow == TooLate()
    assert isinstance(good, Quoted)
    assert good.quotes
    assert isinstance(ours, Quoted)
    assert ours.quotes
    assert isinstance(down, Failed)
    assert not down.permanent


def test_everybody_is_asked_at_the_same_time() -> None:
    """Five sellers' goods with a carrier that takes a second: together no longer than two of them."""
    with SleepyGhn() as peer:
        goods = [make_domestic_consignment(incoterm=incoterm) for incoterm in ("DAP", "DDP", "EXW", "FCA", "CPT")]
        started = time.monotonic()
        outcomes = ask_side_by_side([question(peer, each) for each in goods], budget_s=BUDGET)
        assert time.monotonic() - started < 2 * SleepyGhn.NAP
    assert all(isinstance(outcome, Quoted) for outcome in outcomes)


def test_an_answer_that_came_too_late_serves_the_next_one(peers: Peers) -> None:
    assert ask_side_by_side([question(peers.slow)], budget_s=0.1) == [TooLate()]
    until = time.monotonic() + 20
    found: list[Outcome] = [TooLate()]
    while not isinstance(found[0], Quoted) and time.monotonic() < until:
        time.sleep(0.1)
        found = ask_side_by_side([question(peers.slow)], budget_s=0.01)
        cache.delete_many(_breaker_keys(question(peers.slow)))
    assert isinstance(found[0], Quoted)
    assert found[0].kept


def test_the_same_question_is_asked_once_and_another_one_anew(peers: Peers) -> None:
    (first,) = ask_side_by_side([question(peers.ghn)], budget_s=BUDGET)
    again, twin = ask_side_by_side([question(peers.ghn), question(peers.ghn)], budget_s=BUDGET)
    assert isinstance(first, Quoted)
    assert again == twin == Quoted(first.quotes, kept=True)
    assert len(peers.ghn.asked) == 1
    other_goods = make_domestic_consignment(incoterm="EXW")
    other_account = peers.ghn.account(anything="else")
    ask_side_by_side(
        [
            question(peers.ghn, other_goods),
            question(peers.ghn, account=other_account),
            Question(carrier_of("ghn"), peers.ghn.account(), make_domestic_consignment(), date(2026, 11, 21)),
        ],
        budget_s=BUDGET,
    )
    assert len(peers.ghn.asked) == 4


def test_a_refusal_is_kept_and_a_failure_is_asked_again(peers: Peers) -> None:
    peers.ghn.trouble(Fault.BUSINESS_ERROR)
    for _attempt in range(2):
        (refused,) = ask_side_by_side([question(peers.ghn)], budget_s=BUDGET)
        assert isinstance(refused, Failed)
        assert refused.permanent
    assert len(peers.ghn.asked) == 1
    peers.dhl.trouble(Fault.DOWN)
    (failed,), (quoted,) = (ask_side_by_side([question(peers.dhl)], budget_s=BUDGET) for _ in range(2))
    assert (isinstance(failed, Failed), isinstance(quoted, Quoted)) == (True, True)


def test_a_carrier_that_keeps_failing_is_spared_and_tried_again(peers: Peers) -> None:
    peers.ghn.trouble(Fault.DOWN, times=breaker.FAILURES_TO_OPEN + 1)
    for _attempt in range(breaker.FAILURES_TO_OPEN + 2):
        (outcome,) = ask_side_by_side([question(peers.ghn)], budget_s=BUDGET)
    assert outcome == breaker.OPEN
    assert len(peers.ghn.asked) == breaker.FAILURES_TO_OPEN
    other = Account("ghn", "another", 2, peers.ghn.account().settings, test=True)
    peers.ghn.calm()
    (of_another,) = ask_side_by_side([question(peers.ghn, account=other)], budget_s=BUDGET)
    assert isinstance(of_another, Quoted), "another account is not spared"
    _a_while_passes(question(peers.ghn))
    peers.ghn.trouble(Fault.DOWN)
    ask_side_by_side([question(peers.ghn)], budget_s=BUDGET)
    assert ask_side_by_side([question(peers.ghn)], budget_s=BUDGET) == [breaker.OPEN], "one more failure opens it again"
    _a_while_passes(question(peers.ghn))
    (answered,) = ask_side_by_side([question(peers.ghn)], budget_s=BUDGET)
    assert isinstance(answered, Quoted)
    assert not cache.get_many(_breaker_keys(question(peers.ghn))), "an answer closes it"


def test_who_says_when_to_come_back_is_left_alone_until_then(peers: Peers, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: dict[str, int] = {}
    monkeypatch.setattr(breaker, "cache", _Spy(kept))
    peers.ghn.trouble(Fault.TOO_OFTEN)
    ask_side_by_side([question(peers.ghn)], budget_s=BUDGET)
    assert ask_side_by_side([question(peers.ghn)], budget_s=BUDGET) == [breaker.OPEN]
    assert len(peers.ghn.asked) == 1
    assert kept == {_breaker_keys(question(peers.ghn))[1]: 7}


def test_a_refusal_opens_nothing(peers: Peers) -> None:
    for number in range(breaker.FAILURES_TO_OPEN + 1):
        peers.ghn.trouble(Fault.BUSINESS_ERROR)
        goods = make_domestic_consignment(place=f"place {number}")
        (refused,) = ask_side_by_side([question(peers.ghn, goods)], budget_s=BUDGET)
        assert isinstance(refused, Failed)
        assert refused.permanent


def test_a_carrier_that_breaks_its_contract_costs_nobody_else(peers: Peers) -> None:
    class Broken(Carrier):
        code, name = "broken", "Broken"
        account_fields = carrier_of("ghn").account_fields

        def quote(self, **_asked: Any) -> list[Any]:
            raise ZeroDivisionError

    broken, good = ask_side_by_side(
        [Question(Broken(), Account("broken", "a"), make_domestic_consignment(), TODAY), question(peers.ghn)],
        budget_s=BUDGET,
    )
    assert broken == Failed("it broke its contract (ZeroDivisionError)", permanent=False)
    assert isinstance(good, Quoted)


def test_nothing_of_the_question_can_be_read_in_what_is_kept(peers: Peers) -> None:
    asked = question(peers.ghn)
    assert len(asked.digest) == 64
    assert asked.digest == question(peers.ghn).digest
    assert asked.digest != question(peers.ghn, account=peers.ghn.account(token="changed")).digest


class _Spy:
    """The cache, and for how long something was put there."""

    def __init__(self, kept: dict[str, int]) -> None:
        self.kept = kept

    def __getattr__(self, name: str) -> Any:
        return getattr(cache, name)

    def set(self, key: str, value: object, seconds: int) -> None:
        self.kept[key] = seconds
        cache.set(key, value, seconds)


def _breaker_keys(asked: Question) -> list[str]:
    return [f"carrier-breaker:{what}:{asked.carrier.code}:{asked.account.key}:1" for what in ("failures", "open")]


def _a_while_passes(asked: Question) -> None:
    cache.delete(_breaker_keys(asked)[1])
