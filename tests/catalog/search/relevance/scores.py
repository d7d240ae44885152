"""Mean reciprocal rank, and the queries that cost it, as a table."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from django.utils import timezone

from catalog.search.request import SearchRequest
from catalog.search.search_products import search_products
from tests.catalog.search.relevance.cases import CODES, Case

LOOKED_AT = 20


@dataclass(frozen=True, slots=True)
class Outcome:
    """``rank`` of the first right product, 0 when none is among the first twenty."""

    case: Case
    rank: int
    found: tuple[str, ...]

    @property
    def reciprocal(self) -> float:
        return 1 / self.rank if self.rank else 0.0


def ask(text: str, language: str, limit: int = LOOKED_AT) -> list[int]:
    page = search_products(SearchRequest(channel="vn", now=timezone.now(), text=text, language=language, limit=limit))
    assert not page.degraded, "the engine was out of reach"
    return page.ids


def rank_of(found: Sequence[object], right: Collection[object]) -> int:
    return next((place for place, key in enumerate(found, 1) if key in right), 0)


def judge(cases: Iterable[Case], keys: dict[int, str]) -> list[Outcome]:
    outcomes = []
    for case in cases:
        found = [keys[pk] for pk in ask(case.query, "en" if case.language == CODES else case.language)]
        outcomes.append(Outcome(case, rank_of(found, case.right), tuple(found[:3])))
    return outcomes


def mean_reciprocal_rank(outcomes: Sequence[Outcome]) -> float:
    return sum(outcome.reciprocal for outcome in outcomes) / len(outcomes)


def table(outcomes: Iterable[Outcome]) -> str:
    """One line for each query whose first hit was wrong."""
    lines = [f"{'language':9} {'kind':12} rank  query -> first three"]
    lines += [
        f"{o.case.language:9} {o.case.kind:12} {o.rank or '-':>4}  {o.case.query} -> {', '.join(o.found) or 'nothing'}"
        for o in outcomes
        if o.rank != 1
    ]
    return "\n".join(lines)
