import time
from typing import Any

import pytest

from marketplace.graphql import Limits
from tests.marketplace.graphql.shop import ask, codes, make_schema


def refused(document: str, variables: Any = None, **limits: Any) -> dict[str, Any]:
    """The name and figures of the limit that refuses the document."""
    result = ask(document, variables, schema=make_schema(limits=Limits(**limits)))
    assert not result.executed
    [error] = result.errors
    assert error["extensions"].pop("code") == "LIMIT_EXCEEDED"
    return dict(error["extensions"])


def siblings(depth: int) -> str:
    return "siblings { " * depth + "id" + " }" * depth


@pytest.mark.parametrize(
    ("document", "limits", "figures"),
    [
        ("{ mine }", {"characters": 7}, ("characters", 7, 8)),
        ("{ mine # comment\n }", {"tokens": 3}, ("tokens", 3, 4)),
        ('{ echo(text: "a b {{{ c") }', {"tokens": 6}, ("tokens", 6, 8)),
        ("{ wares { siblings { id } } }", {"nesting": 2}, ("nesting", 2, 3)),
        ("query A { mine } query B { mine }", {"operations": 1}, ("operations", 1, 2)),
        ("{ ...F } fragment F on Query { mine }", {"fragments": 0}, ("fragments", 0, 1)),
        ("{ mine @skip(if: true) @include(if: true) }", {"directives": 1}, ("directives", 1, 2)),
        (f"{{ wares {{ {siblings(4)} }} }}", {"depth": 5}, ("depth", 5, 6)),
        ("{ wares { ...F } } fragment F on Ware { siblings { id } }", {"depth": 2}, ("depth", 2, 3)),
        ("{ a: mine b: mine ... { c: mine } }", {"aliases": 2}, ("aliases", 2, 3)),
        ("{ wares { id id id } }", {"breadth": 2}, ("breadth", 2, 3)),
        ("{ mine ... { mine mine } }", {"root_fields": 2}, ("root_fields", 2, 3)),
        ("{ wares { id name } }", {"fields": 2}, ("fields", 2, 3)),
        ("mutation { a: fileRead { sizes } b: fileRead { sizes } }", {"mutations": 1}, ("mutations", 1, 2)),
        ("{ wares { id id } a: mine ... { wares { id } } }", {"overlaps": 3}, ("overlaps", 3, 4)),
        ("{ wares(first: 7) { id } }", {"cost": 6}, ("cost", 6, 7)),
    ],
)
def test_each_limit_refuses_with_its_figures(document: str, limits: dict[str, int], figures: tuple[Any, ...]) -> None:
    assert refused(document, **limits) == dict(zip(("name", "limit", "actual"), figures, strict=True))
    name, _limit, actual = figures
    assert ask(document, schema=make_schema(limits=Limits(**{name: actual}))).executed or name == "operations"


def test_fragments_that_double_each_other_are_counted_and_cheap() -> None:
    chain = " ".join(f"fragment F{n} on Query {{ ...F{n + 1} ...F{n + 1} }}" for n in range(60))
    started = time.monotonic()
    figures = refused(f"{{ ...F0 }} {chain} fragment F60 on Query {{ mine }}")
    assert figures["name"] == "root_fields"
    assert figures["actual"] == 2**60
    assert time.monotonic() - started < 10  # without the limit it would take longer than anybody lives


def test_cycles_are_left_to_validation() -> None:
    for document in (
        "{ ...A } fragment A on Query { ...A mine }",
        "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
    ):
        result = ask(document)
        assert codes(result) == ["GRAPHQL_VALIDATION_FAILED"]
        assert "within itself" in result.errors[0]["message"]


def test_cycles_without_number_are_refused_quickly() -> None:
    spreads = " ".join(f"...F{n}" for n in range(40))
    fragments = " ".join(f"fragment F{n} on Ware {{ {spreads} }}" for n in range(40))
    started = time.monotonic()
    for document in (f"{{ wares {{ ...F0 }} }} {fragments}", f"{{ mine }} {fragments}"):
        assert set(codes(ask(document))) == {"GRAPHQL_VALIDATION_FAILED"}
    assert time.monotonic() - started < 10  # without the limit it would take longer than anybody lives


def test_fragments_that_nothing_spreads_are_limited_too() -> None:
    unused = "fragment U on Ware { " + ("siblings { " + "id " * 20 + "} ") * 80 + "}"
    assert refused(f"{{ mine }} {unused}") == {
        "name": "overlaps",
        "limit": 20_000,
        "actual": 80 * 79 // 2 + 1600 * 1599 // 2,
    }


