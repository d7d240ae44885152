"""Operations, variables, directives, fragments and introspection."""

import pytest
from graphql import get_introspection_query, parse

from marketplace.graphql.engine import execute, prepare
from tests.marketplace.graphql.engine.run import messages, run, schema

BUILT = schema("""
    type Query { a: String b: String pet: Pet pets: [Pet] any: [Any] echo(x: Int = 3, y: [In!], z: Mood): String }
    interface Pet { name: String } input In { n: Int! m: String = "d" } enum Mood { GOOD BAD } union Any = Cat | Dog
    type Cat implements Pet { name: String lives: Int } type Dog implements Pet { name: String tricks: [String] }
    type Mutation { set(n: Int!): Int must: Int! }
    type Subscription { tick: Int }
""")
CAT = {"__typename": "Cat", "name": "Miu", "lives": 9}
DOG = {"__typename": "Dog", "name": "Vện", "tricks": ["sit"]}


def test_keys_come_in_the_order_of_the_document() -> None:
    result = run(BUILT, "{ z: a b ...F a y: b } fragment F on Query { x: a b }", {"a": "A", "b": "B"})
    assert list(result.data or {}) == ["z", "b", "x", "a", "y"]


def test_abstract_types_in_mixed_lists() -> None:
    text = """{ pets { __typename name ... on Cat { lives } ...D } any { ... on Pet { name } } }
              fragment D on Dog { tricks }"""
    result = run(BUILT, text, {"pets": [CAT, None, DOG, CAT], "any": [DOG, CAT]})
    assert result.data == {
        "pets": [CAT, None, DOG, CAT],
        "any": [{"name": "Vện"}, {"name": "Miu"}],
    }


def test_an_unknown_concrete_type_is_an_error_of_that_item() -> None:
    result = run(BUILT, "{ pets { name } }", {"pets": [{"__typename": "Fish"}, {"__typename": "Mood"}, {}, CAT]})
    assert result.data == {"pets": [None, None, None, {"name": "Miu"}]}
    assert len(messages(result)) == 3


@pytest.mark.parametrize(("yes", "keys"), [(True, ["a"]), (False, ["b"])])
def test_conditions_by_variable_reuse_one_operation(yes: bool, keys: list[str]) -> None:
    text = "query ($yes: Boolean!) { a @include(if: $yes) ... @skip(if: $yes) { b } }"
    assert list(run(BUILT, text, {"a": 1, "b": 2}, variables={"yes": yes}).data or {}) == keys
    operation = prepare(BUILT, parse(text))
    assert list(execute(BUILT, operation, {"yes": yes}).data or {}) == keys
    assert list(execute(BUILT, operation, {"yes": not yes}).data or {}) != keys


def test_a_null_condition_is_an_error_of_the_object_it_is_in() -> None:
    text = "query ($c: Boolean = true) { a pet { name @include(if: $c) } }"
    result = run(BUILT, text, {"a": "A", "pet": CAT}, variables={"c": None})
    assert result.data == {"a": "A", "pet": None}


def test_arguments_from_literals_variables_and_defaults() -> None:
    root = {"echo": lambda _info, **arguments: repr(arguments)}
    assert run(BUILT, "{ echo }", root).data == {"echo": "{'x': 3}"}
    text = "query ($x: Int, $y: [In!] = [{n: 1}], $m: Mood) { echo(x: $x, y: $y, z: $m) }"
    assert run(BUILT, text, root).data == {"echo": "{'x': 3, 'y': [{'n': 1, 'm': 'd'}]}"}
    given = {"x": None, "y": {"n": 2}, "m": "BAD"}
    assert run(BUILT, text, root, variables=given).data == {
        "echo": "{'x': None, 'y': [{'n': 2, 'm': 'd'}], 'z': 'BAD'}"
    }


def test_wrong_variables_refuse_the_whole_request() -> None:
    text = "query ($x: Int!, $y: [In!]) { echo(x: $x, y: $y) }"
    result = run(BUILT, text, variables={"y": [{"n": "x"}, {"o": 1}]})
    assert result.data is None
    assert len(messages(result)) == 4


def test_variables_must_come_by_name() -> None:
    with pytest.raises(TypeError, match="by name"):
        execute(BUILT, parse("{ a }"), ["x"])  # type: ignore[arg-type]


def test_the_operation_is_picked_by_name() -> None:
    two = "query A { a } query B { b }"
    assert run(BUILT, two, {"b": "B"}, operation_name="B").data == {"b": "B"}
    assert messages(run(BUILT, two)) == [("Must provide operation name if query contains multiple operations.", None)]
    assert messages(run(BUILT, two, operation_name="C")) == [("Unknown operation named 'C'.", None)]
    assert messages(execute(BUILT, parse("fragment F on Query { a }"))) == [("Must provide an operation.", None)]


def test_a_schema_without_that_kind_of_operation() -> None:
    result = execute(schema("type Query { a: Int }"), parse("mutation { a }"))
    assert messages(result) == [("Schema is not configured to execute mutation operation.", None)]


def test_mutations_run_one_after_the_other_and_stop_at_a_null_root() -> None:
    done: list[int] = []

    def set_(_root: object, _info: object, n: int) -> int:
        done.append(n)
        return n

    built = schema("type Query { a: Int } type Mutation { set(n: Int!): Int must: Int! }", Mutation={"set": set_})
    assert run(built, "mutation { x: set(n: 1) y: set(n: 2) }").data == {"x": 1, "y": 2}
    assert done == [1, 2, 1, 2]  # by each of the two executors
    result = run(built, "mutation { x: set(n: 3) must y: set(n: 4) }")
    assert result.data is None
    assert done[4:] == [3, 3]


def test_a_subscription_is_executed_for_one_event() -> None:
    assert run(BUILT, "subscription { tick }", {"tick": 1}).data == {"tick": 1}


def test_introspection() -> None:
    assert run(BUILT, get_introspection_query()).errors is None
    result = run(BUILT, '{ __typename __type(name: "Cat") { name fields { name } } none: __type(name: "X") { name } }')
    assert result.data == {
        "__typename": "Query",
        "__type": {"name": "Cat", "fields": [{"name": "name"}, {"name": "lives"}]},
        "none": None,
    }


def test_selections_too_deep_for_the_interpreter_are_an_error() -> None:
    built = schema("type Query { q: Query }", Query={"q": lambda _root, _info: {}})
    fragments = [f"fragment F{n} on Query {{ {'q { ' * 150} ...F{n + 1} {'}' * 150} }}" for n in range(20)]
    text = "{ ...F0 } " + " ".join(fragments) + " fragment F20 on Query { __typename }"
    result = execute(built, parse(text))
    assert result.data is None
    assert messages(result)[0][0] == "Selections are nested too deeply. Execution aborted."
