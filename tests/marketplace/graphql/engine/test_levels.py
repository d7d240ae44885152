"""What makes this executor different: one call per level, asked permission first, within a time."""

from concurrent.futures import ThreadPoolExecutor
from time import monotonic, sleep
from typing import Any

import pytest
from graphql import GraphQLError, GraphQLSchema, parse

from marketplace.graphql.batching import batch
from marketplace.graphql.engine import ExecutionTimeout, PlanCache, execute, prepare
from marketplace.graphql.engine.plan import SelectionPlan
from tests.marketplace.graphql.engine.run import schema

SDL = "type Query { rows: [Row!] } type Row { id: Int! rows: [Row!] double: Int }"
TREE = {"rows": [{"id": n, "rows": [{"id": n * 10 + m} for m in range(3)]} for n in range(1, 5)]}


def _doubling() -> tuple[GraphQLSchema, list[list[int]]]:
    calls: list[list[int]] = []

    def double(parents: list[dict[str, int]], _info: Any) -> list[int]:
        calls.append([parent["id"] for parent in parents])
        return [parent["id"] * 2 for parent in parents]

    return schema(SDL, Row={"double": batch(double)}), calls


def test_a_batch_resolver_is_called_once_per_level() -> None:
    built, calls = _doubling()
    result = execute(built, parse("{ rows { double rows { double } } }"), root_value=TREE)
    assert result.errors is None
    assert [len(call) for call in calls] == [4, 12]
    assert result.data is not None
    assert result.data["rows"][1] == {"double": 4, "rows": [{"double": 40}, {"double": 42}, {"double": 44}]}


def test_a_batch_resolver_may_keep_or_change_the_list_it_gets() -> None:
    built = schema(SDL, Row={"double": batch(lambda parents, info: [parents.pop()["id"] for _ in range(len(parents))])})
    result = execute(built, parse("{ rows { double id } }"), root_value={"rows": [{"id": 1}, {"id": 2}]})
    assert result.data == {"rows": [{"double": 2, "id": 1}, {"double": 1, "id": 2}]}


def test_every_single_resolver_knows_its_own_path() -> None:
    paths = []
    built = schema(SDL, Row={"double": lambda _row, info: paths.append(info.path.as_list())})
    execute(built, parse("{ rows { rows { double } } }"), root_value={"rows": [{"rows": [{}, {}]}, {"rows": [{}]}]})
    assert paths == [
        ["rows", 0, "rows", 0, "double"],
        ["rows", 0, "rows", 1, "double"],
        ["rows", 1, "rows", 0, "double"],
    ]


class Rule:
    def __init__(self, refused: set[int]) -> None:
        self.refused = refused
        self.asked: list[tuple[Any, int]] = []

    def refusals(self, context: Any, parents: list[Any]) -> list[Exception | None] | None:
        self.asked.append((context, len(parents)))
        if not self.refused:
            return None
        return [GraphQLError("not yours") if parent["id"] in self.refused else None for parent in parents]


def _guarded(rule: Any) -> tuple[GraphQLSchema, list[list[int]]]:
    built, calls = _doubling()
    built.type_map["Row"].fields["double"].extensions = {"access": rule}  # type: ignore[attr-defined]
    return built, calls


def test_access_is_asked_once_per_level_and_refused_parents_are_not_resolved() -> None:
    rule = Rule({2, 3})
    built, calls = _guarded(rule)
    result = execute(built, parse("{ rows { double } }"), context="ctx", root_value=TREE)
    assert rule.asked == [("ctx", 4)]
    assert calls == [[1, 4]]
    assert result.data == {"rows": [{"double": 2}, {"double": None}, {"double": None}, {"double": 8}]}
    assert [error.path for error in result.errors or ()] == [["rows", 1, "double"], ["rows", 2, "double"]]


def test_when_nobody_may_the_resolver_is_not_called() -> None:
    built, calls = _guarded(Rule({1, 2, 3, 4}))
    execute(built, parse("{ rows { double } }"), root_value=TREE)
    assert calls == []


@pytest.mark.parametrize("answer", [[], [None], RuntimeError("broken rule")])
def test_a_rule_that_does_not_answer_for_everybody_allows_nobody(answer: Any) -> None:
    class Wrong:
        def refusals(self, _context: Any, _parents: list[Any]) -> Any:
            if isinstance(answer, Exception):
                raise answer
            return answer

    built, calls = _guarded(Wrong())
    result = execute(built, parse("{ rows { double } }"), root_value=TREE)
    assert calls == []
    assert result.data == {"rows": [{"double": None}] * 4}
    assert len(result.errors or ()) == 4


def test_the_deadline_stops_it_between_fields() -> None:
    built, calls = _doubling()
    document = parse("{ rows { double } }")
    with pytest.raises(ExecutionTimeout) as stopped:
        execute(built, document, root_value=TREE, deadline=monotonic() - 1)
    assert stopped.value.field == "Query.rows"
    assert calls == []
    assert execute(built, document, root_value=TREE, deadline=monotonic() + 60).errors is None


def test_middleware_wraps_every_field_one_by_one() -> None:
    seen = []

    def watch(following: Any, parent: Any, info: Any, **arguments: Any) -> Any:
        seen.append(info.field_name)
        return following(parent, info, **arguments)

    built, calls = _doubling()
    result = execute(built, parse("{ rows { __typename double } }"), root_value=TREE, middleware=[watch])
    assert result.errors is None
    assert [len(call) for call in calls] == [1, 1, 1, 1]
    assert len(seen) == 1 + 4 + 4


def test_the_cache_forgets_what_was_not_used_for_longest() -> None:
    built, _ = _doubling()
    cache = PlanCache(size=2)
    operation = prepare(built, parse("{ rows { id } }"))
    for name in ("a", "b"):
        cache.put(name, None, operation)
    assert cache.get("a") is operation
    cache.put("c", "Named", operation)
    assert (cache.get("b"), cache.get("a"), cache.get("c", "Named")) == (None, operation, operation)
    assert cache.get("c") is None
    assert len(cache) == 2
    cache.clear()
    assert len(cache) == 0


def test_threads_may_share_an_operation_from_its_first_call_on(monkeypatch: pytest.MonkeyPatch) -> None:
    built, _ = _guarded(Rule({1, 2}))
    document = parse("{ rows { id double rows { id rows { id } } } }")
    wanted = execute(built, document, root_value=TREE)
    compile_ = SelectionPlan.__init__

    def slowly(self: SelectionPlan, *args: Any, **options: Any) -> None:
        compile_(self, *args, **options)
        sleep(0.002)  # long enough for the others to begin compiling the same

    monkeypatch.setattr(SelectionPlan, "__init__", slowly)
    operation = prepare(built, document)
    with ThreadPoolExecutor(8) as threads:
        answers = [threads.submit(execute, built, operation, root_value=TREE) for _ in range(8)]
    assert all(answer.result() == wanted for answer in answers)