@pytest.mark.parametrize(
    "document",
    [
        "{" * 10_000,
        "[" * 60 + "{a(b:" + "[" * 4_000,
        "{ mine(" + "a:{" * 2_000,
        "query(" + "$a: [[[[" * 500,
        '{ echo(text: "' + "x" * 60_000 + '") }',
        "# " + "c" * 60_000,
        "{ " + "mine " * 20_000 + "}",
        "{ wares " * 50 + "{ id }" + "}" * 50,
        "{ wares {" + ("siblings {" + ("siblings {" + "id " * 8 + "}") * 8 + "}") * 20 + "} }",
        "{ wares { ...A ...B } } fragment A on Ware { siblings { ...C ...C } } fragment B on Ware { siblings { ...C } }"
        " fragment C on Ware { " + "id " * 140 + "}",
    ],
)
def test_monsters_are_refused_quickly(document: str) -> None:
    started = time.monotonic()
    assert codes(ask(document)) == ["LIMIT_EXCEEDED"]
    assert time.monotonic() - started < 10  # without the limit it would take longer than anybody lives


def test_fragments_deep_in_each_other_do_not_exhaust_the_stack() -> None:
    depth = 40
    chain = " ".join(
        f"fragment F{n} on Ware {{ {'siblings { ' * depth} ...F{n + 1} {'} ' * depth} }}" for n in range(99)
    )
    result = ask(f"{{ wares {{ ...F0 }} }} {chain} ", schema=make_schema(limits=Limits(tokens=100_000)))
    assert codes(result) == ["LIMIT_EXCEEDED"]


@pytest.mark.parametrize(
    "document",
    ['{ echo(text: """ a " { { { \\""" [ """) }', '{ echo(text: "\\"{{{") } # {{{', '{ echo(text: "") mine }'],
)
def test_brackets_in_text_are_no_nesting(document: str) -> None:
    assert ask(document, schema=make_schema(limits=Limits(nesting=2))).executed


def test_introspection_is_bounded_by_itself() -> None:
    deep = "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }"
    assert refused(deep) == {"name": "introspection_depth", "limit": 2, "actual": 3}
    wrapped = "type { ofType { ofType { ofType { ofType { ofType { ofType { ofType { name } } } } } } } }"
    document = f"{{ a: __schema {{ types {{ fields {{ b: name args {{ {wrapped} }} }} }} }} }}"
    assert ask(document, schema=make_schema(limits=Limits(depth=1, aliases=1, cost=0))).errors is None


def test_cost_follows_sizes_and_defaults() -> None:
    document = "query($n: Int = 4) { wares(first: $n) { siblings(limit: 3) { id } siblings2: siblings { id } } }"
    for variables, cost in [({}, 4 * (1 + 3 + 5)), ({"n": 10}, 90), ({"n": None}, 5 * 9), ({"n": "x"}, 45)]:
        result = ask(document, variables, schema=make_schema(limits=Limits(cost=1)))
        assert result.errors[0]["extensions"]["actual"] == cost


def test_cost_of_connections_and_fragments() -> None:
    document = """{ ...Q ...Q } fragment Q on Query { ranked(first: 100) { edges { node { ...W } } } }
      fragment W on Ware { id siblings { id } }"""
    assert refused(document, cost=10)["actual"] == 2 * 100 * (1 + 0 + 1 + 5)


def test_costs_are_remembered_in_bounds() -> None:
    schema = make_schema()
    document = "query($n: Int) { wares(first: $n) { id } }"
    for number in range(200):
        ask(document, {"n": number}, schema=schema)
    assert len(schema.prepare(document).costs) <= 64


@pytest.mark.parametrize(
    ("variables", "name"),
    [
        ({"a": [[[[0]]]]}, "variable_depth"),
        ({"a": {"b": {"c": {"d": {}}}}}, "variable_depth"),
        ({"a": [0] * 50}, "variable_values"),
        ({str(n): {"x": [1]} for n in range(20)}, "variable_values"),
    ],
)
def test_variables_are_bounded(variables: Any, name: str) -> None:
    assert refused("{ mine }", variables, variable_depth=3, variable_values=40)["name"] == name


def test_a_refused_mutation_does_nothing() -> None:
    assert refused("mutation { fileRead { sizes } }", fields=1)["name"] == "fields"


def test_the_stack_holds_at_every_depth_of_fragments() -> None:
    """Somewhere between harmless and hopeless each stage in turn is the first to run out of stack."""
    made = make_schema(limits=Limits(tokens=100_000, characters=1_000_000, nesting=1_000))
    for depth in range(1, 45, 2):
        opened, closed = "... { " * depth, "} " * depth
        chain = " ".join(f"fragment F{n} on Ware {{ {opened} ...F{n + 1} {closed} }}" for n in range(60))
        result = ask(f"{{ wares {{ ...F0 }} }} {chain} fragment F60 on Ware {{ id }}", schema=made)
        assert codes(result) in ([], ["LIMIT_EXCEEDED"], ["GRAPHQL_VALIDATION_FAILED"]), (depth, result.errors)
        assert all("abort" in error["message"] or "exceeds" in error["message"] for error in result.errors or [])
