"""``ask_side_by_side``: many carriers at once, within one time budget."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextvars import copy_context
from datetime import date
from functools import cache

from django.db import connections

from logistics.carrier import Carrier, CarrierError
from logistics.rates.ask import breaker
from logistics.rates.ask.kept import keep, recall
from logistics.rates.ask.outcome import Failed, Outcome, Quoted, TooLate
from logistics.rates.ask.question import Question
from marketplace.environment import environment
from marketplace.observability.errors.report import report
from marketplace.observability.metrics.instruments import counter

_spared = counter("carriers_spared", "Times that a carrier was not asked, having failed repeatedly.", ["carrier"])

AT_ONCE = 16
"""Calls of one process that are under way together, however many people ask."""


def ask_side_by_side(questions: Sequence[Question], *, budget_s: float | None = None) -> list[Outcome]:
    """What came of each question, in their order, after ``budget_s`` at the latest (``CARRIER_TIME_BUDGET_SECONDS``).

    1. What was answered before is taken from there, and who failed repeatedly is spared (`breaker`).
    2. The others start together, each in a thread of its own.
    3. Meanwhile those without an account, who answer from the database and from files, are asked here.
    4. Whoever has not answered at the end is too late; the answer is kept all the same when it comes.
    """
    ends = time.monotonic() + (environment.carrier_time_budget_seconds if budget_s is None else budget_s)
    far = list({question.digest: question for question in questions if question.is_far}.values())
    outcomes: dict[str, Outcome] = {question.digest: found for question, found in recall(far).items()}
    new = [question for question in far if question.digest not in outcomes]
    spared = breaker.open_among(new)
    outcomes |= {question.digest: breaker.OPEN for question in spared}
    for question in spared:
        _spared.labels(question.carrier.code).inc()
    asked = {question: _started(question) for question in new if question not in spared}
    near = _asked_here([question for question in questions if not question.is_far])
    wait(asked.values(), timeout=max(ends - time.monotonic(), 0))
    for question, future in asked.items():
        outcomes[question.digest] = outcome = _outcome(future)
        breaker.note(question, outcome)
    return [outcomes[question.digest] if question.is_far else near[id(question)] for question in questions]


def _asked_here(questions: Sequence[Question]) -> dict[int, Outcome]:
    """By the question's identity."""
    together: dict[tuple[Carrier, date], list[Question]] = {}
    for question in questions:
        together.setdefault((question.carrier, question.on), []).append(question)
    return {
        id(question): Failed.by(answer) if isinstance(answer, CarrierError) else Quoted(tuple(answer))
        for (carrier, on), group in together.items()
        for question, answer in zip(
            group, carrier.quote_each([(each.account, each.consignment) for each in group], on=on), strict=True
        )
    }


def _started(question: Question) -> Future[Outcome]:
    """Its thread logs and measures as a part of what is being done here."""
    return _pool(os.getpid()).submit(copy_context().run, _call, question)


def _outcome(future: Future[Outcome]) -> Outcome:
    if future.done():
        return future.result()
    return TooLate(asked=not future.cancel())


def _call(question: Question) -> Outcome:
    """In a thread: ask, and keep the answer, also for one who did not wait for it."""
    try:
        outcome = _ask(question)
        keep(question, outcome)
        return outcome
    except Exception as broken:  # a mistake in one carrier's folder must not cost the buyer all others
        report(broken, "carrier_broke_its_contract", carrier=question.carrier.code)
        return Failed(f"it broke its contract ({type(broken).__name__})", permanent=False)
    finally:
        connections.close_all()  # carriers use none; whatever was opened all the same does not stay


def _ask(question: Question) -> Outcome:
    carrier, account = question.carrier, question.account
    try:
        return Quoted(tuple(carrier.quote(account=account, consignment=question.consignment, on=question.on)))
    except CarrierError as failure:
        return Failed.by(failure)


@cache
def _pool(process: int) -> ThreadPoolExecutor:
    """One per process: threads do not survive a fork."""
    return ThreadPoolExecutor(AT_ONCE, thread_name_prefix="asks-a-carrier")
