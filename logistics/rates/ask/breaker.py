"""Sparing buyers the wait for a carrier that is down.

Closed: it is asked. After `FAILURES_TO_OPEN` failures in a row it opens, and for `OPEN_S` nobody asks. Then the next
one tries: an answer closes it, one more failure opens it again. A carrier that says when it wants to be asked again
(HTTP 429) is left alone until then. One per carrier and account: a seller whose account is throttled stops no other.
A refusal (wrong credentials, goods it does not take) is an answer: the carrier is up.
"""

from __future__ import annotations

from django.core.cache import cache

from logistics.rates.ask.outcome import Failed, Outcome, TooLate
from logistics.rates.ask.question import Question

FAILURES_TO_OPEN = 3
OPEN_S = 60
COUNTED_S = 10 * 60
LONGEST_OPEN_S = 15 * 60
OPEN = Failed("it failed repeatedly and is not asked for a while", permanent=False)


def open_among(questions: list[Question]) -> set[Question]:
    """Those that are not to be asked now, in one look-up."""
    keys = {question: _key("open", question) for question in questions}
    found = cache.get_many(set(keys.values())) if keys else {}
    return {question for question, key in keys.items() if key in found}


def note(question: Question, outcome: Outcome) -> None:
    """Count what came of asking."""
    if isinstance(outcome, TooLate) and not outcome.asked:
        return
    if isinstance(outcome, TooLate) or (isinstance(outcome, Failed) and not outcome.permanent):
        _count(question, outcome.retry_after if isinstance(outcome, Failed) else None)
        return
    cache.delete_many([_key("failures", question), _key("open", question)])


def _count(question: Question, retry_after: int | None) -> None:
    failures = _key("failures", question)
    cache.add(failures, 0, COUNTED_S)
    try:
        count = cache.incr(failures)
    except ValueError:  # it ran out between the two calls
        count = 1
    if retry_after is not None:
        cache.set(_key("open", question), True, min(max(retry_after, 1), LONGEST_OPEN_S))
    elif count >= FAILURES_TO_OPEN:
        cache.set(_key("open", question), True, OPEN_S)


def _key(what: str, question: Question) -> str:
    return f"carrier-breaker:{what}:{question.carrier.code}:{question.account.key}:{question.account.test:d}"
