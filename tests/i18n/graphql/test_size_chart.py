from typing import Any

from i18n.graphql.schema import I18nQueries
from i18n.sizes.chart import charts
from marketplace.graphql import ANYONE, Context, ObjectType, Schema


class Query(I18nQueries, ObjectType):
    class Meta:
        access = ANYONE


schema = Schema(query=Query, translate=lambda message, params, language: message % params)
EQUIVALENTS = """query($kind: SizeChartKindEnum!, $system: String!, $size: String!) {
  sizeEquivalents(kind: $kind, system: $system, size: $size) { measures sizes }
}"""


def ask(document: str, **variables: Any) -> Any:
    return schema.execute(document, variables, context=Context(language="en"))


def test_everybody_may_read_the_tables() -> None:
    found = ask("{ sizeCharts { kind systems measures source effectiveFrom rows { measures sizes } } }")
    assert not found.errors
    assert {chart["kind"] for chart in found.data["sizeCharts"]} == {kind.upper() for kind in charts()}
    one = ask("{ sizeCharts(kind: SHOES_MEN) { systems rows { sizes } } }").data["sizeCharts"]
    assert len(one) == 1
    assert all(len(row["sizes"]) == len(one[0]["systems"]) for row in one[0]["rows"])


def test_a_size_in_the_other_systems() -> None:
    found = ask(EQUIVALENTS, kind="SHOES_MEN", system="EU", size="42")
    assert found.data["sizeEquivalents"] == [{"measures": [265], "sizes": ["42", "8", "9", "26.5", "265", "42"]}]
    assert ask(EQUIVALENTS, kind="SHOES_MEN", system="EU", size="x" * 500).data["sizeEquivalents"] == []


def test_a_system_that_a_table_does_not_have_is_refused() -> None:
    assert ask(EQUIVALENTS, kind="SHOES_MEN", system="IT", size="42").errors
