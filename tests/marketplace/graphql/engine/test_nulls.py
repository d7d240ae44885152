"""Null at non-null positions, and how far it rises."""

from tests.marketplace.graphql.engine.run import messages, run, schema

TREE = schema("""
    type Query { a: Node b: Node! list: [Node!] lists: [[Int!]!] loose: [[Int]] }
    type Node { n: Int! s: String child: Node strict: Node! }
""")
NULL = "Cannot return null for non-nullable field"


def test_it_rises_to_the_nearest_nullable_field() -> None:
    result = run(TREE, "{ a { s child { strict { n } } } }", {"a": {"s": "x", "child": {"strict": {"n": None}}}})
    assert result.data == {"a": {"s": "x", "child": None}}
    assert messages(result) == [(f"{NULL} Node.n.", ["a", "child", "strict", "n"])]


def test_it_takes_the_response_when_nothing_is_nullable() -> None:
    result = run(TREE, "{ b { strict { n } } }", {"b": {"strict": {"n": None}}})
    assert result.data is None
    assert messages(result) == [(f"{NULL} Node.n.", ["b", "strict", "n"])]


def test_an_item_takes_a_list_of_non_null() -> None:
    result = run(TREE, "{ list { n } }", {"list": [{"n": 1}, None, {"n": None}]})
    assert result.data == {"list": None}
    assert messages(result) == [(f"{NULL} Query.list.", ["list", 1])]


def test_lists_of_lists_stop_it_where_they_may_be_null() -> None:
    result = run(TREE, "{ lists loose }", {"lists": [[1], [2, None]], "loose": [[1, None], None, []]})
    assert result.data == {"lists": None, "loose": [[1, None], None, []]}


def test_errors_below_a_null_stay_when_they_came_first() -> None:
    data = {"a": {"strict": {"n": 1, "s": [], "strict": None}}}
    result = run(TREE, "{ a { strict { s n strict { n } } } }", data)
    assert result.data == {"a": None}
    assert [path for _, path in messages(result)] == [["a", "strict", "s"], ["a", "strict", "strict"]]


def test_errors_after_the_null_never_appear() -> None:
    data = {"a": {"strict": {"n": None, "s": []}}, "list": [{"n": None, "s": []}, {"n": 1, "s": []}]}
    result = run(TREE, "{ a { strict { n s } } list { n s } }", data)
    assert [path for _, path in messages(result)] == [["a", "strict", "n"], ["list", 0, "n"]]


def test_a_list_that_breaks_off_keeps_the_errors_of_its_items() -> None:
    def breaking() -> object:
        yield [1]
        yield "not a list"
        raise RuntimeError("no more")

    result = run(schema("type Query { l: [[Int]] }", Query={"l": lambda _root, _info: breaking()}), "{ l }")
    assert result.data == {"l": None}
    assert [path for _, path in messages(result)] == [["l"], ["l", 1]]
