"""A small chain is traced and recalled well within what a long one may take."""

import pytest

from tests.bench.trace import answered, questions
from tests.factories.sellers import make_seller

EVENTS = 20_000
MOST_SECONDS = {"trace": 6.0, "recall": 6.0}
"""Of the quickest start, for the slowest tells of whatever else runs: three times what the slowest needs on a calm
machine. A walk that reads the whole table takes far longer from every start."""


@pytest.mark.services
@pytest.mark.django_db
def test_traces_and_recall_lists_are_quick() -> None:
    slow = []
    for answer in map(answered, questions(EVENTS, [make_seller().pk for _ in range(8)])):
        assert answer.size > 1, f"{answer.question.name} found nothing"
        if answer.least_seconds > MOST_SECONDS[answer.question.name.partition(" ")[0]]:
            slow.append(f"{answer.question.name}: {answer.least_seconds:.1f} s for {answer.size} rows")
    assert not slow
