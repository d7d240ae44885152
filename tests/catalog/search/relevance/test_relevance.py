"""Three hundred queries in seven languages: the right product stands first, on every engine."""

from collections import defaultdict
from collections.abc import Sequence

import pytest

from catalog.search.index_products import rebuild_index
from i18n.languages import LANGUAGES
from tests.catalog.search.relevance.cases import CODES, read_cases
from tests.catalog.search.relevance.catalogue import fill, read_trades
from tests.catalog.search.relevance.scores import Outcome, judge, mean_reciprocal_rank, table

pytestmark = pytest.mark.django_db
LEAST = 0.9
TRADES, CASES = read_trades(), read_cases()


@pytest.fixture(scope="module")
def outcomes(rows: None, engine: str) -> Sequence[Outcome]:
    keys = fill(TRADES)
    assert rebuild_index() == len(keys)
    return judge(CASES, keys)


def test_the_cases_are_about_products_of_the_catalogue() -> None:
    products = {item.key: item for trade in TRADES for item in trade.items}
    assert len(products) >= 200
    assert sum(len(trade.items) for trade in TRADES) == len(products)
    assert all(set(item.names) == set(LANGUAGES) for item in products.values())
    assert len(CASES) >= 200
    assert {case.language for case in CASES} == {*LANGUAGES, CODES}
    for case in CASES:
        assert case.right, case
        assert case.right <= set(products), case.right - set(products)


def test_mean_reciprocal_rank(outcomes: Sequence[Outcome]) -> None:
    by_language: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        by_language[outcome.case.language].append(outcome)
    scores = {language: mean_reciprocal_rank(found) for language, found in by_language.items()}
    scores["all"] = mean_reciprocal_rank(outcomes)
    figures = "  ".join(f"{language} {score:.3f}" for language, score in scores.items())
    assert min(scores.values()) >= LEAST, f"{figures}\n{table(outcomes)}"


def test_codes_are_found_exactly(outcomes: Sequence[Outcome]) -> None:
    wrong = [outcome for outcome in outcomes if outcome.case.language == CODES and outcome.rank != 1]
    assert not wrong, table(wrong)
