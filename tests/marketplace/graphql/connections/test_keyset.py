import datetime
import itertools
from typing import Any

import pytest
from django.db import connection
from django.db.models import F, Value
from django.db.models.functions import Lower
from django.test.utils import CaptureQueriesContext

from marketplace.events.models import OutboxMessage
from marketplace.graphql.connections import BadCursor
from marketplace.graphql.connections.cursor import encode
from marketplace.graphql.connections.keyset import KeysetPage
from marketplace.graphql.connections.window import read_slice
from tests.marketplace.graphql.messages import NOON, make_message
from tests.marketplace.graphql.shop import ask, codes

pytestmark = pytest.mark.django_db


@pytest.fixture
def messages() -> None:
    """Every combination of a repeated name, a repeated number and a moment that may be missing."""
    moments = [None, NOON, NOON + datetime.timedelta(microseconds=1)]
    for name, attempts, moment in itertools.product(["a", "B", "ó"], [0, 1], moments):
        make_message(name=name, attempts=attempts, delivered_at=moment)


ORDERS: list[list[Any]] = [
    [],
    ["name"],
    ["-attempts", "name"],
    ["delivered_at"],
    ["-delivered_at", "attempts"],
    [F("delivered_at").asc(nulls_last=True)],
    [F("delivered_at").desc(nulls_first=True), "-name"],
    [Lower("name").desc(), "delivered_at"],
    [Lower("name")],
    ["pk"],
    ["-id"],
    [F("attempts") * Value(-1)],
]


def page(rows: Any, **arguments: Any) -> KeysetPage:
    return KeysetPage(rows, read_slice(**arguments))


@pytest.mark.parametrize("order", ORDERS, ids=str)
@pytest.mark.parametrize("size", [1, 4, 7])
def test_walking_the_pages_is_reading_the_list(messages: None, order: list[Any], size: int) -> None:
    rows = OutboxMessage.objects.order_by(*order)
    whole = page(rows, first=100).nodes
    assert len(whole) == 18
    forward: list[Any] = []
    after = None
    while True:
        part = page(rows, first=size, after=after)
        forward += part.nodes
        if not part.page_info["has_next_page"]:
            break
        after = part.page_info["end_cursor"]
    assert forward == whole
    backward: list[Any] = []
    before = None
    while True:
        part = page(rows, last=size, before=before)
        backward = part.nodes + backward
        if not part.page_info["has_previous_page"]:
            break
        before = part.page_info["start_cursor"]
    assert backward == whole


@pytest.mark.parametrize("order", [["delivered_at"], ["-delivered_at"], ["name", "-attempts"]], ids=str)
def test_the_order_is_the_databases_own(messages: None, order: list[str]) -> None:
    rows = OutboxMessage.objects.order_by(*order, "id" if not order[0].startswith("-") else "-id")
    assert page(rows, first=100).nodes == list(rows)


def test_rows_that_come_and_go_neither_repeat_nor_hide_others() -> None:
    for number in range(6):
        make_message(attempts=number * 10)
    rows = OutboxMessage.objects.order_by("attempts")
    first = page(rows, first=3)
    assert [row.attempts for row in first.nodes] == [0, 10, 20]
    make_message(attempts=5)
    first.nodes[0].delete()
    second = page(rows, first=3, after=first.page_info["end_cursor"])
    assert [row.attempts for row in second.nodes] == [30, 40, 50]


def test_both_cursors_bound_a_page(messages: None) -> None:
    rows = OutboxMessage.objects.order_by("name")
    edges = page(rows, first=10).edges
    between = page(rows, first=100, after=edges[1].cursor, before=edges[5].cursor)
    assert between.nodes == [edge.node for edge in edges[2:5]]


def test_default_ordering_and_none() -> None:
    assert page(OutboxMessage.objects.all(), first=0).page_info == {
        "has_next_page": False,
        "has_previous_page": False,
        "start_cursor": None,
        "end_cursor": None,
    }
    make_message()
    assert page(OutboxMessage.objects.all(), first=0).page_info["has_next_page"] is True
    assert page(OutboxMessage.objects.none(), first=5).nodes == []


