import pytest

from catalog.search import weights
from tests.catalog.graphql.conftest import Ask

pytestmark = pytest.mark.django_db
QUERY = """{ searchRanking {
  nameWeight detailsWeight descriptionWeight ownLanguageWeight fallbackLanguageWeight otherLanguageWeight
  synonymWeight paidPlacement
} }"""


def test_everybody_may_read_the_figures_the_search_counts_with(ask: Ask) -> None:
    told = ask(QUERY)["searchRanking"]
    assert (told["nameWeight"], told["detailsWeight"], told["descriptionWeight"]) == tuple(w for _, w in weights.PARTS)
    assert told["ownLanguageWeight"] > told["fallbackLanguageWeight"] > told["otherLanguageWeight"] > 0
    assert 0 < told["synonymWeight"] < 1
    assert told["paidPlacement"] is False
