"""Fields without a resolver of their own: attributes, keys, callables."""

from collections import UserDict
from functools import partial
from typing import Any

from graphene.types.resolver import attr_resolver, dict_or_attr_resolver

from marketplace.graphql.batching import attribute
from tests.marketplace.graphql.engine.run import run, schema

SDL = "type Query { rows: [Row!] } type Row { name: String n: Int f: Float b: Boolean i: ID }"


class Row:
    reads = 0

    def __init__(self, name: Any, **more: Any) -> None:
        self._name = name
        self.__dict__.update(more)

    @property
    def name(self) -> Any:
        self.reads += 1
        if isinstance(self._name, Exception):
            raise self._name
        return self._name


def _names(built: Any, rows: list[Any]) -> list[Any]:
    result = run(built, "{ rows { name } }", {"rows": rows})
    assert result.data is not None
    return [row["name"] for row in result.data["rows"]]


def test_a_missing_attribute_is_null_and_an_error_in_a_property_is_an_error() -> None:
    rows = [Row("a"), object(), Row(ValueError("x")), Row(AttributeError("y")), Row(StopIteration()), Row("b")]
    assert _names(schema(SDL), rows) == ["a", None, None, None, None, "b"]
    graphene = schema(SDL, Row={"name": partial(dict_or_attr_resolver, "name", "default")})
    assert _names(graphene, rows) == ["a", "default", None, "default", None, "b"]


def test_a_property_is_read_once_even_beside_failing_ones() -> None:
    rows = [Row("a"), Row(ValueError("x")), Row("b")]
    _names(schema(SDL), rows)
    assert [row.reads for row in rows] == [2, 2, 2]  # once by each of the two executors


def test_mappings_are_read_by_key_as_the_resolver_in_question_does() -> None:
    rows = [{"name": "dict"}, UserDict(name="mapping"), Row("object"), {}]
    assert _names(schema(SDL), rows) == ["dict", "mapping", "object", None]
    graphene = schema(SDL, Row={"name": partial(dict_or_attr_resolver, "name", None)})
    assert _names(graphene, rows) == ["dict", None, "object", None]
    by_attribute = schema(SDL, Row={"name": partial(attr_resolver, "name", None)})
    assert _names(by_attribute, rows) == [None, None, "object", None]


def test_callables_are_called_where_there_is_no_resolver() -> None:
    assert _names(schema(SDL), [{"name": lambda info: f"called {info.path.as_list()}"}, Row("plain")]) == [
        "called ['rows', 0, 'name']",
        "plain",
    ]


def test_another_attribute_under_a_fields_name() -> None:
    rows = [Row("a", seller=Row("s")), Row("b", seller=None), Row("c")]
    assert _names(schema(SDL, Row={"name": attribute("_name")}), rows) == ["a", "b", "c"]
    assert _names(schema(SDL, Row={"name": attribute("seller.name", "-")}), rows) == ["s", "-", "-"]


def test_scalars_that_stay_themselves_and_those_that_do_not() -> None:
    rows = [
        {"name": "x", "n": 1, "f": 1.5, "b": True, "i": "i"},
        {"name": None, "n": None, "f": None, "b": None, "i": None},
        {"name": 5, "n": True, "f": 2, "b": 0, "i": 7},
        {"name": "y", "n": 2**31, "f": float("nan"), "b": "no", "i": 1.5},
    ]
    for count in range(1, len(rows) + 1):  # each prefix makes columns of other kinds
        result = run(schema(SDL), "{ rows { name n f b i } }", {"rows": rows[:count]})
        assert len(result.errors or ()) == (4 if count == 4 else 0)