@pytest.mark.parametrize(
    "rows",
    [
        lambda: OutboxMessage.objects.order_by("?"),
        lambda: OutboxMessage.objects.order_by("name")[:5],
        lambda: OutboxMessage.objects.all().union(OutboxMessage.objects.all()),
    ],
)
def test_an_order_that_cannot_be_repeated_is_a_defect(rows: Any) -> None:
    with pytest.raises(TypeError):
        page(rows(), first=5)


@pytest.mark.parametrize(
    "cursor",
    ["", "x", "=", "é", encode([]), encode([1]), encode(["a", "b", "c"]), encode([["a"], "b"]), encode([{}, "b"]),
     encode([None, "b"]), encode([1.5, "b"]), encode(["yesterday", "b"]), encode(["2026-03-01T12:00:00+00:00", "?"]),
     encode(["9999999-01-01", None]), encode([True, True]), encode([10**400, 1]), "A" * 5_000, encode([["["] * 90])],
)  # fmt: skip
def test_foreign_cursors_are_refused(messages: None, cursor: str) -> None:
    if cursor == "":
        assert page(OutboxMessage.objects.order_by("available_at"), first=1, after=cursor).nodes  # as if not given
        return
    with pytest.raises(BadCursor):
        _ = page(OutboxMessage.objects.order_by("available_at"), first=1, after=cursor).nodes


@pytest.mark.parametrize("value", [2**63, -(2**64), "1\x00", "x", "1e5", None, True, "9" * 400])
def test_a_cursors_number_is_a_number_of_the_column(value: Any) -> None:
    make_message()
    cursor = encode([value, "0190163d-8694-739b-aea5-966c26f8ad91"])
    rows = OutboxMessage.objects.order_by("attempts")
    if value is True:
        assert isinstance(page(rows, first=1, after=cursor).nodes, list)
        return
    with pytest.raises(BadCursor):
        _ = page(rows, first=1, after=cursor).nodes


def test_only_what_is_selected_is_queried(messages: None) -> None:
    for document, queries in [
        ("{ messages { totalCount } }", 1),
        ("{ messages(first: 2) { edges { node { name } } pageInfo { hasNextPage } } }", 1),
        ("{ messages(first: 2) { totalCount edges { cursor } } }", 2),
    ]:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert ask(document).errors is None
        assert len(captured) == queries


def test_the_count_is_that_of_the_filtered_list(messages: None) -> None:
    data = ask(
        '{ messages(nameIs: "a", first: 2, order: ["-attempts"]) { totalCount edges { node { attempts } } } }'
    ).data
    assert data["messages"] == {"totalCount": 6, "edges": [{"node": {"attempts": 1}}, {"node": {"attempts": 1}}]}


def test_paging_through_the_api(messages: None) -> None:
    document = """query($after: String) {
      messages(first: 8, after: $after) { edges { node { id } } pageInfo { endCursor hasNextPage } } }"""
    seen, after, more = [], None, True
    while more:
        found = ask(document, {"after": after}).data["messages"]
        seen += [edge["node"]["id"] for edge in found["edges"]]
        after, more = found["pageInfo"]["endCursor"], found["pageInfo"]["hasNextPage"]
    assert len(seen) == len(set(seen)) == 18


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("first: 1, last: 1", "BAD_PAGINATION"),
        ("first: -1", "BAD_PAGINATION"),
        ("first: 101", "BAD_PAGINATION"),
        ("last: 101", "BAD_PAGINATION"),
        ('after: "nonsense"', "BAD_CURSOR"),
        ('last: 2, before: "bm9uc2Vuc2U="', "BAD_CURSOR"),
    ],
)
def test_bad_paging_is_an_error_of_the_field(arguments: str, code: str) -> None:
    result = ask(f"{{ messages({arguments}) {{ totalCount }} }}")
    assert codes(result) == [code]
    assert result.data == {"messages": None}


def test_twenty_is_the_default() -> None:
    for _ in range(25):
        make_message()
    assert len(ask("{ messages { edges { cursor } } }").data["messages"]["edges"]) == 20
