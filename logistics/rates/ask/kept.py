"""Answers that are kept: the same question on the same day is asked once."""

from __future__ import annotations

from dataclasses import replace

from django.core.cache import cache

from logistics.rates.ask.outcome import Failed, Outcome, Quoted
from logistics.rates.ask.question import Question

PRICES_S = 30 * 60
"""A price holds at least as long as somebody takes to check out."""
REFUSALS_S = 5 * 60
"""The seller may be mending the account, or the weight, just now."""


def recall(questions: list[Question]) -> dict[Question, Outcome]:
    """What was answered to them before, in one look-up."""
    keys = {_key(question): question for question in questions}
    found = cache.get_many(keys) if keys else {}
    return {keys[key]: replace(told, kept=True) if isinstance(told, Quoted) else told for key, told in found.items()}


def keep(question: Question, outcome: Outcome) -> None:
    """Prices and refusals; what failed for now is asked again."""
    if isinstance(outcome, Quoted):
        cache.set(_key(question), outcome, PRICES_S)
    elif isinstance(outcome, Failed) and outcome.permanent:
        cache.set(_key(question), outcome, REFUSALS_S)


def _key(question: Question) -> str:
    return f"carrier-answer:{question.digest}"
